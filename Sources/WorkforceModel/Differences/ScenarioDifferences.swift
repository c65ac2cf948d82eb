/// What is not the same in some scenarios, by the list of parameters: a value whose parts have the same names in all of
/// them is told part by part, anything else whole.
public struct ScenarioDifferences: Sendable, Equatable {
  public enum Scope: Sendable {
    /// What is simulated, with the seed and the number of replicates.
    case assumptions
    /// Names, notes, published figures and where values come from too.
    case everything
  }

  /// In the order of the list of parameters.
  public let items: [Difference]

  /// - Parameter scenarios: at least one
  public init(_ scenarios: [Scenario], scope: Scope = .assumptions) {
    let values = scenarios.map { scenario in
      scenario.values.filter { scope == .everything || $0.isAssumption }
    }
    let known = values.map { Dictionary($0.map { ($0.path, $0) }) { first, _ in first } }
    items = ScenarioDifferences.paths(values).flatMap { path in
      let sides = known.map { $0[path] }
      let own = Part(path: path, value: path, nodes: sides.map { $0?.node })
      var found = ScenarioDifferences.differences(own, sides)
      if scope == .everything { found += ScenarioDifferences.provenance(path, sides) }
      return found
    }
  }

  public var isEmpty: Bool { items.isEmpty }

  /// The paths of all scenarios, those of the first in its order, each other behind the one that it follows in its own.
  private static func paths(_ values: [[ParameterValue]]) -> [String] {
    var paths: [String] = []
    var places: Set<String> = []
    for scenario in values {
      var last: String?
      for value in scenario {
        if places.insert(value.path).inserted {
          let place = last.flatMap { paths.firstIndex(of: $0) }.map { $0 + 1 } ?? (paths.isEmpty ? 0 : paths.count)
          paths.insert(value.path, at: place)
        }
        last = value.path
      }
    }
    return paths
  }

  /// A value, or a part of one.
  private struct Part {
    var path: String
    /// The path of the whole value.
    var value: String
    var nodes: [SourceNode?]
  }

  private static func differences(_ part: Part, _ sides: [ParameterValue?]) -> [Difference] {
    let texts = Set(part.nodes.map { $0.map { Scenario.canonical($0).flowText } })
    guard texts.count > 1 else { return [] }
    if let inner = inner(part) { return inner.flatMap { differences($0, sides) } }
    // Of what one scenario does not have at all, a default in another says nothing.
    guard !sides.contains(where: { $0 == nil }) || sides.contains(where: { $0?.isGiven == true }) else { return [] }
    let own = part.path.dropFirst(part.value.count + 1)
    let found = zip(part.nodes, sides).map { node, value in
      node.map { node in
        Difference.Side(
          text: node.flowText, isGiven: value?.isGiven == true,
          quantities: value.map { numbers(of: $0, below: String(own)) } ?? [])
      }
    }
    return [Difference(path: part.path, valuePath: part.value, sides: found, absent: absent(part.value))]
  }

  /// The parts of a value whose names are the same in all scenarios; nil where there are none, or they are not.
  private static func inner(_ part: Part) -> [Part]? {
    guard let first = part.nodes.first??.members, first.count > 0 else { return nil }
    let keys = first.map(\.key)
    for node in part.nodes {
      guard let members = node?.members, Set(members.map(\.key)) == Set(keys) else { return nil }
    }
    return keys.map { key in
      Part(
        path: SchemaPath.joined(part.path, key), value: part.value,
        nodes: part.nodes.map { node in node?.members?.first { $0.key == key }?.value })
    }
  }

  private static func numbers(of value: ParameterValue, below path: String) -> [Difference.Number] {
    value.quantities.compactMap { part in
      if path.isEmpty || part.path == path {
        return Difference.Number(path: path.isEmpty ? part.path : "", quantity: part.quantity)
      }
      guard part.path.hasPrefix(path + ".") else { return nil }
      return Difference.Number(path: String(part.path.dropFirst(path.count + 1)), quantity: part.quantity)
    }
  }

  /// Where values come from, of those that all scenarios have, or that one gives.
  private static func provenance(_ path: String, _ sides: [ParameterValue?]) -> [Difference] {
    let given = sides.map { $0.map(statements) ?? [:] }
    let keys = given.reduce(into: Set<String>()) { $0.formUnion($1.keys) }.sorted(by: String.byScalars)
    return keys.compactMap { key in
      guard Set(given.map { $0[key] }).count > 1 else { return nil }
      let found = given.map { $0[key].map { Difference.Side(text: $0, isGiven: true, quantities: []) } }
      return Difference(path: SchemaPath.joined(path, key), valuePath: path, sides: found, absent: "none")
    }
  }

  /// What is said of a value and of the numbers in it, by path below the value's own.
  private static func statements(_ value: ParameterValue) -> [String: String] {
    var all: [String: String] = [:]
    for (key, node) in value.provenance.members { all[key] = node.flowText }
    for part in value.quantities where !part.path.isEmpty {
      for (key, node) in part.entry.provenance.members { all[SchemaPath.joined(part.path, key)] = node.flowText }
    }
    return all
  }

  /// What holds where a scenario does not have a value, as the list of parameters says it.
  private static func absent(_ path: String) -> String {
    let row = Scenario.parameters.first { $0.matches(path) }
    return row.map { $0.requirement == .required ? "none" : $0.requirement.words } ?? "none"
  }
}

extension ParameterValue {
  /// Whether results depend on it: neither a name nor a figure that is only compared with.
  var isAssumption: Bool { isSimulated || !isText && !path.contains(".") }
}

extension ParameterRow {
  /// Whether a path is one of the row's: `grades.PO.opening` of `grades.<grade>.opening`.
  func matches(_ path: String) -> Bool {
    let (pattern, own) = (self.path.split(separator: "."), path.split(separator: "."))
    return pattern.count == own.count && zip(pattern, own).allSatisfy { $0.hasPrefix("<") || $0 == $1 }
  }
}
