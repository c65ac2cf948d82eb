/// A column of sparklines at the right of a table, each with its range in text beside it.
public struct SparklineColumn: Sendable, Equatable {
  public enum Scale: Sendable {
    /// Each row by its own range: its shape.
    case own
    /// All rows by one range: they compare.
    case shared
  }

  public var header: String
  /// A series for each row of the table, in order.
  public var series: [[Double?]]
  public var scale: Scale
  public var unit: ChartUnit

  /// The most characters that a series takes.
  private static let cells = 24

  public init(_ header: String, series: [[Double?]], scale: Scale = .own, unit: ChartUnit = .number) {
    self.header = header
    self.series = series.map { $0.map(RoundStep.shown) }
    self.scale = scale
    self.unit = unit
  }

  /// The column as text. Where there is little room, sparklines are shortened, then ranges left out.
  /// - Parameters:
  ///   - tier: nil, as for sentences: the ranges alone
  ///   - room: columns
  func texts(rows: Int, _ tier: ChartTier?, room: Int) -> [String] {
    let rows = (0..<rows).map { series.indices.contains($0) ? series[$0] : [] }
    let ranges = ranges(rows, tier)
    guard let tier, tier != .words else { return ranges }
    let rangeWidth = ranges.map(DisplayWidth.of).max() ?? 0
    let isRanged = room - rangeWidth - 2 >= 6
    let count = min(
      SparklineColumn.cells, rows.map(\.count).max() ?? 0, isRanged ? room - rangeWidth - 2 : max(1, room))
    let shared = scale == .shared ? Sparkline.range(rows) : nil
    return zip(rows, ranges).map { values, range in
      let line = Sparkline.text(values, cells: count, scale: shared, tier)
      let padded = line + String(repeating: " ", count: max(0, count - line.count))
      return isRanged ? padded + "  " + range : padded
    }
  }

  /// "5,436 to 6,101", their parts one below the other.
  private func ranges(_ rows: [[Double?]], _ tier: ChartTier?) -> [String] {
    let scale = unit == .share ? 100.0 : 1
    let ends = rows.map { row in Sparkline.range([row]).map { ($0.lowerBound * scale, $0.upperBound * scale) } }
    let texts = ends.map { ends -> (String, String)? in
      guard let (low, high) = ends else { return nil }
      let tick = RoundStep.atLeast(max((high - low) / 4, max(low.magnitude, high.magnitude) / 100, 1e-100))
      let number = ChartNumber(labels: [low, high], tick: tick, unit)
      return ((tier ?? .unicode).spelled(number.text(low)), (tier ?? .unicode).spelled(number.text(high)))
    }
    let widths = texts.compactMap(\.self).map { (DisplayWidth.of($0.0), DisplayWidth.of($0.1)) }
    func padded(_ text: String, _ width: Int?) -> String {
      String(repeating: " ", count: (width ?? 0) - DisplayWidth.of(text)) + text
    }
    let (lows, highs) = (widths.map(\.0).max(), widths.map(\.1).max())
    return texts.map { pair in
      pair.map { padded($0.0, lows) + " to " + padded($0.1, highs) } ?? ""
    }
  }
}
