public import WorkforceModel

extension ScenarioText {
  /// Writes a tree as YAML that reads back as the same tree: mappings on lines of their own at the outer levels, and in
  /// braces where they hold nothing but texts and fit on the line.
  public static func text(of node: SourceNode) -> String {
    var lines: [String] = []
    switch node.content {
    case .mapping(let members) where !members.isEmpty: write(members, indent: 0, to: &lines)
    case .sequence(let items) where !items.isEmpty: write(items, indent: 0, to: &lines)
    default: lines.append(flow(node, inFlow: false))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let width = 100

  private static func write(_ members: [SourceNode.Member], indent: Int, to lines: inout [String]) {
    let margin = String(repeating: " ", count: indent)
    for member in members {
      let front = margin + ScalarText.written(member.key, inFlow: false) + ":"
      let isBlock = indent == 0 && member.value.members?.isEmpty == false
      if !isBlock, let line = line(front + " ", member.value) {
        lines.append(line)
        continue
      }
      lines.append(front)
      writeBlock(member.value, indent: indent + 2, to: &lines)
    }
  }

  private static func write(_ items: [SourceNode], indent: Int, to lines: inout [String]) {
    let margin = String(repeating: " ", count: indent)
    for item in items {
      if let line = line(margin + "- ", item) {
        lines.append(line)
      } else {
        lines.append(margin + "-")
        writeBlock(item, indent: indent + 2, to: &lines)
      }
    }
  }

  private static func writeBlock(_ node: SourceNode, indent: Int, to lines: inout [String]) {
    switch node.content {
    case .mapping(let members): write(members, indent: indent, to: &lines)
    case .sequence(let items): write(items, indent: indent, to: &lines)
    case .scalar: lines.append(String(repeating: " ", count: indent) + flow(node, inFlow: false))
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
    case .scalar(let text): return ScalarText.written(text, inFlow: inFlow)
    case .mapping(let members):
      let parts = members.map { "\(ScalarText.written($0.key, inFlow: true)): \(flow($0.value, inFlow: true))" }
      return "{" + parts.joined(separator: ", ") + "}"
    case .sequence(let items): return "[" + items.map { flow($0, inFlow: true) }.joined(separator: ", ") + "]"
    }
  }
}
