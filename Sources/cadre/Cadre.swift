import ArgumentParser
import Shell
import ShippedScenarios
import WorkforceModel

/// The entry point: options are parsed here, effects are performed here, and nowhere else.
struct Cadre: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cadre",
    abstract: "What if? A Monte Carlo simulator for people who plan a trained workforce.",
    version: version,
    subcommands: [
      Run.self, Targets.self, Cohorts.self, Variance.self, Reconcile.self, Check.self, Plan.self, Assumptions.self,
      Parameters.self, Metrics.self, Save.self,
    ])

  static func configuration(_ record: CommandRecord) -> CommandConfiguration {
    let examples = record.examples.map { "  \($0)" }.joined(separator: "\n")
    return CommandConfiguration(
      commandName: record.name, abstract: record.summary.prefix(1).uppercased() + record.summary.dropFirst() + ".",
      usage: "cadre \(record.usage)", discussion: "\(record.discussion)\n\nExamples:\n\(examples)")
  }
}

/// Before the first option is parsed.
@main
enum Main {
  static func main() {
    Interruption.listen()
    do {
      try Arguments.check(Array(CommandLine.arguments.dropFirst()))
      var command = try Cadre.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Help is a result like any other: that it could not be written is told.
  private static func end(with error: any Error) -> Never {
    let (code, message) = (Cadre.exitCode(for: error), Cadre.fullMessage(for: error))
    if !message.isEmpty {
      if code.isSuccess { Performer.standardOutput(message + "\n") } else { Performer.standardError(message + "\n") }
    }
    Cadre.exit(withError: code)
  }
}

/// The options that name and change a scenario.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A scenario file, or the name of one that ships: \(ShippedScenarios.names.joined(separator: ", "))."))
  var file: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Change values. May be repeated.", valueName: "path=change"))
  var set: [String] = []

  // An option that takes several values would take the file for one of them, so the file comes first.
  func validate() throws {
    if file == nil { throw ValidationError("Missing expected argument '<file>': it comes first, before the options") }
  }

  /// A file that a command writes, and the option that names it.
  struct Written {
    var path: String?
    var option = "--output"
  }

  /// - Parameter written: what the command writes: none of the files that the scenario is read from, and no file twice
  func load(options: [Performer.OptionValue] = [], written: [Written] = []) throws -> LoadedScenario {
    for output in written { try Performer.check(output: output.path, isNot: file, option: output.option) }
    let paths = written.compactMap { $0.path.map(Performer.destination) }
    if Set(paths).count < paths.count {
      throw Faults("\(Suggestion.list(written.map(\.option))) name one file")
    }
    let located = try located(options: options)
    for output in written {
      for read in located.files { try Performer.check(output: output.path, isNot: read.path, option: output.option) }
    }
    return located.loaded
  }

  /// The scenario, and where the files are that it was read from.
  func located(options: [Performer.OptionValue] = []) throws -> LocatedScenario {
    try Performer.locate(file ?? "", sets: set, options: options)
  }
}
