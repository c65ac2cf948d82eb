import WorkforceModel

/// A strip as a picture: for each grade a row of columns, and below it the numbers of some months.
extension StripChart {
  /// Fewer columns than these are no picture: first what stands to the right is left out, then the names.
  private static let roomy = 24
  private static let least = 10

  func lines(width: Int, _ tier: ChartTier) -> [ChartLine] {
    guard !rows.isEmpty, !months.isEmpty else { return Chart.empty(tier) }
    let glyphs = tier.glyphs
    var names = rows.map { tier.fitted($0.name, columns: max(4, width / 4)) + " " }
    var remarks = rows.map { row in
      " " + (firstSure(row).map { "\(surePercent) in \(months[$0].shown)" } ?? "\(surePercent) in no month")
    }
    func nameWidth() -> Int { names.map(DisplayWidth.of).max() ?? 0 }
    func plot() -> Int { width - nameWidth() - 2 - (remarks.map(DisplayWidth.of).max() ?? 0) }
    if plot() < StripChart.roomy { remarks = rows.map { _ in "" } }
    if plot() < StripChart.least { names = rows.map { _ in "" } }
    let start = nameWidth() + 1
    let time = TimeAxis(months, columns: plot())
    var lines: [ChartLine] = []
    for (position, row) in rows.enumerated() {
      var line = ChartLine(names[position])
      line.pad(to: start - 1)
      line.add(glyphs.side)
      for column in 0..<time.columns {
        let share = time.index(column: column).flatMap { row.shares[$0] }
        line.add(StripChart.glyph(share, glyphs), ChartInk(text: share.flatMap(colour)))
      }
      line.add(glyphs.side + remarks[position])
      lines += [line, points(row, time, start: start, width: width, tier)]
    }
    let keys =
      [
        ChartKey(glyphs.upward[0], "few futures"), ChartKey(glyphs.upward[7], "all"),
        ChartKey(glyphs.pointsUp, "first \(surePercent)"),
      ]
      + (rows.contains { $0.shares.contains(nil) } ? [ChartKey(glyphs.gap, "no target")] : [])
    return lines + time.lines(from: start, corner: false, width: width, tier)
      + ChartKey.lines(keys, indent: start, width: width, tier)
  }

  /// Nothing for nothing; what is not nothing is seen.
  static func glyph(_ share: Double?, _ glyphs: ChartGlyphs) -> String {
    guard let share else { return glyphs.gap }
    guard share > 0 else { return " " }
    return glyphs.upward[max(1, Int((share * 8).rounded())) - 1]
  }

  private func colour(_ share: Double) -> UInt8? {
    share == 0 ? nil : ChartInk.bands[share >= sure ? 2 : share >= sure / 2 ? 1 : 0]
  }

  /// The numbers below the columns of labelled months, and the mark below the first that is sure.
  private func points(_ row: Row, _ time: TimeAxis, start: Int, width: Int, _ tier: ChartTier) -> ChartLine {
    var texts: [(begin: Int, text: String)] = []
    func place(_ text: String, at column: Int) {
      let size = DisplayWidth.of(text)
      let begin = min(max(0, start + column - size / 2), width - size)
      let isFree = texts.allSatisfy { begin > $0.begin + DisplayWidth.of($0.text) || begin + size < $0.begin }
      if isFree { texts.append((begin, text)) }
    }
    if let first = firstSure(row) { place(tier.glyphs.pointsUp, at: time.column(months[first])) }
    for month in time.labelled {
      guard let index = months.firstIndex(of: month), let text = row.text(index) else { continue }
      place(text, at: time.column(month))
    }
    var line = ChartLine()
    for (begin, text) in texts.sorted(by: { $0.begin < $1.begin }) {
      line.pad(to: begin)
      line.add(text)
    }
    return line
  }
}
