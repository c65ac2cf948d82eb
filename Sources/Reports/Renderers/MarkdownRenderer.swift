/// Documents as Markdown, for the generated pages of the documentation.
public struct MarkdownRenderer: Sendable {
  public init() {}

  public func render(_ document: Document) -> String {
    var text = ""
    for (position, block) in document.blocks.enumerated() {
      if position > 0 { text += "\n" }
      switch block {
      case .heading(let words): text += (position == 0 ? "# " : "## ") + words + "\n"
      case .paragraph(let words), .note(let words): text += words + "\n"
      case .table(let table): text += render(table)
      }
    }
    return text
  }

  private func render(_ table: Table) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("<", with: "&lt;") }.joined(separator: " | ") + " |\n"
    }
    let rule = "| " + table.columns.map { $0.isNumeric ? "---:" : "---" }.joined(separator: " | ") + " |\n"
    return line(table.columns.map(\.header)) + rule + table.rows.map(line).joined()
  }
}
