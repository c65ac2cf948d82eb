import WorkforceAnalysis
import WorkforceModel

/// How the values of replicates are spread: a bar for each bin, with the rows of the median and the 5 % and 95 % points
/// marked.
public struct HistogramChart: Sendable, Equatable {
  struct Bin: Sendable, Equatable {
    var lower: Double
    var upper: Double
    var count: Int
  }

  public let title: String
  /// Ascending and finite.
  public let values: [Double]
  public let unit: ChartUnit
  public let isDifference: Bool
  public let target: Double?
  /// Whether all values are whole: a bin then ends with a value, not before one.
  private let isWhole: Bool
  /// The 5, 50 and 95 % points; none without values.
  private let percentiles: [Double]

  /// The most bins of the table of numbers.
  private static let usualBins = 12

  /// - Parameters:
  ///   - values: one for each replicate, in any order; those that are not finite are left out
  ///   - target: its row is marked
  public init(
    _ title: String, values: [Double], unit: ChartUnit = .number, isDifference: Bool = false, target: Double? = nil
  ) {
    self.title = title
    let spread = RealDistribution(values.map(RoundStep.shown))
    self.values = spread.values
    percentiles = [5, 50, 95].compactMap { spread.percentile($0) }
    isWhole = unit == .number && spread.values.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e7 }
    self.unit = unit
    self.isDifference = isDifference
    self.target = RoundStep.shown(target)
  }

  var scale: Double { unit == .share ? 100 : 1 }

  /// The values that are marked, with their names; ascending percentiles, then the target.
  var marks: [(name: String, value: Double)] {
    zip(["p5", "median", "p95"], percentiles).map { ($0, $1) } + (target.map { [("target", $0)] } ?? [])
  }

  /// Bins of a round width, so few that they fit; a value at an edge counts above it, but the largest below.
  func bins(atMost count: Int) -> [Bin] {
    guard let low = values.first, let high = values.last else { return [] }
    let (least, most) = (low * scale, high * scale)
    let largest = max(least.magnitude, most.magnitude)
    // What is all but one value gets a bin of a size that can be read.
    let isOne = most - least <= largest * 1e-9
    let fewest = isOne ? (largest == 0 ? 1 : largest / 100) : max((most - least) / Double(count), largest * 1e-7)
    var width = RoundStep.atLeast(fewest)
    if isWhole { width = isOne ? 1 : max(1, width) }
    while true {
      let isRound = !isWhole || width == width.rounded()
      let first = HistogramChart.bin(least, width)
      let last = isWhole ? HistogramChart.bin(most, width) : max(first, HistogramChart.last(most, width))
      if isRound, last - first < count {
        var bins = (first...last).map { index in
          Bin(lower: Double(index) * width, upper: Double(index + 1) * width, count: 0)
        }
        for value in values { bins[min(HistogramChart.bin(value * scale, width), last) - first].count += 1 }
        return bins
      }
      width = RoundStep.atLeast(width * 1.1)
    }
  }

  /// 0.3 is in the bin from 0.3, although 0.3 ÷ 0.1 is a little less than 3.
  private static func bin(_ value: Double, _ width: Double) -> Int { Int((value / width + 1e-9).rounded(.down)) }

  private static func last(_ value: Double, _ width: Double) -> Int { Int((value / width - 1e-9).rounded(.up)) - 1 }

  /// The bin that a value is in, or nearest to.
  func place(_ value: Double, in bins: [Bin]) -> Int {
    let scaled = value * scale
    let edge = bins.lastIndex { $0.lower <= scaled + ($0.upper - $0.lower) * 1e-9 }
    return edge ?? 0
  }

  func number(_ bins: [Bin]) -> ChartNumber {
    let edges = bins.flatMap { [$0.lower, $0.upper] }.map(\.magnitude)
    let width = bins.first.map { $0.upper - $0.lower } ?? 1
    let step = RoundStep.atLeast(width * 0.999)
    return ChartNumber(largest: edges.max() ?? 1, step: step, unit, isSigned: isDifference)
  }

  func label(_ bin: Bin, _ number: ChartNumber, short: Bool = false) -> String {
    let upper = isWhole ? bin.upper - 1 : bin.upper
    return short || upper == bin.lower ? number.text(bin.lower) : "\(number.text(bin.lower)) to \(number.text(upper))"
  }

  public var numbers: Table {
    var table = Table([
      Table.Column("value"), Table.Column("count", numeric: true), Table.Column("share", numeric: true),
    ])
    let bins = bins(atMost: HistogramChart.usualBins)
    let number = number(bins)
    table.rows = bins.map { bin in
      [label(bin, number), Shown.whole(Double(bin.count)), Shown.percent(Double(bin.count) / Double(values.count))]
    }
    return table
  }

  public var words: [String] {
    let name = title.isEmpty ? "" : "\(title): "
    guard let low = values.first, let high = values.last else { return [name + "no numbers."] }
    let labels = (marks.map(\.value) + [low, high]).map { $0 * scale }
    let tick = RoundStep.atLeast(max((high - low) * scale / 4, high.magnitude * scale / 100, 1e-100))
    let number = ChartNumber(labels: labels, tick: tick, unit, isSigned: isDifference)
    func text(_ value: Double) -> String { number.text(value * scale) }
    let found = Dictionary(uniqueKeysWithValues: marks.map { ($0.name, text($0.value)) })
    var words = "\(name)\(Shown.count(values.count, "value")) from \(text(low)) to \(text(high))"
    if let middle = found["median"], let lower = found["p5"], let upper = found["p95"] {
      words += "; median \(middle); 90 % range \(lower) to \(upper)"
    }
    if let target {
      let share = Double(values.count { $0 >= target }) / Double(values.count)
      words += "; \(Shown.percent(share)) are at or above the target of \(text(target))"
    }
    return [words + "."]
  }
}
