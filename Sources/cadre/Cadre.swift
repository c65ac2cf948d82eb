import Foundation
import Shell
import WorkforceModel

/// The entry point: effects are performed in this target, and nowhere else.
@main
enum Cadre {
  static let version = "0.1.0"

  /// The scenario that is open where none is named.
  static let firstScenario = "national-2024"

  static func main() {
    Interruption.listen()
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// - Parameter arguments: what was typed, without the name of the program
  /// - Returns: the exit code
  private static func run(_ arguments: [String]) -> Int32 {
    var request: LaunchRequest
    do {
      request = try LaunchRequest(arguments)
    } catch {
      return end(error, isLaunch: true)
    }
    let world = World(keepsResults: request.keepsResults)
    var session = Session()
    do {
      switch request.task {
      case .version:
        Performer.standardOutput(version + "\n")
        return 0
      case .verb(let line, let file):
        if request.showsUsage { Performer.standardOutput("Usage: \(LaunchRequest.usage)\n\n") }
        if let file { session = Session(try world.opened(file)) }
        try session.run(line, source: LaunchRequest.source, in: world)
      case .lines(let lines, let file):
        session = Session(try world.opened(file))
        for (position, line) in lines.enumerated() {
          let source = lines.count == 1 ? "-c" : "-c \(position + 1)"
          try session.run(line, source: source, keepsGoing: request.keepsGoing, in: world)
          if session.isOver { break }
        }
      case .script(let path, let arguments):
        session = Session(try world.opened(firstScenario))
        try session.run(
          try world.text(of: path), source: path, arguments: arguments, keepsGoing: request.keepsGoing, in: world)
      case .conversation(let file):
        session = Session(try world.opened(file))
        // Without a terminal to type at, lines are read as they come.
        if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
          Performer.converse()
          let conversation = TerminalConversation(
            world: world, isQuiet: request.isQuiet, skipsStartFile: request.skipsStartFile)
          if let code = conversation.run(session) { return code }
        }
        return Conversation(session: session, world: world, keepsGoing: request.keepsGoing).run()
      }
    } catch {
      return end(error, isLaunch: request.isVerb)
    }
    return session.failureCode
  }

  /// Tells why nothing more is done.
  /// - Parameter isLaunch: whether wrong words stood behind the program's own name
  private static func end(_ error: any Error, isLaunch: Bool) -> Int32 {
    guard let failure = Failure(error, isLaunch: isLaunch) else {
      Performer.standardError("error: \(error)\n")
      return 1
    }
    if failure.code == Failure.interrupted {
      Performer.standardError(failure.diagnostics.map { $0.message + "\n" }.joined())
    } else {
      Performer.tell(failure.diagnostics)
    }
    // What stands in a script is an input like any other.
    let isOwn = failure.diagnostics.allSatisfy { $0.range.map { $0.source == LaunchRequest.source } ?? true }
    guard failure.isMisuse, isLaunch, isOwn else { return failure.code }
    let usage = failure.misused?.commandLine ?? LaunchRequest.usage
    Performer.standardError("Usage: \(usage)\n")
    return Failure.misuse
  }
}
