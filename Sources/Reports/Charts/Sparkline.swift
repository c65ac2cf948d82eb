/// A series in a row of a table: a column of eight heights for each number.
public enum Sparkline {
  /// - Parameters:
  ///   - values: evenly spaced; what is nil or not finite is a gap
  ///   - cells: at most so many; of more values each cell shows one, the first and the last included
  ///   - scale: what the lowest and the highest column stand for; nil: the series' own range
  /// - Returns: as many characters as there are values, or as `cells`; none for ``ChartTier/words``
  public static func text(
    _ values: [Double?], cells: Int, scale: ClosedRange<Double>? = nil, _ tier: ChartTier
  ) -> String {
    let values = values.map(RoundStep.shown)
    let count = min(cells, values.count)
    guard count > 0, tier != .words else { return "" }
    let range = scale ?? self.range([values])
    return (0..<count).map { cell in
      let place = count == 1 ? values.count - 1 : (2 * cell * (values.count - 1) + count - 1) / (2 * (count - 1))
      guard let value = values[place], let range else { return tier.glyphs.gap }
      let height = range.upperBound - range.lowerBound
      // What does not change is drawn half high.
      guard height > 0 else { return tier.glyphs.upward[3] }
      let share = (value - range.lowerBound) / height
      return tier.glyphs.upward[Int((min(max(share, 0), 1) * 7).rounded())]
    }.joined()
  }

  /// The least and the largest number of series; nil where there is none.
  static func range(_ series: [[Double?]]) -> ClosedRange<Double>? {
    let values = series.flatMap(\.self).compactMap(RoundStep.shown)
    return values.min().flatMap { low in values.max().map { low...$0 } }
  }
}
