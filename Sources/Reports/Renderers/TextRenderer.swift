/// Documents as plain text for a terminal or a pipe.
public struct TextRenderer: Sendable {
  /// Columns available; tables are not cut, paragraphs are folded.
  public var width: Int

  public init(width: Int = 100) {
    self.width = max(20, width)
  }

  public func render(_ document: Document) -> String {
    document.blocks.map(render).joined(separator: "\n")
  }

  private func render(_ block: Document.Block) -> String {
    switch block {
    case .heading(let text): return text + "\n"
    case .paragraph(let text): return folded(text, indent: "")
    case .note(let text): return folded(text, indent: "  ")
    case .table(let table): return render(table)
    }
  }

  private func folded(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width - indent.count {
        lines.append(indent + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(indent + line) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ table: Table) -> String {
    let widths = table.columns.indices.map { column in
      ([table.columns[column].header] + table.rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        text += (column == 0 ? "" : "   ") + (table.columns[column].isNumeric ? gap + cell : cell + gap)
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let hasHeader = table.columns.contains { !$0.header.isEmpty }
    return (hasHeader ? line(table.columns.map(\.header)) : "") + table.rows.map(line).joined()
  }
}
