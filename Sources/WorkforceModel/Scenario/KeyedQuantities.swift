/// Numbers by name or by month: `{PQiP-15: ×1.2, PQiP-27: ×0.9}`, `{2024-10: 60, 2024-11: 40}`.
public struct KeyedQuantities: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    /// A name, or a month as `2024-10`.
    public var key: String
    public var entry: Entry<Quantity>
  }

  /// Ascending by key.
  public var parts: [Part]

  public init(parts: [Part]) {
    self.parts = parts.sorted { String.byScalars($0.key, $1.key) }
  }

  public static let none = KeyedQuantities(parts: [])

  public subscript(_ key: String) -> Entry<Quantity>? { parts.first { $0.key == key }?.entry }
}

/// What the keys are, and what may stand beside them.
public struct KeyedRule: Sendable {
  public enum Keys: Sendable {
    /// Names of what is said: "a pathway".
    case names(String)
    /// Months in which what is said: "the month of appointment".
    case months(String)
  }

  public var keys: Keys
  public var quantity: QuantityRule
  /// For help: "{PQiP-15: ×1.2}".
  public var example: String

  public init(_ keys: Keys, _ quantity: QuantityRule, example: String) {
    self.keys = keys
    self.quantity = quantity
    self.example = example
  }

  /// Why the text is no such key, or nil when it is.
  fileprivate func fault(in key: String) -> String? {
    switch keys {
    case .names(let noun): Key.fault(in: key).map { "'\(key.prefix(64))' cannot name \(noun): \($0)" }
    case .months(let noun): Month(key) == nil ? "expected \(noun), such as 2024-10, not '\(key.prefix(64))'" : nil
    }
  }
}

extension KeyedQuantities: SchemaValue {
  public static func read(
    _ node: SourceNode, rule: KeyedRule, path: String, in reading: inout Reading
  ) -> KeyedQuantities? {
    guard let members = node.members else {
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range)
      return nil
    }
    var parts: [Part] = []
    var isSound = true
    for member in members {
      if let fault = rule.fault(in: member.key) {
        reading.fault(fault, at: member.keyRange, help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      let inner = "\(path).\(member.key)"
      reading.origins[inner] = member.value.range
      if let entry = Entry<Quantity>.read(member.value, rule: rule.quantity, path: inner, in: &reading) {
        parts.append(Part(key: member.key, entry: entry))
      } else {
        isSound = false
      }
    }
    return isSound ? KeyedQuantities(parts: parts) : nil
  }

  public func written(provenance: Bool) -> SourceNode {
    .mapping(parts.map { ($0.key, $0.entry.written(provenance: provenance)) })
  }

  public static func allowed(_ rule: KeyedRule) -> String { "\(rule.quantity.words), for each: \(rule.example)" }

  public var quantities: [QuantityPart] {
    parts.map { QuantityPart(path: $0.key, drawPath: $0.key, entry: $0.entry) }
  }
}

extension KeyedQuantities: NumberHolding {
  static func numberRule(_ rule: KeyedRule) -> QuantityRule { rule.quantity }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> KeyedQuantities {
    var result = self
    for position in parts.indices { change(parts[position].key, &result.parts[position].entry) }
    return result
  }
}
