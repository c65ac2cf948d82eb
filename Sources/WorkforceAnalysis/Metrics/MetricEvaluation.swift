import WorkforceModel
public import WorkforceSimulation

/// Metrics from the columns of an ensemble, replicate by replicate, in whole multiples of their units.
public struct MetricEvaluation: Sendable {
  public let catalog: MetricCatalog
  public let ensemble: Ensemble

  public init(_ catalog: MetricCatalog, _ ensemble: Ensemble) {
    self.catalog = catalog
    self.ensemble = ensemble
  }

  private var legend: Legend { catalog.legend }

  /// The columns that metrics need in the steps asked for; ascending, each once.
  public static func columns(_ metrics: [Metric], steps: [Int], _ legend: Legend) -> [Int] {
    guard let last = steps.max() else { return [] }
    var isNeeded = [Bool](repeating: false, count: legend.column(series: 0, month: last + 1))
    for metric in metrics {
      let needs = metric.needs
      // Windows of months overlap: each month is looked at once.
      var isWithin = [Bool](repeating: false, count: last + 1)
      for step in steps where metric.exists(in: step, start: legend.start) {
        for month in max(0, step - needs.back)...step { isWithin[month] = true }
      }
      for month in isWithin.indices where isWithin[month] {
        for series in needs.series { isNeeded[legend.column(series: series, month: month)] = true }
      }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  /// One whole number for each replicate, in order; nil where the number does not exist.
  public func values(_ metric: Metric, step: Int) -> [Int64?] {
    exact(metric, step) { numbers in numbers.map { $0.isNaN ? nil : MetricEvaluation.rounded($0, metric.unit) } }
  }

  /// The number that statistics and comparisons are made of, for each replicate, in the metric's unit: a whole multiple
  /// of what it is reported in where people are whole, not rounded on expected paths. Nil where it does not exist.
  public func numbers(_ metric: Metric, step: Int) -> [Double?] {
    exact(metric, step) { numbers in
      if !ensemble.isExpected { WholeKeys.round(numbers, scale: metric.unit.scale) }
      return numbers.map { $0.isNaN ? nil : $0 }
    }
  }

  /// The distribution over replicates.
  public func distribution(_ metric: Metric, step: Int) -> CountDistribution {
    let existing = exact(metric, step) { $0.filter { !$0.isNaN } }
    return CountDistribution(
      MetricEvaluation.rounded(existing, metric.unit), absent: ensemble.replicates - existing.count)
  }

  /// What a run reports of a metric in months, ascending; people must be whole.
  public func summaries(_ metric: Metric, steps: [Int]) -> [NumberSummary] {
    let workspace = MetricWorkspace(self)
    // It has the memory that its numbers stand in.
    return withExtendedLifetime(workspace) { steps.map { workspace.summary(metric, step: $0) } }
  }

  /// In the metric's unit, not yet rounded; no number where it does not exist.
  private func exact<Result>(
    _ metric: Metric, _ step: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    let workspace = MetricWorkspace(self)
    // The workspace has the memory that the numbers stand in.
    return withExtendedLifetime(workspace) { body(workspace.exact(metric, step: step).numbers) }
  }

  /// Rounded half to even to a whole multiple of the unit, once.
  static func rounded(_ value: Double, _ unit: Metric.Unit) -> Int64 {
    Int64((value * unit.scale).rounded(.toNearestOrEven))
  }

  /// Each rounded half to even to a whole multiple of the unit, once.
  ///
  /// 1.5 · 2⁵² is added: what is left of the sum's digits is the whole number, rounded as the processor rounds sums.
  static func rounded(_ values: [Double], _ unit: Metric.Unit) -> [Int64] {
    let magic = 0x1.8p52
    let origin = Int64(bitPattern: magic.bitPattern)
    let scale = unit.scale
    var beyond: Int64 = 0
    let all = [Int64](unsafeUninitializedCapacity: values.count) { buffer, count in
      for place in values.indices {
        let whole = Int64(bitPattern: (values[place] * scale + magic).bitPattern) &- origin
        // Bits above the 50th, of the number or of its complement, tell of a number that has no place there.
        beyond |= (whole ^ (whole >> 63)) >> 50
        buffer[place] = whole
      }
      count = values.count
    }
    return beyond == 0 ? all : values.map { rounded($0, unit) }
  }
}
