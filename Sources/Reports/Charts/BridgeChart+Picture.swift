import WorkforceModel

/// A bridge as a picture: a row for each step, whose bar begins where that of the step before it ends.
extension BridgeChart {
  /// Fewer columns than these are no bar, and bars are left out.
  private static let least = 8

  /// The scale of the bars: from zero, or from a round number where what happens would be too small to be seen.
  struct Scale {
    let low: Double
    let high: Double
    var isCut: Bool { low > 0 }

    init(_ levels: [Double]) {
      let (least, most) = (levels.min() ?? 0, levels.max() ?? 0)
      high = max(0, most)
      guard least > 0, most - least < most / 2, most - least > most * 1e-6 else {
        low = min(0, least)
        return
      }
      let step = RoundStep.atLeast((most - least) / 4)
      low = max(0, ((least - (most - least) / 4) / step).rounded(.down) * step)
    }

    /// The edge between cells that a level is nearest to, 0…cells.
    func edge(_ value: Double, cells: Int) -> Int {
      high > low ? Int(((value - low) / (high - low) * Double(cells)).rounded()) : 0
    }
  }

  func lines(width: Int, _ tier: ChartTier) -> [ChartLine] {
    let glyphs = tier.glyphs
    let number = number
    let numbers =
      [number.total.text(opening.value)] + steps.map { number.signed.text($0.value) }
      + [number.total.text(closing.value)]
    let texts = numbers.map { tier.spelled($0) }
    let numberWidth = texts.map(DisplayWidth.of).max() ?? 0
    let entries = [opening] + steps + [closing]
    let wanted = entries.map { DisplayWidth.of(tier.spelled($0.label)) }.max() ?? 0
    // Labels are cut before bars are given up.
    let labelWidth = max(min(wanted, width - numberWidth - 2 - BridgeChart.least), min(wanted, 8))
    let room = width - labelWidth - numberWidth - 2
    let cells = room >= BridgeChart.least ? room : 0
    let scale = Scale(levels)
    let levels = levels
    var lines: [ChartLine] = []
    for (row, entry) in entries.enumerated() {
      var line = ChartLine(tier.fitted(entry.label, columns: labelWidth))
      line.pad(to: labelWidth + 1)
      let begin = line.width
      let isTotal = row == 0 || row == entries.count - 1
      if cells > 0 {
        let (from, to) = isTotal ? (max(0, scale.low), entry.value) : (levels[row - 1], levels[row])
        add(from, to, isTotal: isTotal, cells: cells, scale, glyphs, to: &line)
      }
      line.pad(to: begin + cells + (cells > 0 ? 1 : 0) + numberWidth - DisplayWidth.of(texts[row]))
      line.add(texts[row])
      lines.append(line)
    }
    return lines
      + (cells > 0 ? ChartKey.lines(keys(scale, number.total, tier), indent: labelWidth + 1, width: width, tier) : [])
  }

  /// A bar between two levels; what is not nothing is seen.
  private func add(
    _ from: Double, _ to: Double, isTotal: Bool, cells: Int, _ scale: Scale, _ glyphs: ChartGlyphs,
    to line: inout ChartLine
  ) {
    guard from != to else { return }
    var begin = scale.edge(min(from, to), cells: cells)
    let end = max(scale.edge(max(from, to), cells: cells), min(begin + 1, cells))
    begin = min(begin, end - 1)
    line.pad(to: line.width + begin)
    guard isTotal else {
      return line.add(
        to > from ? glyphs.rise : glyphs.fall, times: end - begin,
        ChartInk(text: to > from ? ChartInk.bands[2] : ChartInk.orange))
    }
    let ink = ChartInk(text: ChartInk.bands[1])
    if scale.isCut { line.add(glyphs.cut, ink) }
    line.add(glyphs.total, times: end - begin - (scale.isCut ? 1 : 0), ink)
  }

  private func keys(_ scale: Scale, _ number: ChartNumber, _ tier: ChartTier) -> [ChartKey] {
    let glyphs = tier.glyphs
    var keys: [ChartKey] = []
    if steps.contains(where: { $0.value > 0 }) {
      keys.append(ChartKey(glyphs.rise, "adds", ChartInk(text: ChartInk.bands[2])))
    }
    if steps.contains(where: { $0.value < 0 }) {
      keys.append(ChartKey(glyphs.fall, "takes away", ChartInk(text: ChartInk.orange)))
    }
    if scale.isCut { keys.append(ChartKey(glyphs.cut, "bars begin at \(number.text(scale.low))")) }
    return keys
  }
}
