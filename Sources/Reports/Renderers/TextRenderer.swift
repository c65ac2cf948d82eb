/// Documents as plain text for a terminal or a pipe.
public struct TextRenderer: Sendable {
  /// Columns available: paragraphs are folded, tables of numbers cut between columns.
  public var width: Int
  /// Whether tables of words are folded too, for somebody who looks at them; a program that reads them wants a row on a
  /// line.
  public var foldsTables: Bool
  /// How charts are drawn; nil for a program that reads, which gets their numbers alone.
  public var charts: ChartStyle?

  public init(width: Int = 100, foldsTables: Bool = false, charts: ChartStyle? = nil) {
    self.width = max(20, width)
    self.foldsTables = foldsTables
    self.charts = charts
  }

  public func render(_ document: Document) -> String {
    document.blocks.map(render).joined(separator: "\n")
  }

  private func render(_ block: Document.Block) -> String {
    switch block {
    case .heading(let text):
      return foldsTables ? folded(text, indent: "") : TextRenderer.oneLine(text) + "\n"
    case .paragraph(let text): return folded(text, indent: "")
    case .note(let text): return folded(text, indent: "  ")
    case .table(let table): return whole(table)
    case .chart(let chart):
      guard let charts else { return chart.title + "\n" + whole(chart.numbers) }
      let picture = chart.rows(width: width, charts).map { $0 + "\n" }.joined()
      // Who listens has heard the numbers.
      let isFollowed = charts.showsNumbers && charts.tier != .words && !chart.picturesNumbers
      return isFollowed ? picture + "\n" + whole(charts.tier.spelled(chart.numbers)) : picture
    }
  }

  private func whole(_ given: Table) -> String {
    let table = given.spelled(charts?.tier, width: width)
    return blocks(of: table).map { foldsTables ? folded($0) : render($0) }.joined(separator: "\n")
  }

  /// A table wider than there is room is cut between its numeric columns; each part repeats the columns before them.
  private func blocks(of table: Table) -> [Table] {
    let fixed = table.columns.prefix { !$0.isNumeric }.count
    let widths = widths(table)
    let lead = widths[..<fixed].reduce(0) { $0 + $1 + 3 }
    guard fixed < table.columns.count, lead + widths[fixed...].reduce(-3, { $0 + $1 + 3 }) > width else {
      return [table]
    }
    var parts: [[Int]] = [[]]
    var used = lead
    for column in fixed..<table.columns.count {
      if let last = parts.last, !last.isEmpty, used + widths[column] > width {
        parts.append([])
        used = lead
      }
      parts[parts.count - 1].append(column)
      used += widths[column] + 3
    }
    return parts.map { part in
      let columns = Array(0..<fixed) + part
      return Table(columns.map { table.columns[$0] }, rows: table.rows.map { row in columns.map { row[$0] } })
    }
  }

  func widths(_ table: Table) -> [Int] {
    table.columns.indices.map { column in
      ([table.columns[column].header] + table.rows.map { TextRenderer.oneLine($0[column]) }).map(DisplayWidth.of).max()
        ?? 0
    }
  }

  /// Line breaks and control characters of a file never break a layout or reach a terminal.
  static func oneLine(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      result.append(isControl ? (["\n", "\t"].contains(scalar) ? " " : "\u{FFFD}") : scalar)
    }
    return String(result)
  }

  private func folded(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in TextRenderer.oneLine(text).split(separator: " ") {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width - indent.count {
        lines.append(indent + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(indent + line) }
    return lines.joined(separator: "\n") + "\n"
  }

  func render(_ table: Table) -> String {
    let widths = widths(table)
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.map(TextRenderer.oneLine).enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        text += (column == 0 ? "" : "   ") + (table.columns[column].isNumeric ? gap + cell : cell + gap)
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let hasHeader = table.columns.contains { !$0.header.isEmpty }
    return (hasHeader ? line(table.columns.map(\.header)) : "") + table.rows.map(line).joined()
  }
}
