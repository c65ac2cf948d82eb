/// The parameters of one part of the scenario, in the order in which they are written and documented.
public struct Schema<Root: Sendable>: Sendable {
  public let nodes: [any SchemaNode<Root>]
  /// The row that a plain value stands for: `leaving: 7.8%/yr` is `leaving: {rate: 7.8%/yr}`.
  let principal: String?

  public init(_ nodes: [any SchemaNode<Root>], principal: String? = nil) {
    self.nodes = nodes
    self.principal = principal
  }

  /// Every key that may stand here.
  public var keys: [String] { nodes.map(\.key).filter { !$0.isEmpty } }

  private func node(taking key: String) -> (any SchemaNode<Root>)? {
    nodes.first { $0.key == key } ?? nodes.first { $0.takes(key) }
  }

  /// Reads a mapping over what `root` holds; unknown keys are faults. What is missing is told by
  /// ``reportMissing(in:base:at:in:)``, when everything has been read.
  func read(_ given: SourceNode, into root: inout Root, base: String, in reading: inout Reading) {
    let node = expanded(given)
    guard let members = node.members else {
      let allowed = Suggestion.list(keys)
      reading.fault("expected a mapping with \(allowed), not \(node.words)", at: node.range)
      reading.told.insert(base)
      return
    }
    for member in members {
      guard let row = self.node(taking: member.key) else {
        reportUnknown(member, base: base, in: &reading)
        // A misspelt key is told once, not also as the key that is missing.
        let meant = Suggestion.nearest(to: member.key, among: keys).first
        if let meant { reading.told.insert(SchemaPath.joined(base, meant)) }
        continue
      }
      row.read(member, into: &root, base: base, in: &reading)
    }
  }

  /// Reports what must be given and is not, here and below.
  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading) {
    guard base.isEmpty || !reading.told.contains(base) else { return }
    for row in nodes { row.reportMissing(in: root, base: base, at: range, in: &reading) }
  }

  private func reportUnknown(_ member: SourceNode.Member, base: String, in reading: inout Reading) {
    let place = base.isEmpty ? "" : " in \(base)"
    // Beside a principal row provenance may stand too.
    let known = principal == nil ? keys : keys + Provenance.keys.map(\.key)
    let help = Suggestion.help(for: member.key, among: known) ?? "allowed here: \(Suggestion.list(keys))"
    reading.fault(
      "unknown key '\(member.key)'\(place)", at: member.keyRange, help: [Profile.splitCall(member) ?? help])
  }

  /// A plain value, or a mapping without any key of ours, stands for the principal row; provenance beside our keys
  /// belongs to it too.
  private func expanded(_ node: SourceNode) -> SourceNode {
    guard let principal else { return node }
    func wrapped(_ inner: SourceNode) -> SourceNode {
      let member = SourceNode.Member(key: principal, keyRange: inner.range, value: inner)
      return SourceNode(.mapping([member]), range: inner.range)
    }
    guard let members = node.members else { return wrapped(node) }
    guard members.contains(where: { self.node(taking: $0.key) != nil }) else { return wrapped(node) }
    let provenance = members.filter { Provenance.isKey($0.key) }
    guard !provenance.isEmpty, let position = members.firstIndex(where: { $0.key == principal }) else { return node }
    var kept = members
    var value = kept[position].value
    if let inner = value.members {
      value.content = .mapping(inner + provenance)
    } else {
      let plain = SourceNode.Member(key: "value", keyRange: value.range, value: value)
      value = SourceNode(.mapping([plain] + provenance), range: value.range)
    }
    kept[position].value = value
    kept.removeAll { Provenance.isKey($0.key) }
    var result = node
    result.content = .mapping(kept)
    return result
  }

  func write(_ root: Root, style: WriteStyle) -> SourceNode {
    shortened(nodes.flatMap { $0.write(root, style: style) })
  }

  /// What to write over `base` to make it `root`; a mapping of nothing where they are equal.
  func differences(_ root: Root, from base: Root) -> SourceNode {
    shortened(nodes.flatMap { $0.differences(root, from: base) })
  }

  /// A group with nothing but its principal row is written as that row's value.
  private func shortened(_ members: [(String, SourceNode)]) -> SourceNode {
    if let principal, members.count == 1, members[0].0 == principal, !members[0].1.isNone { return members[0].1 }
    return .mapping(members)
  }

  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading
  ) {
    let keyed = path.first.flatMap { key in self.node(taking: key) }
    if let keyed, let key = path.first {
      let rest = keyed.takes(key) && keyed.key != key ? path : path.dropFirst()
      keyed.set(rest, to: change, in: &root, base: base, in: &reading)
      return
    }
    // A group that is set to a mapping of its own keys takes those that are given.
    if path.isEmpty, principal != nil, let members = expanded(change.value).members,
      change.value.members?.contains(where: { member in self.node(taking: member.key) != nil }) == true
    {
      for member in members {
        guard let row = self.node(taking: member.key) else {
          reportUnknown(member, base: base, in: &reading)
          continue
        }
        let inner = Change(replacing: member.value, from: change.from)
        row.set([], to: inner, in: &root, base: base, in: &reading)
      }
      return
    }
    if let principal, let row = nodes.first(where: { $0.key == principal }) {
      let before = reading.applied.count
      row.set(path, to: change, in: &root, base: base, in: &reading)
      // Replacing a rate by a path that names its group leaves the rest of the group as it is.
      if path.isEmpty, !change.isRelative, reading.applied.count > before {
        let kept = nodes.filter { $0.key != principal }.flatMap { $0.values(root, base: "") }.filter(\.isGiven)
        reading.remark(kept.map { "\($0.path) \($0.text) stays" })
      }
      return
    }
    let place = base.isEmpty ? "" : " in \(base)"
    guard let key = path.first else {
      reading.fault("\(base) is a group: name one of \(Suggestion.list(keys))", at: change.range)
      return
    }
    let help = Suggestion.help(for: key, among: keys) ?? "there is: \(Suggestion.list(keys))"
    reading.fault("there is no '\(key)'\(place)", at: reading.pathRange ?? change.range, help: [help])
  }

  public func values(_ root: Root, base: String) -> [ParameterValue] { nodes.flatMap { $0.values(root, base: base) } }
  func rows(base: String) -> [ParameterRow] { nodes.flatMap { $0.rows(base: base) } }

  func names(_ root: Root, of path: ArraySlice<String>) -> [String] {
    // The entries of a group's only value may be named without it: `leaving.<5y`.
    let open = nodes.filter { $0.key.isEmpty || $0.key == principal }
    guard let key = path.first else { return open.flatMap { $0.names(root, of: []) } }
    guard let row = node(taking: key) else { return open.flatMap { $0.names(root, of: path) } }
    return row.names(root, of: row.key == key ? path.dropFirst() : path)
  }
}

/// A path, its segments joined by dots: `grades.PO.leaving.<5y`.
enum SchemaPath {
  static func joined(_ base: String, _ key: String) -> String {
    key.isEmpty ? base : base.isEmpty ? key : "\(base).\(key)"
  }
}
