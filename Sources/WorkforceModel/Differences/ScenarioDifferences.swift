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
    let things = scenarios.map(Things.init)
    items = ScenarioDifferences.paths(values).flatMap { path in
      let sides = known.map { $0[path] }
      let own = Part(path: path, value: path, nodes: sides.map { $0?.node }, place: Place(path, things))
      var found = ScenarioDifferences.differences(own, sides)
      if scope == .everything { found += ScenarioDifferences.provenance(own, sides) }
      return found
    }
  }

  public var isEmpty: Bool { items.isEmpty }

  /// The paths of all scenarios, those of the first in its order, each other behind what it has most in common with.
  private static func paths(_ values: [[ParameterValue]]) -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    for path in values.joined().map(\.path) where known.insert(path).inserted {
      var front = path[...]
      var place = (paths.lastIndex { !$0.contains(".") } ?? -1) + 1
      if path.contains(".") { place = paths.count }
      while let dot = front.lastIndex(of: ".") {
        front = front[..<dot]
        if let last = paths.lastIndex(where: { $0.hasPrefix(front + ".") }) {
          place = last + 1
          break
        }
      }
      paths.insert(path, at: place)
    }
    return paths
  }

  /// A value, or a part of one.
  private struct Part {
    var path: String
    /// The path of the whole value.
    var value: String
    var nodes: [SourceNode?]
    var place: Place
  }

  /// The things of a scenario, by their paths: `grades.PO`, `intakes.autumn`, `intakes.autumn.2027-09`.
  private struct Things {
    let paths: Set<String>

    init(_ scenario: Scenario) {
      paths = Set(scenario.values.compactMap { Place.thing(of: $0.path) })
    }
  }

  /// What a value belongs to, and what is said where there is none.
  private struct Place {
    /// What holds where the value is not given.
    let absent: String
    /// The thing, where some scenario has no such thing.
    let thing: String?
    let hasThing: [Bool]

    init(_ path: String, _ things: [Things]) {
      let own = Place.thing(of: path)
      hasThing = things.map { known in own.map { known.paths.contains($0) } ?? true }
      thing = hasThing.allSatisfy(\.self) ? nil : own
      let row = Place.row(of: path)
      absent = row.map { $0.requirement == .required ? "none" : $0.requirement.words } ?? "none"
    }

    private static let rows = Scenario.parameters

    private static func row(of path: String) -> ParameterRow? { rows.first { $0.matches(path) } }

    /// The path up to its last name that the scenario chose; nil for what belongs to the scenario itself.
    static func thing(of path: String) -> String? {
      let named = row(of: path)?.path.split(separator: ".").lastIndex { $0.hasPrefix("<") }
      return named.map { path.split(separator: ".")[...$0].joined(separator: ".") }
    }
  }

  private static func differences(_ part: Part, _ sides: [ParameterValue?]) -> [Difference] {
    // What holds where nothing is given may be written out in another scenario: that is the same.
    let texts = Set(
      part.nodes.enumerated().map { place, node in
        node.map { Scenario.canonical($0).flowText } ?? (part.place.hasThing[place] ? part.place.absent : "")
      })
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
    return [difference(part.path, part, found)]
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
        nodes: part.nodes.map { node in node?.members?.first { $0.key == key }?.value }, place: part.place)
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
  private static func provenance(_ part: Part, _ sides: [ParameterValue?]) -> [Difference] {
    let given = sides.map { $0.map(statements) ?? [:] }
    let keys = given.reduce(into: Set<String>()) { $0.formUnion($1.keys) }.sorted(by: String.byScalars)
    return keys.compactMap { key in
      guard Set(given.map { $0[key] }).count > 1 else { return nil }
      let found = given.map { $0[key].map { Difference.Side(text: $0, isGiven: true, quantities: []) } }
      return difference(SchemaPath.joined(part.path, key), part, found, absent: "none")
    }
  }

  private static func difference(
    _ path: String, _ part: Part, _ sides: [Difference.Side?], absent: String? = nil
  ) -> Difference {
    Difference(
      path: path, valuePath: part.value, sides: sides, absent: absent ?? part.place.absent, thing: part.place.thing,
      hasThing: part.place.hasThing)
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
