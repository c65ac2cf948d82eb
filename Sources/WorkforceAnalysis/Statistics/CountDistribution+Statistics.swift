extension CountDistribution {
  /// Exact integer sum.
  private var sum: Int128 {
    guard let base = values.first, let top = values.last else { return 0 }
    guard (Double(top) - Double(base)) * Double(total) < 0x1p62 else {
      return zip(values, counts).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    }
    var beyond: Int64 = 0
    for place in values.indices { beyond += (values[place] - base) * counts[place] }
    return Int128(base) * Int128(total) + Int128(beyond)
  }

  /// Arithmetic mean: the exact sum, divided once. Nil without replicates.
  public var mean: Double? { mean(scale: 1) }

  /// The mean in units of which each is `scale` of the whole numbers: the exact sum, divided once.
  public func mean(scale: Double) -> Double? {
    let total = self.total
    guard total > 0 else { return nil }
    return Double(sum) / (Double(total) * scale)
  }

  /// Sample standard deviation, divisor R − 1; nil below two replicates.
  ///
  /// Σ (x − x̄)² = (R Σ x² − (Σ x)²) ÷ R, in exact integers about the smallest value until the one division.
  public var standardDeviation: Double? {
    let total = self.total
    guard total > 1, let base = values.first, let top = values.last else { return nil }
    // 64 bits hold the sums unless the range is very wide; both ways are exact.
    let reach = Double(top) - Double(base)
    guard reach * reach * Double(total) < 0x1p62 else { return wideDeviation(total, base) }
    var first: Int64 = 0
    var second: Int64 = 0
    for (value, count) in zip(values, counts) {
      let distance = value - base
      first += distance * count
      second += distance * distance * count
    }
    let scaled = Int128(total) * Int128(second) - Int128(first) * Int128(first)
    return (Double(scaled) / Double(total) / Double(total - 1)).squareRoot()
  }

  private func wideDeviation(_ total: Int64, _ base: Int64) -> Double {
    let reach = Double((values.last ?? base) - base)
    guard reach * reach * Double(total) * Double(total) < 0x1p120 else { return roughDeviation(total) }
    var first = Int128(0)
    var second = Int128(0)
    for (value, count) in zip(values, counts) {
      let distance = Int128(value) - Int128(base)
      first += distance * Int128(count)
      second += distance * distance * Int128(count)
    }
    let scaled = Int128(total) * second - first * first
    return (Double(scaled) / Double(total) / Double(total - 1)).squareRoot()
  }

  /// Beyond what 128 bits hold: about the mean, in floating point.
  private func roughDeviation(_ total: Int64) -> Double {
    let mean = self.mean ?? 0
    let sum = zip(values, counts).reduce(0.0) { sum, entry in
      let distance = Double(entry.0) - mean
      return sum + distance * distance * Double(entry.1)
    }
    return (sum / Double(total - 1)).squareRoot()
  }

  /// Standard error of the mean: sd ÷ √R.
  public var meanError: Double? {
    standardDeviation.map { $0 / Double(total).squareRoot() }
  }

  /// Percentile by linear interpolation of order statistics: type 7; see ``RankPlan/position(_:of:)``.
  /// - Parameter percent: 0…100
  public func percentile(_ percent: Double) -> Double? {
    guard total > 0 else { return nil }
    let (rank, fraction) = RankPlan.position(percent, of: Int(total))
    let below = orderStatistic(Int64(rank))
    guard fraction > 0 else { return Double(below) }
    let above = orderStatistic(Int64(rank) + 1)
    return Double(below) + (Double(above) - Double(below)) * fraction
  }

  /// The value at a rank from 0.
  private func orderStatistic(_ rank: Int64) -> Int64 {
    // The first value that as many numbers do not exceed.
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if rank < passed[middle] { high = middle } else { low = middle + 1 }
    }
    return values.isEmpty ? 0 : values[low]
  }

  /// An interval that holds the true percentile with probability about 95 %; see ``RankPlan/interval(_:of:)``. Nil where
  /// it runs past the extremes.
  public func percentileInterval(_ percent: Double) -> ClosedRange<Double>? {
    RankPlan.interval(percent, of: Int(total)).map {
      Double(orderStatistic(Int64($0.lowerBound)))...Double(orderStatistic(Int64($0.upperBound)))
    }
  }
}
