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
    while !session.isOver {
      guard var text = readLine(strippingNewline: true) else { break }
      line += 1
      let first = line
      while StatementReader.isUnfinished(text) {
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
        return failure.code
      }
    }
    return session.failureCode
  }
}
