import Dispatch
import Synchronization
import WorkforceModel
public import WorkforceSimulation

/// The statistics of a run: for each metric and month asked for, its distribution over the replicates.
public struct RunSummary: Sendable {
  /// A metric in a month, with its statistics.
  public struct Cell: Sendable {
    public let metric: Metric
    public let step: Int
    /// For `.fte` of a grade with a target.
    public let atTarget: ProbabilityEstimate?
    /// Replicates in which the number does not exist.
    public let absent: Int
    private let values: [Statistic: Double]
    /// For a percentile, an interval that holds the true one with probability about 95 %.
    private let intervals: [Statistic: ClosedRange<Double>]

    init(_ metric: Metric, step: Int, _ distribution: CountDistribution, atTarget: ProbabilityEstimate?) {
      self.metric = metric
      self.step = step
      self.atTarget = atTarget
      absent = Int(distribution.absent)
      var values: [Statistic: Double] = [:]
      var intervals: [Statistic: ClosedRange<Double>] = [:]
      let scale = metric.unit.scale
      for statistic in Statistic.allCases {
        values[statistic] =
          statistic == .pAtTarget ? atTarget?.share : statistic.value(of: distribution, scale: scale)
      }
      for statistic in [Statistic.p10, .p50, .p90] {
        guard let percent = statistic.percent, let range = distribution.percentileInterval(percent) else { continue }
        intervals[statistic] = range.lowerBound / scale...range.upperBound / scale
      }
      self.values = values
      self.intervals = intervals
    }

    /// Of expected paths: the statistics over the draws of the parameters, or, of a single path, its value.
    init(_ metric: Metric, step: Int, paths numbers: [Double?], atTarget: ProbabilityEstimate?) {
      self.metric = metric
      self.step = step
      let distribution = RealDistribution(numbers)
      absent = distribution.absent
      guard numbers.count > 1 else {
        self.atTarget = nil
        values = distribution.mean.map { [.expected: $0] } ?? [:]
        intervals = [:]
        return
      }
      self.atTarget = atTarget
      var values: [Statistic: Double] = [:]
      var intervals: [Statistic: ClosedRange<Double>] = [:]
      for statistic in Statistic.allCases {
        values[statistic] = statistic == .pAtTarget ? atTarget?.share : statistic.value(of: distribution)
      }
      for statistic in [Statistic.p10, .p50, .p90] {
        intervals[statistic] = statistic.percent.flatMap { distribution.percentileInterval($0) }
      }
      self.values = values
      self.intervals = intervals
    }

    /// The statistic in the metric's unit; nil where it does not exist.
    public func value(_ statistic: Statistic) -> Double? { values[statistic] }

    /// An interval for the 10 %, 50 % or 90 % point that holds the true one with probability about 95 %.
    public func interval(_ statistic: Statistic) -> ClosedRange<Double>? { intervals[statistic] }
  }

  private struct Key: Hashable {
    var metric: String
    var step: Int
  }

  public let selection: Selection
  public let replicates: Int
  /// Whether people moved by expectations, without chance.
  public let isExpected: Bool
  /// By metric as asked for, then by month.
  public let cells: [Cell]
  public let outlooks: [TargetOutlook]
  /// What rules wanted of grades and did not get, where that was asked for.
  public let shortfalls: [Shortfall]
  private let index: [Key: Int]

  /// - Parameter threads: workers; the summary does not depend on it
  public init(_ selection: Selection, _ ensemble: Ensemble, outlook: Bool, shortfalls: Bool = false, threads: Int) {
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let start = selection.legend.start
    let gathered = Mutex([[Cell]](repeating: [], count: selection.metrics.count))
    let upcoming = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, selection.metrics.count))) { _ in
      while true {
        let place = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < selection.metrics.count else { return }
        let metric = selection.metrics[place]
        let memory = MetricMemory()
        let made = selection.steps.filter { metric.exists(in: $0, start: start) }.map {
          RunSummary.cell(metric, $0, selection.catalog, evaluation, memory)
        }
        gathered.withLock { $0[place] = made }
      }
    }
    self.selection = selection
    replicates = ensemble.replicates
    isExpected = ensemble.isExpected
    cells = gathered.withLock { $0.flatMap(\.self) }
    index = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { (Key(metric: $1.metric.name, step: $1.step), $0) })
    outlooks =
      outlook
      ? selection.targets.compactMap { TargetOutlook($0, evaluation) } : []
    self.shortfalls = shortfalls ? selection.shortfalls.compactMap { Shortfall($0, evaluation) } : []
  }

  static func cell(
    _ metric: Metric, _ step: Int, _ catalog: MetricCatalog, _ evaluation: MetricEvaluation,
    _ memory: MetricMemory = MetricMemory()
  ) -> Cell {
    var atTarget: ProbabilityEstimate?
    if let target = catalog.target(of: metric) {
      let values = evaluation.numbers(metric, step: step)
      let met = zip(values, evaluation.numbers(target, step: step)).count { fte, goal in
        guard let fte, let goal else { return false }
        return fte >= goal
      }
      atTarget = ProbabilityEstimate(hits: met, replicates: values.count)
    }
    if evaluation.ensemble.isExpected {
      return Cell(metric, step: step, paths: evaluation.numbers(metric, step: step), atTarget: atTarget)
    }
    return Cell(metric, step: step, evaluation.distribution(metric, step: step, memory: memory), atTarget: atTarget)
  }

  /// The cell of a metric in a month of the run.
  public func cell(_ metric: String, step: Int) -> Cell? {
    index[Key(metric: metric, step: step)].map { cells[$0] }
  }
}
