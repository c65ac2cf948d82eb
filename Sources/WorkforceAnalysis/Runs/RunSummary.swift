import Dispatch
import Synchronization
import WorkforceModel
public import WorkforceSimulation

/// The statistics of a run: for each metric and month asked for, its distribution over the replicates.
public struct RunSummary: Sendable {
  public let selection: Selection
  public let replicates: Int
  /// Workers that it was made by; whoever writes it takes no more.
  public let threads: Int
  /// Whether people moved by expectations, without chance.
  public let isExpected: Bool
  /// By metric as asked for, then by month.
  public let cells: [Cell]
  public let outlooks: [TargetOutlook]
  /// What rules wanted of grades and did not get, where that was asked for.
  public let shortfalls: [Shortfall]
  /// By metric: where its cells are.
  private let places: [String: Range<Int>]

  /// - Parameter threads: workers; the summary does not depend on it
  public init(_ selection: Selection, _ ensemble: Ensemble, outlook: Bool, shortfalls: Bool = false, threads: Int) {
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let schedule = SummarySchedule(selection.metrics, selection.catalog)
    let gathered = Mutex([[Cell]](repeating: [], count: selection.metrics.count))
    let upcoming = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, schedule.groups.count))) { _ in
      while true {
        let place = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < schedule.groups.count else { return }
        let made = RunSummary.cells(schedule.groups[place], selection, evaluation)
        gathered.withLock { all in for (place, cells) in made { all[place] = cells } }
      }
    }
    self.selection = selection
    replicates = ensemble.replicates
    isExpected = ensemble.isExpected
    self.threads = max(1, threads)
    (cells, places) = gathered.withLock { made in
      var cells: [Cell] = []
      var places: [String: Range<Int>] = [:]
      cells.reserveCapacity(selection.metrics.indices.reduce(0) { $0 + made[schedule.twins[$1]].count })
      for (place, metric) in selection.metrics.enumerated() {
        let first = cells.count
        // Metrics that are worked out alike share their numbers.
        for cell in made[schedule.twins[place]] { cells.append(cell.of(metric)) }
        places[metric.name] = first..<cells.count
      }
      return (cells, places)
    }
    outlooks =
      outlook
      ? selection.targets.compactMap { TargetOutlook($0, evaluation) } : []
    self.shortfalls = shortfalls ? selection.shortfalls.compactMap { Shortfall($0, evaluation) } : []
  }

  /// Bytes that each worker has in memory for each replicate while it works out metrics.
  public static func bytesEach(_ metrics: [Metric]) -> Int {
    // Five columns of real numbers, of which two are weights, three of people, and two of keys; money of twelve months.
    let usual = 5 * 8 + 3 * 4 + 2 * 4
    let isMoney = metrics.contains { if case .money = $0.formula.root { true } else { false } }
    return metrics.isEmpty ? 0 : isMoney ? usual + 14 * 8 : usual
  }

  /// The cells of metrics that have much in common, each with its place in the selection.
  private static func cells(
    _ group: [Int], _ selection: Selection, _ evaluation: MetricEvaluation
  ) -> [(place: Int, cells: [Cell])] {
    let workspace = MetricWorkspace(evaluation)
    // It has the memory that its numbers stand in.
    defer { withExtendedLifetime(workspace) {} }
    var made = group.map { (place: $0, cells: [Cell]()) }
    for step in selection.steps {
      for (position, place) in group.enumerated() {
        let metric = selection.metrics[place]
        guard metric.exists(in: step, start: selection.legend.start) else { continue }
        made[position].cells.append(Cell(metric, step: step, workspace, target: selection.catalog.target(of: metric)))
      }
    }
    return made
  }

  /// The cell of a metric in a month of the run.
  public func cell(_ metric: String, step: Int) -> Cell? {
    places[metric]?.first { cells[$0].step == step }.map { cells[$0] }
  }
}
