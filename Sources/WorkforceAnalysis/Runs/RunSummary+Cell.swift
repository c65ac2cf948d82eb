import WorkforceSimulation

extension RunSummary {
  /// A metric in a month, with its statistics.
  public struct Cell: Sendable {
    public private(set) var metric: Metric
    public let step: Int
    /// For `.fte` of a grade with a target.
    public let atTarget: ProbabilityEstimate?
    /// The one number of a single path.
    private let expected: Double?
    let summary: NumberSummary

    /// Replicates in which the number does not exist.
    public var absent: Int { summary.absent }

    /// - Parameter target: what the metric is measured against
    init(_ metric: Metric, step: Int, _ workspace: MetricWorkspace, target: Metric?) {
      self.metric = metric
      self.step = step
      let replicates = workspace.replicates
      let hits = target.map { workspace.hits(metric, atLeast: $0, step: step) }
      let atTarget = hits.map { ProbabilityEstimate(hits: $0, replicates: replicates) }
      guard workspace.ensemble.isExpected else {
        self.atTarget = atTarget
        summary = workspace.summary(metric, step: step)
        expected = nil
        return
      }
      // Of expected paths: the statistics over the draws of the parameters, or, of a single path, its value.
      let paths = RealDistribution(workspace.exact(metric, step: step).numbers.map { $0.isNaN ? nil : $0 })
      let isOnePath = replicates <= 1
      self.atTarget = isOnePath ? nil : atTarget
      summary = isOnePath ? NumberSummary(absent: paths.absent) : NumberSummary(paths)
      expected = isOnePath ? paths.mean : nil
    }

    /// The same numbers, of a metric that is worked out alike.
    func of(_ metric: Metric) -> Cell {
      var cell = self
      cell.metric = metric
      return cell
    }

    /// The statistic in the metric's unit; nil where it does not exist.
    public func value(_ statistic: Statistic) -> Double? {
      switch statistic {
      case .pAtTarget: atTarget?.share
      case .expected: expected
      default: summary.value(statistic)
      }
    }

    /// An interval for the 10 %, 50 % or 90 % point that holds the true one with probability about 95 %.
    public func interval(_ statistic: Statistic) -> ClosedRange<Double>? {
      statistic.percent.flatMap { NumberSummary.within.firstIndex(of: $0) }.flatMap { summary.interval($0) }
    }
  }
}
