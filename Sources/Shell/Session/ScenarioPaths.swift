import WorkforceModel

/// The paths of a scenario's values, for looking things up and for completion.
struct ScenarioPaths {
  let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// The values at a path, below it, or that it is a part of; `*` stands for any one name.
  func values(at path: String) -> [ParameterValue] {
    let asked = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !asked.contains("") else { return [] }
    let all = scenario.values
    let below = all.filter { ScenarioPaths.fits(asked, segments($0.path)) }
    if !below.isEmpty { return below }
    // One entry of a value: `leaving.<5y`, which is part of `leaving.rate`.
    return all.flatMap { value in
      value.quantities.filter { !$0.path.isEmpty }.compactMap { part -> ParameterValue? in
        let whole = segments(value.path)
        let forms = [whole + segments(part.path), Array(whole.dropLast()) + segments(part.path)]
        guard forms.contains(where: { ScenarioPaths.fits(asked, $0) }) else { return nil }
        var own = value
        own.path = "\(value.path).\(part.path)"
        own.node = .text(part.quantity.description)
        own.quantities = []
        if part.entry.provenance != Provenance() { own.provenance = part.entry.provenance }
        return own
      }
    }
  }

  private func segments(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }

  private static func fits(_ asked: [String], _ path: [String]) -> Bool {
    path.count >= asked.count && zip(asked, path).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// - Returns: that nothing is there, with what was probably meant
  func missing(_ path: String, at range: SourceRange) -> Faults {
    let asked = path.split(separator: ".").map(String.init)
    if let whole = scenario.wholePath(of: asked) {
      return Faults("the scenario has no value at '\(path)'", at: range, help: ["did you mean \(whole)?"])
    }
    // The longest beginning that exists, and the names that could follow.
    for length in stride(from: asked.count - 1, through: 0, by: -1) {
      let head = Array(asked.prefix(length))
      let next = scenario.values.map { segments($0.path) }
        .filter { $0.count > length && ScenarioPaths.fits(head, $0) }.map { $0[length] }
      guard !next.isEmpty else { continue }
      var names: [String] = []
      for name in next where !names.contains(name) { names.append(name) }
      let place = head.isEmpty ? "the scenario" : head.joined(separator: ".")
      let near = asked.indices.contains(length) ? Suggestion.nearest(to: asked[length], among: names) : []
      let prefix = head.isEmpty ? "" : head.joined(separator: ".") + "."
      let help =
        near.isEmpty
        ? "\(place) has \(Suggestion.list(names))"
        : "did you mean \(Suggestion.list(near.map { prefix + $0 }, conjunction: "or"))?"
      return Faults("the scenario has no value at '\(path)'", at: range, help: [help])
    }
    return Faults("the scenario has no value at '\(path)'", at: range)
  }
}
