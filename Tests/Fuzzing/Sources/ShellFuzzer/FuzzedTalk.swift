import Shell
import Talking
import WorkforceModel

/// A text that may be lines of the language, said to a session.
///
/// Whatever the bytes are, a statement ends with a result or with faults that can be shown; one that fails leaves the
/// session as it was; and all that can be taken back is. Anything else traps.
struct FuzzedTalk {
  private let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes.prefix(2000), as: UTF8.self) }

  /// As little as can be asked about.
  static let small = """
    cadre: 1
    name: Small
    start: 2025-03
    months: 6mo
    replicates: 5
    grades:
      A: {opening: 20, leaving: {<5y: 9%/yr, 5y+: 6%..9%/yr}, service: {<5y: 50%, 5y+: 50%}, target: 22 fte}
      B: {opening: 10, leaving: 5%/yr}
    intakes:
      spring: {starts: every 12mo from 2025-04, places: 3, into: A}

    """

  func check() {
    let world = FakeWorld(files: ["small.yaml": FuzzedTalk.small, "self.cadre": "source self.cadre"], most: 20)
    guard let opened = try? world.open("small.yaml") else { fatalError("the small scenario has faults") }
    var session = Session(opened)
    let statements: [Statement]
    do throws(Faults) {
      statements = try StatementReader.all(text, source: "line")
    } catch {
      precondition(!world.rendered(error.diagnostics).isEmpty)
      _ = StatementReader.isUnfinished(text)
      return
    }
    for statement in statements.prefix(6) {
      let before = FuzzedTalk.visible(session)
      do {
        try session.evaluate(statement, in: world)
      } catch {
        guard let failure = Failure(error) else { fatalError("an error that nobody can be told: \(error)") }
        precondition(!failure.diagnostics.isEmpty && !world.rendered(failure.diagnostics).isEmpty)
        precondition(
          FuzzedTalk.visible(session) == before, "a statement that failed changed the session: \(statement.text)")
      }
      // What is written as a line of a script reads as the statement.
      let again = try? StatementReader.all(statement.written, source: "line").first
      precondition(again?.words.map(\.text) == statement.words.map(\.text), "another statement: \(statement.written)")
    }
    _ = Completer(session, world).completion(of: text)
  }

  private static func visible(_ session: Session) -> [String] {
    [
      session.current?.loaded.simulatedDigest ?? "", "\(session.unsavedChanges)", "\(session.settings)",
      session.names.joined(separator: " "), "\(session.history.count)",
    ] + (session.current?.loaded.changes ?? [])
  }
}
