/// A part of a scenario that has a schema of its own.
public protocol SchemaPart: Sendable, Equatable {
  static var schema: Schema<Self> { get }
  init()
}

/// Rows grouped under one key: `leaving: {rate: …, multiplier: …}`.
struct GroupNode<Root: Sendable, Child: SchemaPart>: SchemaNode {
  let key: String
  let summary: String
  let path: any WritableKeyPath<Root, Child> & Sendable
  let isRequired: Bool

  init(
    _ key: String, _ path: any WritableKeyPath<Root, Child> & Sendable, _ summary: String, isRequired: Bool = true
  ) {
    self.key = key
    self.path = path
    self.summary = summary
    self.isRequired = isRequired
  }

  func takes(_ key: String) -> Bool { key == self.key }

  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading) {
    let own = SchemaPath.joined(base, key)
    if reading.isOver, member.value.isNone {
      if isRequired {
        reading.fault("\(own) must be given: it cannot be none", at: member.value.range)
        reading.told.insert(own)
      } else {
        root[keyPath: path] = Child()
        reading.replaced.insert(own)
      }
      return
    }
    reading.origins[own] = member.value.range
    Child.schema.read(member.value, into: &root[keyPath: path], base: own, in: &reading)
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    let own = SchemaPath.joined(base, key)
    if let place = reading.origins[own] {
      Child.schema.reportMissing(in: root[keyPath: path], base: own, at: place, in: &reading)
    } else if isRequired, !reading.told.contains(own) {
      reading.fault("\(base) lacks '\(key)': \(summary)", at: range)
    }
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    let node = Child.schema.write(root[keyPath: path], style: style)
    return node.members?.isEmpty == true ? [] : [(key, node)]
  }

  func differences(_ root: Root, from base: Root) -> [(String, SourceNode)] {
    let node = Child.schema.differences(root[keyPath: path], from: base[keyPath: path])
    return node.members?.isEmpty == true ? [] : [(key, node)]
  }

  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading
  ) {
    if change.isNone, path.isEmpty, !isRequired, let (_, node) = write(root, style: .file).first {
      root[keyPath: self.path] = Child()
      reading.takeOut(SchemaPath.joined(base, key), node, by: change)
      return
    }
    Child.schema.set(
      path, to: change, in: &root[keyPath: self.path], base: SchemaPath.joined(base, key), in: &reading)
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    Child.schema.values(root[keyPath: path], base: SchemaPath.joined(base, key))
  }

  func rows(base: String) -> [ParameterRow] { Child.schema.rows(base: SchemaPath.joined(base, key)) }

  func names(_ root: Root, of path: ArraySlice<String>) -> [String] {
    Child.schema.names(root[keyPath: self.path], of: path)
  }
}
