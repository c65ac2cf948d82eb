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
    reading.origins[own] = member.value.range
    Child.schema.read(member.value, into: &root[keyPath: path], base: own, in: &reading)
  }

  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    guard isRequired else { return }
    reading.fault("\(base) lacks '\(key)': \(summary)", at: range)
  }

  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)] {
    let node = Child.schema.write(root[keyPath: path], style: style)
    return node.members?.isEmpty == true ? [] : [(key, node)]
  }

  func set(
    _ path: ArraySlice<String>, to node: SourceNode, in root: inout Root, base: String, in reading: inout Reading
  ) {
    Child.schema.set(
      path, to: node, in: &root[keyPath: self.path], base: SchemaPath.joined(base, key), in: &reading)
  }

  func values(_ root: Root, base: String) -> [ParameterValue] {
    Child.schema.values(root[keyPath: path], base: SchemaPath.joined(base, key))
  }

  func rows(base: String) -> [ParameterRow] { Child.schema.rows(base: SchemaPath.joined(base, key)) }

  func children(_ root: Root, of path: ArraySlice<String>) -> [String] {
    Child.schema.children(root[keyPath: self.path], of: path)
  }
}
