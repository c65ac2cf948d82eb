/// How closely the mean of a metric in a month is to be known: the half-width of its 95 % interval, in its unit.
public struct PrecisionGoal: Sendable {
  public let metric: Metric
  public let step: Int
  public let halfWidth: Double

  /// Futures of the pilot, which the standard deviation is taken from.
  public static let pilot = 1_000
  /// Replicates are a multiple of this.
  public static let multiple = 1_000
  public static let most = 1_000_000
  private static let z95 = 1.959963984540054

  public init(_ metric: Metric, step: Int, halfWidth: Double) {
    self.metric = metric
    self.step = step
    self.halfWidth = halfWidth
  }

  /// What a pilot says.
  public struct Estimate: Sendable {
    /// The standard deviation over the futures of the pilot, in the metric's unit.
    public let deviation: Double
    /// Futures needed, a multiple of ``PrecisionGoal/multiple``; may be more than ``PrecisionGoal/most``.
    public let needed: Double
    /// The share of futures in which the number exists.
    let existing: Double

    /// The half-width that so many futures give.
    public func halfWidth(_ replicates: Double) -> Double {
      PrecisionGoal.z95 * deviation / (replicates * existing).squareRoot()
    }
  }

  /// n = (1.96 sd ÷ h)², over the futures in which the number exists, rounded up.
  /// - Returns: nil where fewer than two futures of the pilot have the number
  public func estimate(_ pilot: MetricEvaluation) -> Estimate? {
    let numbers = RealDistribution(pilot.numbers(metric, step: step))
    guard let deviation = numbers.standardDeviation else { return nil }
    let existing = Double(numbers.values.count) / Double(numbers.values.count + numbers.absent)
    let ratio = PrecisionGoal.z95 * deviation / halfWidth
    let multiple = Double(PrecisionGoal.multiple)
    // A whole number of thousands is not rounded up by what rounding left behind it.
    let needed = max(multiple, (ratio * ratio / existing / multiple - 1e-9).rounded(.up) * multiple)
    return Estimate(deviation: deviation, needed: needed, existing: existing)
  }
}
