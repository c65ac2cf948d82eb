internal import WorkforceModel
internal import Yams

/// Reads Yams' tree into ours: places, anchors, duplicate keys, and everything of YAML that a scenario has no use for.
struct TreeReader {
  let lines: SourceLines
  let mask: TextMask
  /// Faults that leave the rest readable.
  private(set) var diagnostics: [Diagnostic] = []

  private struct Anchored {
    var node: SourceNode
    var nodes: Int
    var height: Int
  }
  private var anchors: [String: Anchored] = [:]
  private var nodes = 0
  private var aliases = 0

  init(lines: SourceLines, mask: TextMask) {
    self.lines = lines
    self.mask = mask
  }

  static func tooDeep(at range: SourceRange) -> Faults {
    Faults("mappings and lists are nested more than \(TextBounds.deepest) deep", at: range)
  }

  mutating func read(_ root: Node) throws(Faults) -> SourceNode {
    try read(root, depth: 1).node
  }

  private mutating func read(_ node: Node, depth: Int) throws(Faults) -> Anchored {
    if let name = aliasName(node) { return try readAlias(node, name: name, depth: depth) }
    let (place, isTagged) = place(of: node)
    if isTagged { reportTag(at: place) }
    let before = nodes
    try count(1, at: place)
    var result = Anchored(node: SourceNode(.scalar(""), range: lines.range(place)), nodes: 1, height: 0)
    switch node {
    case .scalar(let scalar):
      result.node = scalarNode(scalar, at: place)
    case .mapping(let mapping):
      guard depth <= TextBounds.deepest else { throw TreeReader.tooDeep(at: lines.range(place)) }
      result = try readMapping(mapping, at: place, depth: depth)
    case .sequence(let sequence):
      guard depth <= TextBounds.deepest else { throw TreeReader.tooDeep(at: lines.range(place)) }
      var items: [SourceNode] = []
      for item in sequence {
        let inner = try read(item, depth: depth + 1)
        items.append(inner.node)
        result.height = max(result.height, inner.height + 1)
      }
      let length = ScalarPlaces.flowLength(lines, from: place, last: items.last?.range, close: "]")
      result.node = SourceNode(.sequence(items), range: lines.range(place, length: length))
    case .alias: break
    }
    result.nodes = nodes - before
    if let anchor = node.anchor { anchors[anchor.rawValue] = result }
    return result
  }

  private mutating func readMapping(
    _ mapping: Node.Mapping, at place: SourceLines.Place, depth: Int
  ) throws(Faults) -> Anchored {
    var members: [SourceNode.Member] = []
    var firstLines: [String: Int] = [:]
    var height = 1
    for (keyNode, valueNode) in mapping {
      let key = readKey(keyNode)
      let inner = try read(valueNode, depth: depth + 1)
      height = max(height, inner.height + 1)
      guard let key, let text = key.scalar else { continue }
      if let first = firstLines[text] {
        diagnostics.append(
          Diagnostic("duplicate key '\(text)'", at: key.range, label: "first given on line \(first)"))
        continue
      }
      firstLines[text] = key.range.line
      members.append(SourceNode.Member(key: text, keyRange: key.range, value: inner.node))
    }
    // A mapping in block style begins with its first key: the marker goes under that.
    var length = members.first.map(\.keyRange.length) ?? 1
    if mapping.style == .flow || lines.rest(place).first == "{" {
      length = ScalarPlaces.flowLength(lines, from: place, last: members.last?.value.range, close: "}")
    }
    return Anchored(
      node: SourceNode(.mapping(members), range: lines.range(place, length: length)), nodes: 0, height: height)
  }

