/// Documents as Markdown, for the generated pages of the documentation. Charts are blocks of text.
public struct MarkdownRenderer: Sendable {
  /// Columns of a chart.
  private static let width = 80

  public init() {}

  public func render(_ document: Document) -> String {
    var text = ""
    for (position, block) in document.blocks.enumerated() {
      if position > 0 { text += "\n" }
      switch block {
      case .heading(let words): text += (position == 0 ? "# " : "## ") + words + "\n"
      case .paragraph(let words), .note(let words): text += words + "\n"
      case .table(let table): text += render(table)
      case .chart(let chart):
        let rows = chart.rows(width: MarkdownRenderer.width, ChartStyle(.unicode))
        text += "```text\n" + rows.map { $0 + "\n" }.joined() + "```\n"
        if !chart.picturesNumbers { text += "\n" + render(chart.numbers) }
      }
    }
    return text
  }

  private func render(_ given: Table) -> String {
    let table = given.spelled(.unicode, width: MarkdownRenderer.width)
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("<", with: "&lt;") }.joined(separator: " | ") + " |\n"
    }
    let rule = "| " + table.columns.map { $0.isNumeric ? "---:" : "---" }.joined(separator: " | ") + " |\n"
    return line(table.columns.map(\.header)) + rule + table.rows.map(line).joined()
  }
}
