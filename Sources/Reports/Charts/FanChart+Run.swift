public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// Fans of what was simulated.
extension FanChart {
  /// The metrics that a run must be asked for to draw a fan of one: itself and, for the FTE of a grade with a target,
  /// the target.
  public static func metrics(of name: String, _ catalog: MetricCatalog) -> [String] {
    [name] + (targetName(of: name).map { catalog[$0] == nil ? [] : [$0] } ?? [])
  }

  private static func targetName(of name: String) -> String? {
    let parts = name.split(separator: ".")
    return parts.count == 2 && parts[1] == "fte" ? "\(parts[0]).target" : nil
  }

  /// A metric of a run, over the months that were asked for and in which it exists. The FTE of a grade has its target
  /// drawn through it where the run knows it; of an uncertain one the median.
  /// - Returns: nil where the run was not asked for the metric
  public init?(_ name: String, _ summary: RunSummary) {
    let cells = summary.selection.steps.compactMap { summary.cell(name, step: $0) }
    guard let metric = cells.first?.metric else { return nil }
    let start = summary.selection.legend.start
    let isPath = cells.contains { $0.value(.expected) != nil }
    let wanted: [Statistic] = isPath ? [.expected] : [.p5, .p10, .p25, .p50, .p75, .p90, .p95]
    let goal = FanChart.targetName(of: metric.name)
    let steady = summary.outlooks.first { "\($0.grade).fte" == metric.name }.flatMap { outlook -> Double? in
      guard !outlook.isUncertain, let range = outlook.targets, range.lowerBound == range.upperBound else { return nil }
      return range.lowerBound
    }
    self.init(
      metric.name, months: cells.map { start + $0.step },
      statistics: Dictionary(
        uniqueKeysWithValues: wanted.map { statistic in (statistic, cells.map { $0.value(statistic) }) }),
      target: cells.map { cell in
        let own = goal.flatMap { summary.cell($0, step: cell.step) }
        return own?.value(.p50) ?? own?.value(.expected) ?? steady
      }, unit: ChartUnit(metric.unit))
  }

  /// The differences of a number between two runs of the same futures: each replicate is compared with itself.
  /// - Parameters:
  ///   - differences: by month, then by replicate; nil where one of the two does not exist
  public init(_ title: String, months: [Month], differences: [[Double?]], unit: ChartUnit = .number) {
    let spreads = differences.map { RealDistribution($0.map(RoundStep.shown)) }
    let statistics = Statistic.allCases.compactMap { statistic in
      statistic.percent.map { percent in (statistic, spreads.map { $0.percentile(percent) }) }
    }
    self.init(
      title, months: months, statistics: Dictionary(uniqueKeysWithValues: statistics), unit: unit, isDifference: true)
  }

  /// How a metric differs between two runs that begin in the same month and have the same replicates.
  /// - Parameter months: ascending; those in which the metric does not exist are left out
  /// - Returns: nil where one of the runs does not know the metric, or the runs are no pair
  public init?(_ name: String, from first: MetricEvaluation, to second: MetricEvaluation, months: [Month]) {
    let start = first.catalog.legend.start
    guard let old = first.catalog[name], let new = second.catalog[name], second.catalog.legend.start == start,
      first.ensemble.replicates == second.ensemble.replicates
    else { return nil }
    let last = start + min(first.catalog.legend.months, second.catalog.legend.months)
    let existing = months.filter { $0 >= start && $0 <= last && old.exists(in: $0 - start, start: start) }
    let differences = existing.map { month in
      zip(first.numbers(old, step: month - start), second.numbers(new, step: month - start)).map { old, new in
        old.flatMap { old in new.map { $0 - old } }
      }
    }
    self.init(name, months: existing, differences: differences, unit: ChartUnit(old.unit))
  }
}
