/// Tables of words in the width of a terminal.
extension TextRenderer {
  private static let gap = 3
  /// Narrower than this a column is a list of syllables.
  private static let narrowest = 12

  /// The table with long cells folded in their columns; where the columns would become too narrow, row by row.
  func folded(_ given: Table) -> String {
    let table = withoutEmptyColumns(given)
    let natural = widths(table)
    let room = width - Self.gap * (natural.count - 1)
    guard natural.reduce(0, +) > room else { return render(table) }
    guard let widths = shared(room, natural, table) else { return records(table) }
    var rows: [[String]] = []
    for row in table.rows {
      let cells = zip(row, widths).map { Self.lines(of: Self.oneLine($0), width: $1) }
      for line in 0..<(cells.map(\.count).max() ?? 0) { rows.append(cells.map { line < $0.count ? $0[line] : "" }) }
    }
    return render(Table(table.columns, rows: rows))
  }

  private func withoutEmptyColumns(_ table: Table) -> Table {
    let used = table.columns.indices.filter { column in table.rows.contains { !$0[column].isEmpty } }
    guard !table.rows.isEmpty, used.count < table.columns.count else { return table }
    return Table(used.map { table.columns[$0] }, rows: table.rows.map { row in used.map { row[$0] } })
  }

  /// The columns' widths: what is narrow stays, the others share what is left. Numbers are never folded.
  /// - Returns: nil where a column would become too narrow
  private func shared(_ room: Int, _ natural: [Int], _ table: Table) -> [Int]? {
    var widths = natural
    var open = natural.indices.filter { !table.columns[$0].isNumeric }
    while !open.isEmpty {
      let left = room - widths.indices.filter { !open.contains($0) }.reduce(0) { $0 + widths[$1] }
      let share = left / open.count
      let narrow = open.filter { natural[$0] <= share }
      guard narrow.isEmpty else {
        open.removeAll { narrow.contains($0) }
        continue
      }
      guard share >= Self.narrowest, open.allSatisfy({ DisplayWidth.of(table.columns[$0].header) <= share }) else {
        return nil
      }
      // What does not divide goes to the first ones.
      for (position, column) in open.enumerated() { widths[column] = share + (position < left % open.count ? 1 : 0) }
      return widths
    }
    return widths.reduce(0, +) <= room ? widths : nil
  }

  /// Each row on lines of its own: the first cell, and below it the others behind their headers.
  private func records(_ table: Table) -> String {
    var text = ""
    for row in table.rows {
      var isFirst = true
      for (column, cell) in zip(table.columns, row) where !cell.isEmpty {
        let words = isFirst || column.header.isEmpty ? cell : "\(column.header): \(cell)"
        let indent = isFirst ? "" : "  "
        let lines = Self.lines(of: Self.oneLine(words), width: width - indent.count - (isFirst ? 0 : 2))
        for (position, line) in lines.enumerated() {
          text += indent + (isFirst || position == 0 ? "" : "  ") + line + "\n"
        }
        isFirst = false
      }
    }
    return text
  }

  /// A text in lines of a width: broken between words, and a word that is too long behind a point or a stroke.
  public static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    // The indentation of a cell says that it belongs to the one above.
    var line = String(text.prefix { $0 == " " }.prefix(width / 2))
    var isBlank = true
    for word in text.split(separator: " ") {
      var rest = word[...]
      if !isBlank, DisplayWidth.of(line) + 1 + DisplayWidth.of(rest) > width {
        lines.append(line)
        (line, isBlank) = ("", true)
      }
      while DisplayWidth.of(line) + (isBlank ? 0 : 1) + DisplayWidth.of(rest) > width {
        let room = DisplayWidth.prefix(rest, columns: width - DisplayWidth.of(line))
        let last = room.lastIndex { "./-,_".contains($0) }
        // A character that is wider than the line stands alone on it.
        let end =
          last.map { rest.index(after: $0) }
          ?? max(room.endIndex, line.isEmpty ? rest.index(after: rest.startIndex) : room.startIndex)
        lines.append(line + rest[..<end])
        (line, rest) = ("", rest[end...])
      }
      line += (isBlank ? "" : " ") + rest
      isBlank = line.isEmpty
    }
    if !isBlank || lines.isEmpty { lines.append(line) }
    return lines
  }
}
