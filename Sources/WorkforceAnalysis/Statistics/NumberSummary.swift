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
  // Plain numbers, and no arrays: a run has thousands of summaries, made by one thread and read by another.
  /// In the order of ``percents``, 0 where there are none.
  private var points = SIMD8<Double>.zero
  private var hasPoints = false
  /// In the order of ``within``, 0 where there are none.
  private var lows = SIMD4<Double>.zero
  private var highs = SIMD4<Double>.zero
  private var hasEnds = SIMD4<UInt8>.zero

  /// The percents of the percentiles that are reported.
  public static let percents = Statistic.allCases.compactMap(\.percent)
  /// The percents of those that have intervals.
  static let within: [Double] = [10, 50, 90]

  init(absent: Int = 0) { self.absent = absent }

  /// In the order of ``percents``; none without replicates.
  public var percentiles: [Double] { NumberSummary.percents.indices.compactMap { percentile($0) } }

  /// The percentile at a place in ``percents``; nil without replicates.
  func percentile(_ place: Int) -> Double? { hasPoints ? points[place] : nil }

  /// An interval that holds the true percentile with probability about 95 %, by its place in ``within``; nil where it runs
  /// past the extremes.
  func interval(_ place: Int) -> ClosedRange<Double>? { hasEnds[place] > 0 ? lows[place]...highs[place] : nil }

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
    for place in plan.points.indices { set(place, plan.points[place].value(found) / scale) }
    for (place, ends) in plan.intervals.enumerated() {
      set(place, ends.map { found[$0.lowerBound] / scale...found[$0.upperBound] / scale })
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
    for (place, percent) in NumberSummary.percents.enumerated() {
      set(place, distribution.percentile(percent).map { $0 / scale })
    }
    for (place, percent) in NumberSummary.within.enumerated() {
      set(place, distribution.percentileInterval(percent).map { $0.lowerBound / scale...$0.upperBound / scale })
    }
  }

  private mutating func set(_ deviation: Double, _ scale: Double) {
    standardDeviation = deviation / scale
    meanError = deviation / Double(total).squareRoot() / scale
  }

  private mutating func set(_ place: Int, _ percentile: Double?) {
    guard let percentile else { return }
    points[place] = percentile
    hasPoints = true
  }

  private mutating func set(_ place: Int, _ interval: ClosedRange<Double>?) {
    guard let interval else { return }
    (lows[place], highs[place], hasEnds[place]) = (interval.lowerBound, interval.upperBound, 1)
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
    for (place, percent) in NumberSummary.percents.enumerated() { set(place, distribution.percentile(percent)) }
    for (place, percent) in NumberSummary.within.enumerated() { set(place, distribution.percentileInterval(percent)) }
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
    case .p5, .p10, .p25, .p50, .p75, .p90, .p95:
      statistic.percent.flatMap { NumberSummary.percents.firstIndex(of: $0) }.flatMap { percentile($0) }
    }
  }
}
