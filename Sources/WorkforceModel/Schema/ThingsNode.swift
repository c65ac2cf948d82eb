import OrderedCollections

/// A map of named things: `grades: {PO: {…}, PSO: {…}}`; or, without a key of its own, the members of a mapping whose
/// keys are months: the starts of an intake that differ.
struct ThingsNode<Root: Sendable, Child: SchemaPart>: SchemaNode {
  enum Naming: Sendable {
    /// Names by the rules of ``Key``.
    case keys
    /// Months, beside the other keys of the mapping.
    case months
  }

  let key: String
  let summary: String
  /// What one of them is called in path patterns: `<grade>`.
  let thing: String
  let naming: Naming
  let path: any WritableKeyPath<Root, OrderedDictionary<String, Child>> & Sendable
  let isRequired: Bool
  static var most: Int { 1000 }

  init(
    _ key: String, of thing: String, _ path: any WritableKeyPath<Root, OrderedDictionary<String, Child>> & Sendable,
    _ summary: String, naming: Naming = .keys, isRequired: Bool = false
  ) {
    self.key = key
    self.thing = thing
    self.path = path
    self.summary = summary
    self.naming = naming
    self.isRequired = isRequired
  }

  func takes(_ key: String) -> Bool { naming == .months ? Month(key) != nil : key == self.key }

  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading) {
    if naming == .months {
      readThing(member, into: &root, base: base, in: &reading)
      return
    }
    let own = SchemaPath.joined(base, key)
    if reading.isOver, member.value.isNone {
      if isRequired {
        reading.fault("\(own) must be given: it cannot be none", at: member.value.range)
        reading.told.insert(own)
      } else {
        root[keyPath: path] = [:]
        reading.replaced.insert(own)
      }
      return
    }
    reading.origins[own] = member.value.range
    guard let members = member.value.members else {
      if member.value.isEmpty { return }
      reading.fault("\(own) holds named things, not \(member.value.words)", at: member.value.range)
      return
    }
    guard members.count <= Self.most else {
      reading.fault("\(own) holds at most \(Self.most) things", at: member.value.range)
      return
    }
    for thing in members { readThing(thing, into: &root, base: own, in: &reading) }
  }

  private func readThing(
    _ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading
  ) {
    if naming == .keys, let fault = Key.fault(in: member.key) {
      reading.fault(
        "'\(member.key.prefix(64))' cannot name a \(thing): \(fault)", at: member.keyRange,
        help: [Profile.splitCall(member)])
      return
    }
    let own = SchemaPath.joined(base, member.key)
    if reading.isOver, member.value.isNone {
      takeOut(member, own: own, of: &root, base: base, in: &reading)
      return
    }
    reading.origins[own] = member.keyRange
    var child = root[keyPath: path][member.key] ?? Child()
    var node = member.value
    // Faults about the thing as a whole point at its name, not at whatever its first line holds.
    if node.members != nil { node.range = member.keyRange }
    Child.schema.read(node, into: &child, base: own, in: &reading)
    root[keyPath: path][member.key] = child
  }

  private func takeOut(
    _ member: SourceNode.Member, own: String, of root: inout Root, base: String, in reading: inout Reading
  ) {
    let names = Array(root[keyPath: path].keys)
    guard root[keyPath: path].removeValue(forKey: member.key) != nil else {
      let known = names.isEmpty ? "there is none" : "there is: \(Suggestion.list(names))"
      reading.fault(
        "\(base) has no \(thing) '\(member.key)' to take out", at: member.keyRange,
        help: [reading.suggestion(for: member.key, among: names) ?? known])
      return
    }
    reading.replaced.insert(own)
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    let own = SchemaPath.joined(base, key)
    if isRequired, reading.origins[own] == nil, !reading.told.contains(own) {
      reading.fault("the scenario lacks '\(key)': \(summary)", at: range)
    }
    for (name, child) in root[keyPath: path] {
      let inner = SchemaPath.joined(own, name)
      Child.schema.reportMissing(in: child, base: inner, at: reading.origins[inner] ?? range, in: &reading)
    }
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    let things = root[keyPath: path]
    let members = things.map { ($0.key, Child.schema.write($0.value, style: style)) }
    if naming == .months { return members }
    return members.isEmpty ? [] : [(key, .mapping(members))]
  }

  func differences(_ root: Root, from base: Root) -> [(String, SourceNode)] {
    let (things, others) = (root[keyPath: path], base[keyPath: path])
    var members: [(String, SourceNode)] = []
    for (name, thing) in things {
      guard let other = others[name] else {
        members.append((name, Child.schema.write(thing, style: .file)))
        continue
      }
      let node = Child.schema.differences(thing, from: other)
      if node.members?.isEmpty != true { members.append((name, node)) }
    }
    members += others.keys.filter { things[$0] == nil }.map { ($0, .none) }
    if naming == .months { return members }
    return members.isEmpty ? [] : [(key, .mapping(members))]
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    let own = SchemaPath.joined(base, key)
    return root[keyPath: path].flatMap { Child.schema.values($0.value, base: SchemaPath.joined(own, $0.key)) }
  }

  func rows(base: String) -> [ParameterRow] {
    let own = SchemaPath.joined(base, key)
    return Child.schema.rows(base: SchemaPath.joined(own, "<\(thing)>"))
  }

  func names(_ root: Root, of path: ArraySlice<String>) -> [String] {
    guard let name = path.first else { return Array(root[keyPath: self.path].keys) }
    guard let child = root[keyPath: self.path][name] else { return [] }
    return Child.schema.names(child, of: path.dropFirst())
  }
}
