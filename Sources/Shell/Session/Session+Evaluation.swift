import WorkforceModel

extension Session {
  /// How many scripts may read one another.
  static let deepest = 16

  /// Does what a statement says. What throws leaves the session as it was.
  /// - Throws: ``Faults`` of the input, ``Misuse`` of a command, ``RunFailure``, ``Refuted``, and what surroundings throw
  public mutating func evaluate(_ statement: Statement, in surroundings: any Surroundings) throws {
    let record = try CommandTable.record(for: statement)
    let begun = surroundings.seconds
    var evaluation = Evaluation(
      session: self, invocation: try Invocation(statement, of: record), surroundings: surroundings)
    try evaluation.checkDestinationIsMeant()
    try record.action(&evaluation)
    self = evaluation.session
    if record.isRecorded { history.append(statement.written) }
    if settings.isTimed {
      let passed = surroundings.seconds - begun
      evaluation.note("\(record.name): \(Session.duration(passed))")
    }
  }

  /// Does what every statement of a text says, until one fails.
  /// - Parameters:
  ///   - source: the name by which faults are located
  ///   - arguments: what $1 … stand for; nil where `$` means nothing
  ///   - keepsGoing: whether a failure is told, and the next statement done
  public mutating func run(
    _ text: String, source: String, line: Int = 1, arguments: [String]? = nil, keepsGoing: Bool = false,
    in surroundings: any Surroundings
  ) throws {
    surroundings.know(text, as: source)
    let statements = try StatementReader.all(text, source: source, line: line, arguments: arguments)
    // A misspelt command at the end is told before the first is run.
    if !keepsGoing { for statement in statements { _ = try CommandTable.record(for: statement) } }
    guard depth < Session.deepest else {
      throw Faults("scripts read one another more than \(Session.deepest) deep", help: ["does \(source) read itself?"])
    }
    depth += 1
    defer { depth -= 1 }
    for statement in statements where !isOver {
      do {
        try evaluate(statement, in: surroundings)
      } catch {
        guard keepsGoing, let failure = Failure(error), failure.code != Failure.interrupted else { throw error }
        surroundings.tell(failure.diagnostics)
        if failureCode == 0 { failureCode = failure.code }
      }
    }
  }

  /// The session as a script that runs again.
  var recorded: String {
    let opening = first.map { ["open \(Statement.quoted($0))"] } ?? []
    return (["# a session of cadre"] + opening + history).map { $0 + "\n" }.joined()
  }

  private static func duration(_ seconds: Double) -> String {
    seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\((seconds * 100).rounded() / 100) s"
  }
}

extension Evaluation {
  /// A command without a result has nothing to send anywhere.
  func checkDestinationIsMeant() throws {
    guard let destination = invocation.statement.destination, !record.hasResult else { return }
    let range =
      switch destination {
      case .file(let word): word.range
      case .program(_, let range): range
      }
    throw Misuse("'\(record.name)' has no result that could go elsewhere", at: range, of: record)
  }
}
