import WorkforceModel

/// A fan as a picture.
extension FanChart {
  /// Fewer columns than these are no picture: first the names of the labels on the right are left out, then the labels,
  /// then the numbers of the axis.
  private static let roomy = 32
  private static let narrow = 24
  private static let least = 12

  func lines(width: Int, _ style: ChartStyle) -> [ChartLine] {
    guard let range else { return Chart.empty(style.tier) }
    let tier = style.tier
    let axis = ValueAxis(low: range.lowerBound, high: range.upperBound, rows: style.height)
    let ends = FanLabel.labels(self, axis, tier)
    let ticks = ticks(axis, tier)
    var tickWidth = ticks.map(\.value).map(DisplayWidth.of).max() ?? 0
    var labels = FanLabel.texts(ends, named: true)
    func plot() -> Int { width - tickWidth - 1 - (labels.map { DisplayWidth.of($0) + 1 }.max() ?? 0) }
    if plot() < FanChart.roomy { labels = FanLabel.texts(ends, named: false) }
    if plot() < FanChart.narrow { labels = [] }
    if plot() < FanChart.least { tickWidth = 0 }
    let time = TimeAxis(months, columns: plot())
    let fan = FanCells(self, axis, time, tier)
    let places = FanLabel.rows(ends.map(\.row), of: axis.rows)
    let glyphs = tier.glyphs
    var lines: [ChartLine] = []
    for row in (0..<axis.rows).reversed() {
      var line = ChartLine()
      let tick = tickWidth == 0 ? "" : ticks[row] ?? ""
      line.pad(to: tickWidth - DisplayWidth.of(tick))
      line.add(tick + side(axis.tick(row: row), glyphs))
      for column in 0..<time.columns { fan.draw(row: row, column: column, into: &line) }
      if let place = places.firstIndex(of: row), labels.indices.contains(place) { line.add(" " + labels[place]) }
      lines.append(line)
    }
    return lines + time.lines(from: tickWidth + 1, corner: true, width: width, tier)
      + ChartKey.lines(keys(ends, width: width, tier), indent: tickWidth + 1, width: width, tier)
  }

  /// The text of a tick by row from the bottom.
  private func ticks(_ axis: ValueAxis, _ tier: ChartTier) -> [Int: String] {
    let values = axis.ticks
    let number = ChartNumber(
      largest: values.map(\.magnitude).max() ?? 0, step: axis.step, unit, isSigned: isDifference)
    return Dictionary(
      uniqueKeysWithValues: (0..<axis.rows).compactMap { row in
        axis.tick(row: row).map { (row, tier.spelled(number.text($0)) + " ") }
      })
  }

  private func side(_ tick: Double?, _ glyphs: ChartGlyphs) -> String {
    guard let tick else { return glyphs.side }
    return tick == 0 ? glyphs.zeroTick : glyphs.tick
  }

  private func keys(_ ends: [FanLabel], width: Int, _ tier: ChartTier) -> [ChartKey] {
    let glyphs = tier.glyphs
    var keys = bands.enumerated().map { position, band in
      let level = min(position + 1, 3)
      let colour = ChartInk.band(level, of: bands.count)
      let text = "\(NumberText.shortest(band.percent)) %"
      guard tier == .colour else { return ChartKey(FanCells.glyph(level, of: bands.count, glyphs), text) }
      return ChartKey(FanCells.upper, text, ChartInk(text: colour, ground: colour))
    }
    keys.append(ChartKey(tier == .colour ? FanCells.upper : glyphs.middle, middleName))
    if let goal = ends.first(where: \.isTarget) {
      let first = target.first { $0 != nil }?.map { tier.spelled(text($0, number)) }
      // Where there is little room, the last alone.
      let isLong = first.map { DisplayWidth.of($0 + goal.number) + 13 > width } ?? true
      let values = first.map { isLong || $0 == goal.number ? goal.number : "\($0) to \(goal.number)" } ?? goal.number
      keys.append(ChartKey(glyphs.target, "target \(values)", ChartInk(text: ChartInk.orange)))
    }
    return keys
  }
}
