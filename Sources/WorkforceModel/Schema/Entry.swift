/// A value of a scenario, with where it comes from and whether anybody gave it.
public struct Entry<Value: SchemaValue>: Equatable, Sendable {
  public var value: Value
  public var provenance: Provenance
  /// False for a default, and for the placeholder of a value that must be given.
  public var isGiven: Bool

  public init(_ value: Value, provenance: Provenance = Provenance()) {
    self.value = value
    self.provenance = provenance
    isGiven = true
  }

  /// A default; or a placeholder for what the schema requires and a reader will not leave out.
  public static func unset(_ value: Value) -> Entry {
    var entry = Entry(value)
    entry.isGiven = false
    return entry
  }

  /// Reads a plain value, `{value: …, source: …}`, or a mapping value with provenance beside its own keys.
  static func read(_ node: SourceNode, rule: Value.Rule, path: String, in reading: inout Reading) -> Entry? {
    guard let members = node.members else {
      return Value.read(node, rule: rule, path: path, in: &reading).map { Entry($0) }
    }
    var provenance = Provenance()
    var rest: [SourceNode.Member] = []
    var each: SourceNode?
    for member in members {
      switch member.key {
      case let key where Provenance.isKey(key): provenance.read(member, in: &reading)
      case "each": each = member.value
      default: rest.append(member)
      }
    }
    if let each {
      guard let word = each.scalar, Quantity.Recurrence(rawValue: word) != nil else {
        let known = Quantity.Recurrence.allCases.map(\.rawValue)
        reading.fault("each is \(Suggestion.list(known, conjunction: "or")), not \(each.words)", at: each.range)
        return nil
      }
      // Said once for a whole value, it is said for each number in it.
      rest = rest.map { $0.drawnAnew(word) }
    }
    if rest.isEmpty, !members.isEmpty {
      reading.fault("the value itself is missing", at: node.range, help: ["write {value: …, source: …}"])
      return nil
    }
    // A value takes no keys of its own beside "value", but for the bands that are independent.
    if rest.contains(where: { $0.key == "value" }) {
      let unknown = rest.filter { $0.key != "value" && $0.key != "independent" }
      for member in unknown {
        let names = Provenance.keys.map(\.key)
        let help = Suggestion.help(for: member.key, among: names) ?? "allowed here: value, \(Suggestion.list(names))"
        reading.fault("unknown key '\(member.key)'", at: member.keyRange, help: [help])
      }
      if !unknown.isEmpty { return nil }
    }
    var inner = node
    if rest.count == 1, rest[0].key == "value" {
      inner = rest[0].value
    } else {
      inner.content = .mapping(rest)
    }
    guard let value = Value.read(inner, rule: rule, path: path, in: &reading) else { return nil }
    return Entry(value, provenance: provenance)
  }

  /// The text form, with provenance when asked for.
  func written(provenance withProvenance: Bool) -> SourceNode {
    let node = value.written(provenance: withProvenance)
    let members = provenance.members
    guard withProvenance, !members.isEmpty else { return node }
    return .mapping([("value", node)] + members)
  }
}
