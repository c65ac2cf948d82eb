/// A row of the parameter list: a key, what it may hold, and the stored property that holds it.
struct FieldNode<Root: Sendable, Value: SchemaValue>: SchemaNode {
  /// How the property keeps its entry; key paths kept in statics must say that they are sendable.
  enum Storage: Sendable {
    case kept(any WritableKeyPath<Root, Entry<Value>> & Sendable)
    case optional(any WritableKeyPath<Root, Entry<Value>?> & Sendable)
  }

  let key: String
  let summary: String
  let rule: Value.Rule
  let storage: Storage
  /// What holds when nothing is given; nil for none.
  var initial: Entry<Value>?
  let requirement: Requirement
  /// Part of what is simulated, and so of the digest; names, notes, seed and replicates are not.
  let isSimulated: Bool

  func takes(_ key: String) -> Bool { key == self.key }

  func entry(_ root: Root) -> Entry<Value>? {
    switch storage {
    case .kept(let path): root[keyPath: path]
    case .optional(let path): root[keyPath: path]
    }
  }

  func store(_ entry: Entry<Value>, in root: inout Root) {
    switch storage {
    case .kept(let path): root[keyPath: path] = entry
    case .optional(let path): root[keyPath: path] = entry
    }
  }

  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading) {
    let path = SchemaPath.joined(base, key)
    reading.replaced.insert(path)
    if reading.isOver, member.value.isNone {
      takeOut(path, at: member.value.range, of: &root, in: &reading)
      return
    }
    reading.origins[path] = member.value.range
    if let entry = Entry<Value>.read(member.value, rule: rule, path: path, in: &reading) {
      store(entry, in: &root)
    }
  }

  /// Back to what holds when nothing is given.
  func takeOut(_ path: String, at range: SourceRange, of root: inout Root, in reading: inout Reading) {
    guard requirement != .required else {
      reading.fault("\(path) must be given: it cannot be none", at: range, help: ["\(key): \(Value.allowed(rule))"])
      reading.told.insert(path)
      return
    }
    switch storage {
    case .kept(let path):
      if let initial { root[keyPath: path] = initial }
    case .optional(let path): root[keyPath: path] = nil
    }
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    let path = SchemaPath.joined(base, key)
    guard requirement == .required, reading.origins[path] == nil, !reading.told.contains(path) else { return }
    let place = base.isEmpty ? "the scenario" : base
    reading.fault("\(place) lacks '\(key)': \(summary)", at: range, help: ["\(key): \(Value.allowed(rule))"])
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    guard let entry = entry(root) else { return [] }
    switch style {
    case .file: return entry.isGiven ? [(key, entry.written(provenance: true).asValue)] : []
    case .simulated: return isSimulated ? [(key, entry.written(provenance: false))] : []
    }
  }

  func differences(_ root: Root, from base: Root) -> [(String, SourceNode)] {
    let (own, other) = (entry(root), entry(base))
    if own == other { return [] }
    if let own, own.isGiven { return [(key, own.written(provenance: true).asValue)] }
    return other?.isGiven == true ? [(key, .none)] : []
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    guard let entry = entry(root) else { return [] }
    return [
      ParameterValue(
        path: SchemaPath.joined(base, key), node: entry.value.written(provenance: false),
        isGiven: entry.isGiven, provenance: entry.provenance, quantities: entry.value.quantities,
        isSimulated: isSimulated, isText: entry.value is String || entry.value is [String],
        faultOfWhole: entry.value.faultOfWhole)
    ]
  }

  func rows(base: String) -> [ParameterRow] {
    [
      ParameterRow(
        path: SchemaPath.joined(base, key), allowed: Value.allowed(rule), requirement: requirement, summary: summary)
    ]
  }

  func names(_ root: Root, of path: ArraySlice<String>) -> [String] {
    guard var node = entry(root)?.value.written(provenance: false) else { return [] }
    for segment in path where segment != "value" {
      guard let inner = node.members?.first(where: { SchemaPath.isSame($0.key, segment) }) else { return [] }
      node = inner.value
    }
    return node.members?.map(\.key).filter { $0 != "independent" } ?? []
  }
}

/// The three ways in which a row can be declared.
enum Field {
  /// Must be given; the property holds a placeholder until it is.
  static func required<Root: Sendable, Value: SchemaValue>(
    _ key: String, _ path: any WritableKeyPath<Root, Entry<Value>> & Sendable, _ rule: Value.Rule, _ summary: String,
    isSimulated: Bool = true
  ) -> any SchemaNode<Root> {
    FieldNode(
      key: key, summary: summary, rule: rule, storage: .kept(path), requirement: .required, isSimulated: isSimulated)
  }

  /// May be left out; the property's initial value then holds, and `words` says so.
  static func defaulted<Root: Sendable, Value: SchemaValue>(
    _ key: String, _ path: any WritableKeyPath<Root, Entry<Value>> & Sendable, of blank: Root, _ rule: Value.Rule,
    _ summary: String, isSimulated: Bool = true
  ) -> any SchemaNode<Root> {
    FieldNode(
      key: key, summary: summary, rule: rule, storage: .kept(path), initial: blank[keyPath: path],
      requirement: .defaulted(blank[keyPath: path].value.written(provenance: false).flowText),
      isSimulated: isSimulated)
  }

  /// May be left out; then there is none, or what `absent` says.
  static func optional<Root: Sendable, Value: SchemaValue>(
    _ key: String, _ path: any WritableKeyPath<Root, Entry<Value>?> & Sendable, _ rule: Value.Rule, _ summary: String,
    absent: String? = nil, isSimulated: Bool = true
  ) -> any SchemaNode<Root> {
    FieldNode(
      key: key, summary: summary, rule: rule, storage: .optional(path),
      requirement: absent.map { .defaulted($0) } ?? .optional, isSimulated: isSimulated)
  }
}
