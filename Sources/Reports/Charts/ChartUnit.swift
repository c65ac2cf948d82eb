public import WorkforceAnalysis

/// What the numbers of a chart are.
public enum ChartUnit: Sendable {
  /// People, FTE, money.
  case number
  /// A share, 0…1, written in percent.
  case share

  public init(_ unit: Metric.Unit) {
    self = unit == .rate ? .share : .number
  }
}
