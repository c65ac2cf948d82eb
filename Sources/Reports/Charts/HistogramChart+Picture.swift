import WorkforceModel

/// A histogram as rows: its bin, its bar, how many, and what is marked there.
extension HistogramChart {
  /// Fewer columns than these are no bar.
  private static let roomy = 16
  private static let least = 6

  /// What stands around the bars.
  private struct Texts {
    var labels: [String]
    var counts: [String]
    var shares: [String]
    var marks: [String]

    /// Columns that they take.
    var width: Int { Texts.width(labels) + 1 + [counts, shares, marks].reduce(0) { $0 + Texts.padded($1) } }

    static func width(_ texts: [String]) -> Int { texts.map(DisplayWidth.of).max() ?? 0 }
    private static func padded(_ texts: [String]) -> Int { width(texts) == 0 ? 0 : width(texts) + 2 }
  }

  func lines(width: Int, _ style: ChartStyle) -> [ChartLine] {
    let tier = style.tier
    let bins = bins(atMost: style.height)
    guard !bins.isEmpty else { return Chart.empty(tier) }
    let texts = texts(bins, width: width, tier)
    let room = width - texts.width
    let most = bins.map(\.count).max() ?? 1
    let places = marks.map { place($0.value, in: bins) }
    return bins.indices.map { index in
      var line = ChartLine()
      func addRight(_ column: [String], gap: Int) {
        guard Texts.width(column) > 0 else { return }
        line.pad(to: line.width + gap + Texts.width(column) - DisplayWidth.of(column[index]))
        line.add(column[index])
      }
      addRight(texts.labels, gap: 0)
      line.add(tier.glyphs.side)
      let bar = HistogramChart.bar(bins[index].count, of: most, cells: room, tier.glyphs)
      // Between the 5 % and the 95 % point darker than outside.
      let isWithin = places.count >= 3 && (places[0]...places[2]).contains(index)
      let end = line.width + room
      line.add(bar, ChartInk(text: ChartInk.bands[isWithin ? 2 : 1]))
      line.pad(to: end)
      addRight(texts.counts, gap: 2)
      addRight(texts.shares, gap: 2)
      if !texts.marks[index].isEmpty { line.add("  " + texts.marks[index]) }
      return line
    }
  }

  /// As much as there is room for beside the bars: counts go first, then the upper ends of bins, shares, the names of
  /// marks, and the bins.
  private func texts(_ bins: [Bin], width: Int, _ tier: ChartTier) -> Texts {
    let number = number(bins)
    func marks(named: Bool) -> [String] {
      let places = self.marks.map { (name: $0.name, index: place($0.value, in: bins)) }
      return bins.indices.map { index in
        let names = places.filter { $0.index == index }.map(\.name)
        guard !names.isEmpty else { return "" }
        return tier.glyphs.pointsLeft + (named ? " " + names.joined(separator: ", ") : "")
      }
    }
    var texts = Texts(
      labels: bins.map { tier.spelled(label($0, number)) + " " },
      counts: bins.map { Shown.whole(Double($0.count)) },
      shares: bins.map { Shown.percent(Double($0.count) / Double(values.count)) }, marks: marks(named: true))
    let none = bins.map { _ in "" }
    if width - texts.width < HistogramChart.roomy { texts.counts = none }
    if width - texts.width < HistogramChart.roomy {
      texts.labels = bins.map { tier.spelled(label($0, number, short: true)) + " " }
    }
    if width - texts.width < HistogramChart.least { texts.shares = none }
    if width - texts.width < HistogramChart.least { texts.marks = marks(named: false) }
    if width - texts.width < HistogramChart.least { texts.labels = none }
    return texts
  }

  /// A bar in parts of cells, to the nearest; what is not nothing is seen.
  static func bar(_ count: Int, of most: Int, cells: Int, _ glyphs: ChartGlyphs) -> String {
    guard count > 0 else { return "" }
    let parts = glyphs.across.count
    let filled = max(1, Int((Double(count) / Double(most) * Double(cells * parts)).rounded()))
    let full = String(repeating: glyphs.across[parts - 1], count: filled / parts)
    return filled % parts == 0 ? full : full + glyphs.across[filled % parts - 1]
  }
}
