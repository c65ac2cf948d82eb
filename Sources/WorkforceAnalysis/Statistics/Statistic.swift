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
  /// The one value of the expected path with every parameter at its mean; then there is no other statistic.
  case expected

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
}
