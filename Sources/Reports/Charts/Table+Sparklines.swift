extension Table {
  /// The table with its sparklines as columns of text.
  /// - Parameter width: columns of the whole, of which those that head a row are used
  func spelled(_ tier: ChartTier?, width: Int) -> Table {
    guard !sparklines.isEmpty else { return self }
    let lead = columns.prefix { !$0.isNumeric }.indices.reduce(0) { sum, column in
      sum + 3 + (([columns[column].header] + rows.map { $0[column] }).map(DisplayWidth.of).max() ?? 0)
    }
    var table = Table(columns, rows: rows)
    for sparkline in sparklines {
      let texts = sparkline.texts(rows: rows.count, tier, room: width - lead)
      // A number's column is never folded.
      table.columns.append(Column(sparkline.header, numeric: true))
      for row in rows.indices { table.rows[row].append(texts[row]) }
    }
    return table
  }
}
