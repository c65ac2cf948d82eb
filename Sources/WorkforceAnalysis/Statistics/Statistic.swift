/// The statistics that are reported for every metric and month, in this order.
public enum Statistic: String, CaseIterable, Sendable {
  case mean
  case sd
  case meanError = "mean-error"
  case min
  case max
  case p5, p10, p25, p50, p75, p90, p95
  /// The probability that FTE is at or above the target at that month's end; for `.fte` of a grade with a target.
  case pAtTarget = "p-at-target"

  /// The percentile that it is, when it is one.
  public var percent: Double? {
    switch self {
    case .p5: 5
    case .p10: 10
    case .p25: 25
    case .p50: 50
    case .p75: 75
    case .p90: 90
    case .p95: 95
    default: nil
    }
  }

  /// The statistic of a distribution, in whole multiples of the metric's unit; nil where it does not exist.
  func value(of distribution: CountDistribution) -> Double? {
    switch self {
    case .mean: distribution.mean
    case .sd: distribution.standardDeviation
    case .meanError: distribution.meanError
    case .min: distribution.minimum.map(Double.init)
    case .max: distribution.maximum.map(Double.init)
    case .pAtTarget: nil
    default: percent.flatMap { distribution.percentile($0) }
    }
  }
}
