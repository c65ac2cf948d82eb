/// The statistics that a run reports of a number over replicates, in its unit.
public struct NumberSummary: Equatable, Sendable {
  /// Replicates in which the number exists.
  public var total = 0
  /// Replicates in which it does not.
  public var absent = 0
  public var mean: Double?
  public var standardDeviation: Double?
  public var meanError: Double?
  public var minimum: Double?
  public var maximum: Double?
  /// In the order of ``percents``; none without replicates.
  public var percentiles: [Double] = []
  /// Intervals that hold the true percentile with probability about 95 %, in the order of ``within``.
  public var intervals: [ClosedRange<Double>?] = []

  /// The percents of the percentiles that are reported.
  public static let percents = Statistic.allCases.compactMap(\.percent)
  /// The percents of those that have intervals.
  static let within: [Double] = [10, 50, 90]

  init(absent: Int = 0) { self.absent = absent }

  /// - Parameters:
  ///   - found: the order statistics of the plan, in whole numbers
  ///   - scale: how many of the whole numbers are one of the unit
  init(_ plan: RankPlan, _ found: [Double], _ moments: ExactMoments, absent: Int, scale: Double) {
    total = plan.total
    self.absent = absent
    mean = moments.mean(scale: scale)
    if let deviation = moments.standardDeviation { set(deviation, scale) }
    minimum = found.first.map { $0 / scale }
    maximum = found.last.map { $0 / scale }
    percentiles = plan.points.map { $0.value(found) / scale }
    intervals = plan.intervals.map { ends in
      ends.map { found[$0.lowerBound] / scale...found[$0.upperBound] / scale }
    }
  }

  /// - Parameter scale: how many of the whole numbers are one of the unit
  public init(_ distribution: CountDistribution, scale: Double) {
    total = Int(distribution.total)
    absent = Int(distribution.absent)
    mean = distribution.mean(scale: scale)
    if let deviation = distribution.standardDeviation { set(deviation, scale) }
    minimum = distribution.minimum.map { Double($0) / scale }
    maximum = distribution.maximum.map { Double($0) / scale }
    percentiles = NumberSummary.percents.compactMap { distribution.percentile($0).map { $0 / scale } }
    intervals = NumberSummary.within.map { percent in
      distribution.percentileInterval(percent).map { $0.lowerBound / scale...$0.upperBound / scale }
    }
  }

  private mutating func set(_ deviation: Double, _ scale: Double) {
    standardDeviation = deviation / scale
    meanError = deviation / Double(total).squareRoot() / scale
  }

  /// Of real numbers, in the unit that they are in.
  init(_ distribution: RealDistribution) {
    total = distribution.values.count
    absent = distribution.absent
    mean = distribution.mean
    standardDeviation = distribution.standardDeviation
    meanError = distribution.meanError
    minimum = distribution.values.first
    maximum = distribution.values.last
    percentiles = NumberSummary.percents.compactMap { distribution.percentile($0) }
    intervals = NumberSummary.within.map { distribution.percentileInterval($0) }
  }

  /// The statistic; nil where it does not exist, or is no statistic of a number alone.
  public func value(_ statistic: Statistic) -> Double? {
    switch statistic {
    case .mean: mean
    case .sd: standardDeviation
    case .meanError: meanError
    case .min: minimum
    case .max: maximum
    case .pAtTarget, .expected: nil
    default:
      percentiles.isEmpty
        ? nil : statistic.percent.flatMap { NumberSummary.percents.firstIndex(of: $0) }.map { percentiles[$0] }
    }
  }
}
