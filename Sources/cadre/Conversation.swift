import Foundation
import Shell
import WorkforceModel

/// Statements from standard input, one after another.
struct Conversation {
  var session: Session
  let world: World
  let keepsGoing: Bool

  private static let source = "stdin"

  /// - Returns: the exit code
  func run() -> Int32 {
    var (session, line) = (session, 0)
    let isTerminal = isatty(STDIN_FILENO) == 1
    while !session.isOver {
      if isTerminal { Performer.standardError(prompt(session)) }
      guard var text = readLine(strippingNewline: true) else { break }
      line += 1
      let first = line
      while StatementReader.isUnfinished(text) {
        if isTerminal { Performer.standardError("  … ") }
        guard let next = readLine(strippingNewline: true) else { break }
        line += 1
        text += "\n" + next
      }
      do {
        try session.run(
          text, source: Conversation.source, line: first, keepsGoing: keepsGoing, in: world)
      } catch {
        guard let failure = Failure(error) else {
          Performer.standardError("error: \(error)\n")
          return 1
        }
        // Lines that were read before are not kept, so that places are in the text that was just read.
        Performer.tell(failure.diagnostics)
        if !isTerminal { return failure.code }
      }
    }
    return session.failureCode
  }

  /// The scenario, and a star where changes of it have not been saved.
  private func prompt(_ session: Session) -> String {
    "\(session.current?.loaded.stem ?? "cadre")\(session.unsavedChanges > 0 ? "*" : "")> "
  }
}
