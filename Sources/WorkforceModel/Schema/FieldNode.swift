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

  private func store(_ entry: Entry<Value>, in root: inout Root) {
    switch storage {
    case .kept(let path): root[keyPath: path] = entry
    case .optional(let path): root[keyPath: path] = entry
    }
  }

  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading) {
    let path = SchemaPath.joined(base, key)
    reading.origins[path] = member.value.range
    if let entry = Entry<Value>.read(member.value, rule: rule, path: path, in: &reading) {
      store(entry, in: &root)
    }
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    guard requirement == .required else { return }
    let place = base.isEmpty ? "the scenario" : base
    reading.fault("\(place) lacks '\(key)': \(summary)", at: range, help: ["\(key): \(Value.allowed(rule))"])
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    guard let entry = entry(root) else { return [] }
    switch style {
    case .file: return entry.isGiven ? [(key, entry.written(provenance: true))] : []
    case .simulated: return isSimulated ? [(key, entry.written(provenance: false))] : []
    }
  }

  func set(
    _ path: ArraySlice<String>, to node: SourceNode, in root: inout Root, base: String, in reading: inout Reading
  ) {
    var path = path
    if path.first == "value" { path = path.dropFirst() }
    let own = SchemaPath.joined(base, key)
    guard let segment = path.first else {
      let faults = reading.diagnostics.count
      if let entry = Entry<Value>.read(node, rule: rule, path: own, in: &reading), reading.diagnostics.count == faults {
        reading.origins = reading.origins.filter {
          !$0.key.hasPrefix(own + ".") || $0.value.source == node.range.source
        }
        reading.origins[own] = node.range
        store(entry, in: &root)
      }
      return
    }
    guard let current = entry(root) else {
      reading.fault("\(own) is not given, so it has no '\(segment)'", at: reading.pathRange ?? node.range)
      return
    }
    // Provenance is kept inside, so that changing one entry of a value leaves the sources of the others.
    var written = current.written(provenance: true)
    if !Provenance.isKey(segment) { written = ProvenanceShare.pushedDown(written) }
    guard let changed = replacing(path, in: written, with: node) else {
      let inner = current.value.written(provenance: false)
      let names = inner.members?.map(\.key) ?? []
      let help = names.isEmpty ? "it is \(inner.flowText)" : "there is: \(Suggestion.list(names))"
      reading.fault("\(own) has no '\(path.joined(separator: "."))'", at: reading.pathRange ?? node.range, help: [help])
      return
    }
    let faults = reading.diagnostics.count
    let origins = reading.origins
    let read = Entry<Value>.read(changed, rule: rule, path: own, in: &reading)
    // What was written out only to be read again has no place: its old one stays, and its faults are the new value's.
    for (key, range) in reading.origins where range.source.isEmpty { reading.origins[key] = origins[key] }
    for position in faults..<reading.diagnostics.count
    where reading.diagnostics[position].range?.source.isEmpty != false {
      reading.diagnostics[position].range = node.range
    }
    guard let entry = read, reading.diagnostics.count == faults else { return }
    reading.origins[SchemaPath.joined(own, path.joined(separator: "."))] = node.range
    store(entry, in: &root)
  }

  /// The node with the part at the path replaced; nil when there is no such part.
  private func replacing(_ path: ArraySlice<String>, in whole: SourceNode, with node: SourceNode) -> SourceNode? {
    guard let segment = path.first else { return node }
    guard var members = whole.members else {
      return Provenance.isKey(segment) && path.count == 1
        ? .mapping([("value", whole), (segment, node)]) : segment == "value" ? node : nil
    }
    func same(_ key: String) -> Bool { key == segment || (Band(key) != nil && Band(key) == Band(segment)) }
    var result = whole
    if let position = members.firstIndex(where: { same($0.key) }) {
      guard let inner = replacing(path.dropFirst(), in: members[position].value, with: node) else { return nil }
      members[position].value = inner
    } else if Provenance.isKey(segment), path.count == 1 {
      members.append(SourceNode.Member(key: segment, keyRange: node.range, value: node))
    } else if let position = members.firstIndex(where: { $0.key == "value" }),
      let inner = replacing(path, in: members[position].value, with: node)
    {
      members[position].value = inner
    } else {
      return nil
    }
    result.content = .mapping(members)
    return result
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    guard let entry = entry(root) else { return [] }
    return [
      ParameterValue(
        path: SchemaPath.joined(base, key), text: entry.value.written(provenance: false).flowText,
        isGiven: entry.isGiven, provenance: entry.provenance, quantities: entry.value.quantities)
    ]
  }

  func rows(base: String) -> [ParameterRow] {
    [
      ParameterRow(
        path: SchemaPath.joined(base, key), allowed: Value.allowed(rule), requirement: requirement, summary: summary)
    ]
  }

  func children(_ root: Root, of path: ArraySlice<String>) -> [String] {
    guard path.isEmpty, let entry = entry(root) else { return [] }
    return entry.value.written(provenance: false).members?.map(\.key) ?? []
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
      key: key, summary: summary, rule: rule, storage: .kept(path),
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
