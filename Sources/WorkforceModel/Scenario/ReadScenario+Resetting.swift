/// Putting values back.
extension ReadScenario {
  /// The scenario with whatever stands at a path, or below it, as it is in another.
  ///
  /// A path below a row of the parameter list, such as one band of a rate, means the whole row.
  /// - Parameters:
  ///   - path: `*` stands for any one name
  ///   - range: where the path was typed, for faults
  /// - Returns: the scenario, and the rows that are not what they were
  /// - Throws: ``Faults`` where neither has such a path, and where the values would not be right together
  public func resetting(
    _ path: String, to other: ReadScenario, at range: SourceRange
  ) throws(Faults) -> (result: ReadScenario, rows: [String]) {
    let asked = path.split(separator: ".", omittingEmptySubsequences: false)
    let values = scenario.values + other.scenario.values
    let rows = Set(values.filter { ReadScenario.means(asked, $0) }.map(\.path))
    guard !rows.isEmpty, !asked.contains("") else {
      throw Faults("neither the scenario nor what was opened has a value at '\(path)'", at: range)
    }
    let whole = Scenario.schema.differences(other.scenario, from: scenario)
    guard let node = ReadScenario.kept(whole, at: [], rows) else { return (self, []) }
    var changed = scenario
    var reading = Reading()
    reading.origins = origins
    reading.isOver = true
    reading.pathRange = range
    Scenario.schema.read(node, into: &changed, base: "", in: &reading)
    if reading.hasErrors { throw Faults(reading.diagnostics) }
    let read: ReadScenario
    do {
      read = try changed.checked(reading)
    } catch {
      // What is wrong stands in no text: it is the path that was asked for.
      throw Faults(
        error.diagnostics.map { Diagnostic($0.message, at: range, help: $0.help) })
    }
    var result = read
    for row in rows {
      result.origins = result.origins.filter { $0.key != row && !$0.key.hasPrefix(row + ".") }
      for (place, origin) in other.origins where place == row || place.hasPrefix(row + ".") {
        result.origins[place] = origin
      }
    }
    let differing = rows.filter { ReadScenario.stands($0, in: scenario) != ReadScenario.stands($0, in: changed) }
    return (result, differing.sorted())
  }

  /// Whether a path that was typed means a row: it is the row's or one above it, it names a number of its value, or, of an
  /// intake, it is replaced with what differs for one start.
  private static func means(_ asked: [Substring], _ value: ParameterValue) -> Bool {
    func fits(_ asked: [Substring], _ path: [Substring]) -> Bool {
      zip(asked, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
    let row = value.path.split(separator: ".")
    if asked.count <= row.count, fits(asked, row) { return true }
    let start = StartRow(row.map(String.init))
    if let start, start.month != nil, row.count == asked.count + 1 {
      var whole = row
      whole.remove(at: whole.count - 2)
      if fits(asked, whole) { return true }
    }
    return value.quantities.contains { part in
      let inner = part.path.split(separator: ".")
      // The principal row of a group may be left out of a path.
      return !inner.isEmpty
        && [row + inner, row.dropLast() + inner].contains { $0.count == asked.count && fits(asked, $0) }
    }
  }

  private static func stands(_ row: String, in scenario: Scenario) -> [String] {
    scenario.values.filter { $0.path == row }.flatMap { value in
      [value.text, "\(value.isGiven)", "\(value.provenance)"] + value.quantities.map { "\($0.entry.provenance)" }
    }
  }

  /// The part of a tree of differences that is about some rows.
  private static func kept(_ node: SourceNode, at path: [String], _ rows: Set<String>) -> SourceNode? {
    let here = path.joined(separator: ".")
    let below = rows.filter { path.isEmpty || $0 == here || $0.hasPrefix(here + ".") }
    guard !below.isEmpty else { return nil }
    // What is taken out, and a plain value, belong to a row as a whole.
    guard !rows.contains(here), let members = node.members else { return node }
    let parts = members.compactMap { member in
      kept(member.value, at: path + [member.key], rows).map { inner in
        SourceNode.Member(key: member.key, keyRange: member.keyRange, value: inner)
      }
    }
    if parts.isEmpty {
      // The value of a group's principal row is written without the row's key; a group itself has members that are rows.
      let rowsHere = Set(
        Scenario.parameters.map { $0.path.split(separator: ".") }.filter { $0.count > path.count }
          .filter { zip(path, $0).allSatisfy { $0 == $1 || $1.hasPrefix("<") } }.map { String($0[path.count]) })
      let isGroup = members.contains { rowsHere.contains($0.key) } || rowsHere.contains { $0.hasPrefix("<") }
      return isGroup || path.isEmpty ? nil : node
    }
    var result = node
    result.content = .mapping(parts)
    return result
  }
}
