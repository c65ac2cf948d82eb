import Reports
import WorkforceModel

extension OptionRecord {
  static let changed = flag("--changed", "Only what has been changed since the scenario was opened.")
}

/// Looking at values.
extension CommandRecord {
  static let show = CommandRecord(
    "show", .look, [.anyPath], options: [.changed] + OptionRecord.result,
    summary: "show values as a statement of assumptions: what each means, and where it comes from",
    discussion: "Without PATH all of them. '*' in PATH stands for any one name.",
    examples: ["show grades.PO", "show intakes.*.places", "set grades.PO.leaving 7%/yr; show --changed"]
  ) { try $0.show() }

  static let get = CommandRecord(
    "get", .look, [.path],
    summary: "print a value alone, as it would be typed",
    discussion: "For scripts. A path with '*' prints one value on a line.",
    examples: ["get grades.PO.leaving", "get intakes.*.places"]
  ) { evaluation in
    let word = evaluation.invocation[.path][0]
    let values = try evaluation.values(at: word)
    let lines = values.map { $0.text }.joined(separator: "\n") + "\n"
    try evaluation.deliver(Answer { _, _ in { take in try take(lines) } })
  }
}

extension Evaluation {
  /// The values at a path or below it.
  /// - Throws: ``Faults`` where there is none
  func values(at word: Word) throws -> [ParameterValue] {
    let loaded = try located().loaded
    let values = ScenarioPaths(loaded.scenario).values(at: word.text)
    guard values.isEmpty else { return values }
    throw ScenarioPaths(loaded.scenario).missing(word.text, at: word.range)
  }

  fileprivate mutating func show() throws {
    let loaded = try located().loaded
    let paths = ScenarioPaths(loaded.scenario)
    var shown = loaded.scenario.values.filter(\.isGiven)
    if let word = invocation[.anyPath].first {
      shown = paths.values(at: word.text)
      guard !shown.isEmpty else { throw paths.missing(word.text, at: word.range) }
    }
    if invocation.has(.changed) {
      let opened = Dictionary(
        loaded.opened.scenario.values.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
      shown.removeAll { opened[$0.path] == $0.text }
      let now = Set(loaded.scenario.values.map(\.path))
      let gone = loaded.opened.scenario.values.filter { $0.isGiven && !now.contains($0.path) }
      guard !shown.isEmpty || !gone.isEmpty else {
        return try deliverPage(Document([.paragraph("No value has been changed since the scenario was opened.")]))
      }
      if !gone.isEmpty {
        note("taken out: \(Suggestion.list(gone.map(\.path)))")
      }
    }
    try deliverPage(StatementOfAssumptions(loaded.read, values: shown).document)
  }
}
