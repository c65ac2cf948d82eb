/// Which order statistics of so many numbers the percentiles that are reported, and their intervals, are made of.
struct RankPlan {
  /// A percentile by linear interpolation: places in ``RankPlan/ranks``, and how far it lies from the one to the other.
  struct Point {
    var below: Int
    var above: Int
    var fraction: Double

    func value(_ found: [Double]) -> Double {
      fraction > 0 ? found[below] + (found[above] - found[below]) * fraction : found[below]
    }
  }

  let total: Int
  /// Ranks from 0, ascending, each once; the extremes are among them.
  let ranks: [Int]
  let points: [Point]
  /// Places in ``ranks`` of the ends of intervals; nil where one runs past the extremes.
  let intervals: [ClosedRange<Int>?]

  /// - Parameters:
  ///   - total: how many numbers there are, at least one
  ///   - percents: of the percentiles
  ///   - within: of the percentiles that have intervals
  init(_ total: Int, percents: [Double], within: [Double]) {
    let positions = percents.map { RankPlan.position($0, of: total) }
    let ends = within.map { RankPlan.interval($0, of: total) }
    let wanted =
      [0, total - 1] + positions.flatMap { [$0.rank, min($0.rank + 1, total - 1)] }
      + ends.flatMap { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] }
    let ranks = Set(wanted).sorted()
    let places = Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1, $0) })
    func place(_ rank: Int) -> Int { places[rank] ?? 0 }
    self.total = total
    self.ranks = ranks
    points = positions.map {
      Point(below: place($0.rank), above: place(min($0.rank + 1, total - 1)), fraction: $0.fraction)
    }
    intervals = ends.map { $0.map { place($0.lowerBound)...place($0.upperBound) } }
  }

  /// Where a percentile lies among so many numbers in ascending order: linear interpolation, type 7 of Hyndman and Fan
  /// (1996), as Excel's PERCENTILE.INC and NumPy's default.
  /// - Parameter percent: 0…100
  static func position(_ percent: Double, of total: Int) -> (rank: Int, fraction: Double) {
    let rank = Double(total - 1) * percent / 100
    let lower = rank.rounded(.down)
    return (Int(lower), rank - lower)
  }

  /// The ranks of an interval that holds the true percentile with probability about 95 %: R q ± 1.96 √(R q (1 − q))
  /// (David and Nagaraja, Order Statistics, 3rd edition, §7.1). Nil where it runs past the extremes.
  static func interval(_ percent: Double, of total: Int) -> ClosedRange<Int>? {
    let (count, q) = (Double(total), percent / 100)
    let half = 1.959963984540054 * (count * q * (1 - q)).squareRoot()
    let low = (count * q - half).rounded(.down) - 1
    let high = (count * q + half).rounded(.up) - 1
    guard low >= 0, high <= count - 1, low <= high else { return nil }
    return Int(low)...Int(high)
  }
}
