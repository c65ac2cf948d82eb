/// The distribution of a real number over replicates, such as expected paths give; whole numbers have
/// ``CountDistribution``, which is exact.
public struct RealDistribution: Equatable, Sendable {
  /// Ascending.
  public let values: [Double]
  /// Replicates in which the number does not exist.
  public let absent: Int

  /// - Parameter numbers: one for each replicate, in any order; nil where it does not exist
  public init(_ numbers: [Double?]) {
    values = numbers.compactMap(\.self).sorted()
    absent = numbers.count - values.count
  }

  /// Arithmetic mean, about the median, so that no digits are lost to a large common part; nil without replicates.
  public var mean: Double? {
    guard !values.isEmpty else { return nil }
    let centre = values[values.count / 2]
    return centre + values.reduce(0) { $0 + ($1 - centre) } / Double(values.count)
  }

  /// Sample standard deviation, divisor R − 1; nil below two replicates.
  public var standardDeviation: Double? {
    guard values.count > 1, let mean else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// Standard error of the mean: sd ÷ √R.
  public var meanError: Double? { standardDeviation.map { $0 / Double(values.count).squareRoot() } }

  /// Percentile by linear interpolation of order statistics, type 7; see ``RankPlan/position(_:of:)``.
  /// - Parameter percent: 0…100
  public func percentile(_ percent: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let (rank, fraction) = RankPlan.position(percent, of: values.count)
    let above = values[min(rank + 1, values.count - 1)]
    return values[rank] + (above - values[rank]) * fraction
  }

  /// An interval that holds the true percentile with probability about 95 %; see ``RankPlan/interval(_:of:)``. Nil where
  /// it runs past the extremes.
  public func percentileInterval(_ percent: Double) -> ClosedRange<Double>? {
    RankPlan.interval(percent, of: values.count).map { values[$0.lowerBound]...values[$0.upperBound] }
  }
}