  /// The key, or nil after a report when it is not a plain text of a fair length.
  private mutating func readKey(_ node: Node) -> SourceNode? {
    let (place, isTagged) = place(of: node)
    if isTagged { reportTag(at: place) }
    guard case .scalar(let scalar) = node, scalar.style != .literal, scalar.style != .folded else {
      diagnostics.append(Diagnostic("a key is a text, not a list or a mapping", at: lines.range(place)))
      return nil
    }
    if aliasName(node) != nil {
      diagnostics.append(Diagnostic("an alias cannot be a key", at: lines.range(place)))
      return nil
    }
    let key = scalarNode(scalar, at: place)
    if let anchor = node.anchor { anchors[anchor.rawValue] = Anchored(node: key, nodes: 1, height: 0) }
    if key.isEmpty {
      diagnostics.append(Diagnostic("a key is missing before the colon", at: lines.range(place)))
      return nil
    }
    guard key.scalar.map({ $0.unicodeScalars.count <= TextBounds.longestKey }) == true else {
      let message = "a key has at most \(TextBounds.longestKey) characters"
      diagnostics.append(Diagnostic(message, at: key.range))
      return nil
    }
    return key
  }

  private mutating func scalarNode(_ scalar: Node.Scalar, at place: SourceLines.Place) -> SourceNode {
    let text = mask.unmasked(scalar.string)
    let length = ScalarPlaces.length(of: scalar, lines, at: place)
    let range = lines.range(place, length: length)
    if let refused = text.unicodeScalars.first(where: { TextBounds.isRefused($0) || $0 == "\r" || $0 == "\u{85}" }) {
      let message = "the character \(TextBounds.name(of: refused)) cannot stand in a scenario"
      diagnostics.append(Diagnostic(message, at: range))
    }
    let isInQuotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    return SourceNode(
      .scalar(text), range: range, textOffset: isInQuotes ? 1 : 0, isQuoted: scalar.style != .plain)
  }

  // MARK: anchors, aliases, tags

  /// What follows the star of a plain text that begins with one.
  private func aliasName(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain, scalar.string.unicodeScalars.first == TextMask.star
    else { return nil }
    return mask.unmasked(String(scalar.string.unicodeScalars.dropFirst()))
  }

  private mutating func readAlias(_ node: Node, name: String, depth: Int) throws(Faults) -> Anchored {
    let (place, _) = place(of: node)
    let range = lines.range(place, length: name.unicodeScalars.count + 1)
    aliases += 1
    guard aliases <= TextBounds.mostAliases else {
      throw Faults("a scenario has at most \(TextBounds.mostAliases) aliases (*name)", at: range)
    }
    guard let anchored = anchors[name] else {
      try count(1, at: place)
      let isName = !name.isEmpty && !name.contains(" ")
      let help = isName ? Suggestion.help(for: name, among: anchors.keys.sorted()) : nil
      diagnostics.append(
        Diagnostic(
          isName ? "there is no anchor '&\(name)' before this" : "a text that begins with * is an alias unless quoted",
          at: range, help: [help ?? "put a text that begins with * in quotes"]))
      return Anchored(node: SourceNode(.scalar("*\(name)"), range: range), nodes: 1, height: 0)
    }
    try count(anchored.nodes, at: place)
    if depth + anchored.height - 1 > TextBounds.deepest { throw TreeReader.tooDeep(at: range) }
    return anchored
  }

  private mutating func count(_ more: Int, at place: SourceLines.Place) throws(Faults) {
    nodes += more
    guard nodes <= TextBounds.mostNodes else {
      throw Faults("a scenario has at most \(TextBounds.mostNodes) values, aliases replaced", at: lines.range(place))
    }
  }

  private mutating func reportTag(at place: SourceLines.Place) {
    let range = lines.range(place)
    // A mapping begins where its first key does, so the tag of that key is met twice.
    guard diagnostics.last?.range != range else { return }
    diagnostics.append(
      Diagnostic(
        "tags such as !!int are not used: every value is a text", at: range,
        help: ["take the tag out, or put the text in quotes"]))
  }

  /// Where the node itself begins, after its anchor, and whether it carries a tag.
  private func place(of node: Node) -> (SourceLines.Place, isTagged: Bool) {
    guard let mark = node.mark else { return (.init(line: 1, column: 1), false) }
    let place = SourceLines.Place(line: mark.line, column: mark.column)
    if lines.rest(place).first == "!" { return (place, true) }
    guard node.anchor != nil, lines.rest(place).first == "&" else { return (place, false) }
    let after = ScalarPlaces.afterAnchor(lines, from: place)
    return (after, lines.rest(after).first == "!")
  }
}
