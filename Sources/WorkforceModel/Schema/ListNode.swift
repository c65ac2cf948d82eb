/// A list of things without names: `published: [{…}, {…}]`. In paths each is called by its place, from 1.
struct ListNode<Root: Sendable, Child: SchemaPart>: SchemaNode {
  let key: String
  let summary: String
  let path: any WritableKeyPath<Root, [Child]> & Sendable
  /// Part of what is simulated, and so of the digest.
  let isSimulated: Bool
  static var most: Int { 1000 }

  init(
    _ key: String, _ path: any WritableKeyPath<Root, [Child]> & Sendable, _ summary: String, isSimulated: Bool = true
  ) {
    self.key = key
    self.path = path
    self.summary = summary
    self.isSimulated = isSimulated
  }

  func takes(_ key: String) -> Bool { key == self.key }

  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading) {
    let own = SchemaPath.joined(base, key)
    // A list is one value: another text's replaces it whole.
    reading.replaced.insert(own)
    if reading.isOver, member.value.isNone {
      root[keyPath: path] = []
      return
    }
    if let items = items(member.value, at: own, in: &reading) { root[keyPath: path] = items }
  }

  private func items(_ node: SourceNode, at own: String, in reading: inout Reading) -> [Child]? {
    reading.origins[own] = node.range
    guard case .sequence(let items) = node.content else {
      if node.isEmpty { return [] }
      reading.fault("\(own) is a list, each entry behind a dash, not \(node.words)", at: node.range)
      return nil
    }
    guard items.count <= Self.most else {
      reading.fault("\(own) holds at most \(Self.most) entries", at: node.range)
      return nil
    }
    return items.enumerated().map { position, item in
      let place = SchemaPath.joined(own, "\(position + 1)")
      reading.origins[place] = item.range
      var child = Child()
      Child.schema.read(item, into: &child, base: place, in: &reading)
      return child
    }
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    let own = SchemaPath.joined(base, key)
    for (position, child) in root[keyPath: path].enumerated() {
      let place = SchemaPath.joined(own, "\(position + 1)")
      Child.schema.reportMissing(in: child, base: place, at: reading.origins[place] ?? range, in: &reading)
    }
  }

  func differences(_ root: Root, from base: Root) -> [(String, SourceNode)] {
    guard root[keyPath: path] != base[keyPath: path] else { return [] }
    return root[keyPath: path].isEmpty ? [(key, .none)] : write(root, style: .file)
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    let items = root[keyPath: path]
    guard !items.isEmpty, style == .file || isSimulated else { return [] }
    return [(key, .written(.sequence(items.map { ListNode.flat(Child.schema.write($0, style: style)) })))]
  }

  /// Provenance of the principal row stands beside the other rows, as it is read.
  private static func flat(_ node: SourceNode) -> SourceNode {
    guard let principal = Child.schema.principal, let members = node.members else { return node }
    var result = node
    result.content = .mapping(
      members.flatMap { member in
        guard member.key == principal, let inner = member.value.members,
          let value = inner.first(where: { $0.key == "value" })
        else { return [member] }
        var own = member
        own.value = value.value
        return [own] + inner.filter { Provenance.isKey($0.key) }
      })
    return result
  }

  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading
  ) {
    let own = SchemaPath.joined(base, key)
    let count = root[keyPath: self.path].count
    if change.isNone, path.count <= 1, count > 0 {
      let number = path.first.map { Int($0) ?? 0 }
      if let number, !(1...count).contains(number) {
        reading.fault("\(own) has no '\(path.joined())'", at: reading.pathRange ?? change.range)
        return
      }
      let before = write(root, style: .file)[0].1
      if let number { root[keyPath: self.path].remove(at: number - 1) } else { root[keyPath: self.path] = [] }
      reading.takeOut(path.first.map { SchemaPath.joined(own, $0) } ?? own, before, by: change)
      return
    }
    guard let place = path.first else {
      let faults = reading.diagnostics.count
      reading.origins = reading.origins.filter { !$0.key.hasPrefix(own + ".") }
      if let items = items(change.whole, at: own, in: &reading), reading.diagnostics.count == faults {
        root[keyPath: self.path] = items
        reportMissing(in: root, base: base, at: change.range, in: &reading)
      }
      return
    }
    guard let number = Int(place), (1...max(1, count)).contains(number), count > 0 else {
      let known = count == 0 ? "\(own) has no entries" : "entries are called by their place, 1 to \(count)"
      reading.fault("\(own) has no '\(place)'", at: reading.pathRange ?? change.range, help: [known])
      return
    }
    Child.schema.set(
      path.dropFirst(), to: change, in: &root[keyPath: self.path][number - 1], base: SchemaPath.joined(own, place),
      in: &reading)
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    let own = SchemaPath.joined(base, key)
    return root[keyPath: path].enumerated().flatMap { position, child in
      Child.schema.values(child, base: SchemaPath.joined(own, "\(position + 1)"))
    }
  }

  func rows(base: String) -> [ParameterRow] {
    Child.schema.rows(base: SchemaPath.joined(SchemaPath.joined(base, key), "<number>"))
  }

  func names(_ root: Root, of path: ArraySlice<String>) -> [String] {
    let items = root[keyPath: self.path]
    guard let place = path.first else { return items.indices.map { "\($0 + 1)" } }
    guard let number = Int(place), items.indices.contains(number - 1) else { return [] }
    return Child.schema.names(items[number - 1], of: path.dropFirst())
  }
}
