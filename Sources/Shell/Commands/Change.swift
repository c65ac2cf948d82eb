import ScenarioFiles
import WorkforceModel

extension Operand {
  static let path = Operand(.path, "PATH")
  static let anyPath = Operand(.path, "PATH", .optional)
  static let value = Operand(.value, "VALUE", .several)
  static let steps = Operand(.number, "N", .optional)
}

/// Commands that change the scenario as it stands; each is one step of `undo`.
extension CommandRecord {
  static let set = CommandRecord(
    "set", .change, [.path, .value],
    summary: "change a value of the scenario, or a setting of the session",
    discussion: """
      VALUE is a new value (7%/yr), a scaling (+20%), percentage points (+2pt) or a shift in the value's own unit (+50, \
      +0.5%/yr), each with 'from 2026-04' behind it to hold from that month on; none takes out what may be left out. \
      '*' in PATH stands for any one name. What it came to is told, and how far it moves the expected path (≈: every \
      uncertain number at its mean, nobody moved by chance). 'set plain on' and the like set how the session behaves: \
      see 'settings'.
      """,
    examples: [
      "set grades.PO.leaving 7.0%/yr", "set intakes.*.places +20%", "set grades.PO.leaving +1pt from 2026-04",
      "set charts ascii",
    ], file: .session, hasResult: false
  ) { try $0.set() }

  static let reset = CommandRecord(
    "reset", .change, [.anyPath],
    summary: "put a value back as it was opened; without PATH the whole scenario",
    discussion: "'*' in PATH stands for any one name. What is put back is told; it is one step of 'undo'.",
    examples: ["set grades.PO.leaving 7%/yr; reset grades.PO.leaving", "reset"], file: .session, hasResult: false
  ) { try $0.reset() }

  static let undo = CommandRecord(
    "undo", .change, [.steps],
    summary: "take back the last change of the scenario, or the last N",
    discussion: "Changes are those of set, reset, keep, open, new, use and save as. 'redo' makes them again.",
    examples: ["set grades.PO.leaving 7%/yr; undo"], file: .session, hasResult: false
  ) { evaluation in
    try evaluation.step("there is no change left that could be taken back") { $0.undo() }
  }

  static let redo = CommandRecord(
    "redo", .change, [.steps],
    summary: "make a change again that was taken back, or the last N",
    examples: ["set grades.PO.leaving 7%/yr; undo; redo"], file: .session, hasResult: false
  ) { evaluation in
    try evaluation.step("there is no change left that could be made again") { $0.redo() }
  }
}

extension Evaluation {
  fileprivate mutating func set() throws {
    let words = invocation.words
    let path = invocation[.path][0]
    // `set PATH = VALUE` and `set PATH=VALUE` mean the same.
    var rest = words.dropFirst()
    if let sign = rest.first, sign.isOperator, sign.text == "=" { rest = rest.dropFirst() }
    guard let first = rest.first else { throw invocation.misuse("'set' lacks its VALUE") }
    if let setting = SettingRecord.named(path.text) { return try change(setting, to: Array(rest)) }
    let before = try located()
    var located = before
    let change = try TypedChange(
      path, value: invocation.statement.raw(rest), at: first.range)
    tell(try located.loaded.set([change]))
    // What a run was to be of is said by the scenario again.
    if path.text == "replicates" { session.replicates = nil }
    session.change(to: located)
    tellMove(from: before, to: located)
  }

  fileprivate mutating func reset() throws {
    let before = try located()
    var located = before
    guard let word = invocation[.anyPath].first else {
      guard before.unsavedChanges > 0 else { return note("the scenario is as it was opened") }
      located.loaded.reset()
      session.change(to: located)
      note("\(located.stem): as it was opened; 'undo' brings the changes back")
      return tellMove(from: before, to: located)
    }
    let notes = try located.loaded.reset(word.text, at: word.range)
    guard !notes.isEmpty else {
      // It may have been set to what it was, which is no change any more.
      session.current = located
      return note("\(word.text) is as it was opened")
    }
    tell(notes)
    session.change(to: located)
    tellMove(from: before, to: located)
  }

  fileprivate mutating func step(_ words: String, _ move: (inout Session) -> Bool) throws {
    let before = try located()
    let word = invocation[.steps].first
    let count = word.map { Int($0.text) ?? 0 } ?? 1
    guard count >= 1 else {
      throw invocation.misuse("'\(record.name)' takes a number of steps", at: word)
    }
    for done in 0..<count where !move(&session) {
      throw Faults(
        words, at: invocation.statement.range,
        help: done == 0 ? [] : ["there \(done == 1 ? "is one" : "are \(done)"): \(record.name) \(done)"])
    }
    let now = try located()
    note("\(now.stem): \(now.describedChanges)")
    tellMove(from: before, to: now)
  }
}

extension LocatedScenario {
  /// "as it was opened", "3 changes".
  var describedChanges: String {
    switch unsavedChanges {
    case 0: "as it was opened"
    case 1: "1 change: \(loaded.changes[0])"
    default: "\(unsavedChanges) changes, the last \(loaded.changes[unsavedChanges - 1])"
    }
  }
}
