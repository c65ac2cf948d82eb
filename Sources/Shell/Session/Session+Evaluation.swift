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
    do {
      try record.action(&evaluation)
    } catch let faults as Faults where statement.range.source != Statement.commandLine {
      throw faults.placed(at: statement.range)
    }
    self = evaluation.session
    if record.name == CommandRecord.open.name, history.isEmpty {
      // A session that begins by opening a scenario is one that began with it.
      first = current?.openingName
    } else if record.isRecorded {
      history.append(statement.written)
    }
    if settings.isTimed {
      let passed = surroundings.seconds - begun
      evaluation.note("\(record.name): \(Session.duration(passed))")
    }
  }

  /// Does what every statement of a text says, until one fails.
  /// - Parameters:
  ///   - source: the name by which faults are located
  ///   - arguments: what $1 … stand for
  ///   - keepsGoing: whether a failure is told, and the next statement done
  public mutating func run(
    _ text: String, source: String, line: Int = 1, arguments: [String] = [], keepsGoing: Bool = false,
    in surroundings: any Surroundings
  ) throws {
    // Places are counted from the beginning of the source, of which this may be a later part.
    surroundings.know(String(repeating: "\n", count: line - 1) + text, as: source)
    let (statements, faults) = StatementReader.readable(text, source: source, line: line, arguments: arguments)
    if !faults.isEmpty {
      guard keepsGoing else { throw Faults(faults) }
      surroundings.tell(faults)
      failureCode = failureCode == 0 ? 2 : failureCode
    }
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

  /// The statements that make the session again, beginning with the scenario that was open at first.
  public var script: [String] { (first.map { ["open \(Statement.quoted($0))"] } ?? []) + history }

  /// Statements that make the scenario as it stands out of what files hold, whatever was saved, undone or shown meanwhile.
  /// - Parameter path: the path by which a file is found from anywhere
  /// - Returns: none where nothing would be lost, or the scenario is found by no name
  public func rescue(path: (String) -> String) -> [String] {
    guard let current, current.unsavedChanges > 0 else { return [] }
    let opening: String
    switch current.files.first?.place {
    case .file(let file): opening = "\(CommandRecord.open.name) \(Statement.quoted(path(file)))"
    case .shipped(let name): opening = "\(CommandRecord.open.name) \(name)"
    case .begun: opening = "\(CommandRecord.new.name) \(Statement.quoted(current.scenario.name.value))"
    case .stream, .none: return []
    }
    return [opening]
      + current.loaded.changes.map { change in
        // A change stands as it was typed, `PATH=CHANGE`; what was put back as a statement.
        guard let equals = change.firstIndex(of: "="), !change.hasPrefix("\(CommandRecord.reset.name) ") else {
          return change
        }
        return "\(CommandTable.setName) \(change[..<equals]) \(change[change.index(after: equals)...])"
      }
  }

  /// The session as a script that runs again.
  var recorded: String { (["# a session of cadre"] + script).map { $0 + "\n" }.joined() }

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
    let compares = record.operands.contains { $0 == .claim }
    throw Misuse(
      "'\(record.name)' has no result that could go elsewhere", at: range,
      help: compares ? ["a > by itself says where a result goes; to compare, write >= or <="] : [], of: record)
  }
}

extension Faults {
  /// The same, those without a place standing where they were asked for.
  func placed(at range: SourceRange) -> Faults {
    Faults(
      diagnostics.map { given in
        var diagnostic = given
        guard given.severity == .error else { return given }
        if let own = given.range, own.source.hasPrefix("--") {
          // The text of an option: where the option stands is told beside it.
          diagnostic.help.append("in \(range.source):\(range.line):\(range.column)")
        } else if given.range?.source == CommandRecord.run.name || given.range == nil {
          diagnostic.range = range
        }
        return diagnostic
      })
  }
}
