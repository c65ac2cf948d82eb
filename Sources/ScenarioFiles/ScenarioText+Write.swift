public import WorkforceModel

extension ScenarioText {
  /// Writes a tree as YAML that reads back as the same tree: mappings on lines of their own at the outer levels, and in
  /// braces where they hold nothing but texts and fit on the line.
  /// - Parameter comments: put back at the keys that still stand
  public static func text(of node: SourceNode, comments: ScenarioComments = .none) -> String {
    var writer = TreeWriter(comments: comments.placed(in: node))
    return writer.text(of: node)
  }
}

/// Writes one tree, line by line.
private struct TreeWriter {
  let comments: ScenarioComments
  private var lines: [String] = []

  init(comments: ScenarioComments) {
    self.comments = comments
  }

  mutating func text(of node: SourceNode) -> String {
    switch node.content {
    case .mapping(let members) where !members.isEmpty: write(members, indent: 0, path: [])
    case .sequence(let items) where !items.isEmpty: write(items, indent: 0, path: [])
    default: lines.append(Self.flow(node, inFlow: false))
    }
    return (lines + comments.foot).joined(separator: "\n") + "\n"
  }

  private static let width = 100

  private mutating func write(_ members: [SourceNode.Member], indent: Int, path: [String]) {
    let margin = String(repeating: " ", count: indent)
    for member in members {
      let inner = path + [ScenarioComments.spelt(member.key)]
      let note = comments.notes[inner]
      // A blank line is no beginning of a file.
      let above = note?.above.drop { $0.isEmpty && lines.isEmpty } ?? []
      lines += above.map { $0.isEmpty ? "" : margin + $0 }
      let behind = note?.behind.map { "  \($0)" } ?? ""
      let front = margin + ScalarText.written(member.key, inFlow: false) + ":"
      let isBlock = indent == 0 && member.value.members?.isEmpty == false
      if !isBlock, !comments.isWithin(inner), let line = Self.line(front + " ", member.value) {
        lines.append(line + behind)
        continue
      }
      lines.append(front + behind)
      writeBlock(member.value, indent: indent + 2, path: inner)
    }
  }

  private mutating func write(_ items: [SourceNode], indent: Int, path: [String]) {
    let margin = String(repeating: " ", count: indent)
    for (position, item) in items.enumerated() {
      let inner = path + ["\(position)"]
      let note = comments.notes[inner]
      lines += (note?.above ?? []).map { $0.isEmpty ? "" : margin + $0 }
      let behind = note?.behind.map { "  \($0)" } ?? ""
      if !comments.isWithin(inner), let line = Self.line(margin + "- ", item) {
        lines.append(line + behind)
      } else {
        lines.append(margin + "-" + behind)
        writeBlock(item, indent: indent + 2, path: inner)
      }
    }
  }

  private mutating func writeBlock(_ node: SourceNode, indent: Int, path: [String]) {
    switch node.content {
    case .mapping(let members): write(members, indent: indent, path: path)
    case .sequence(let items): write(items, indent: indent, path: path)
    case .scalar: lines.append(String(repeating: " ", count: indent) + Self.flow(node, inFlow: false))
    }
  }

  /// The node on one line with what stands before it; nil when it needs lines of its own.
  private static func line(_ front: String, _ node: SourceNode) -> String? {
    let parts: [SourceNode]
    switch node.content {
    case .scalar: return front + flow(node, inFlow: false)
    case .mapping(let members): parts = members.map(\.value)
    case .sequence(let items): parts = items
    }
    // Braces inside braces are hard to read.
    guard parts.allSatisfy({ $0.members?.isEmpty != false }) else { return nil }
    let line = front + flow(node, inFlow: false)
    return parts.isEmpty || line.unicodeScalars.count <= width ? line : nil
  }

  private static func flow(_ node: SourceNode, inFlow: Bool) -> String {
    switch node.content {
    case .scalar("none") where node.isQuoted: return ScalarText.quoted("none")
    case .scalar(let text): return ScalarText.written(text, inFlow: inFlow)
    case .mapping(let members):
      let parts = members.map { "\(ScalarText.written($0.key, inFlow: true)): \(flow($0.value, inFlow: true))" }
      return "{" + parts.joined(separator: ", ") + "}"
    case .sequence(let items): return "[" + items.map { flow($0, inFlow: true) }.joined(separator: ", ") + "]"
    }
  }
}
