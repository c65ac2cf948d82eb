import Dispatch
import Synchronization
public import WorkforceModel
import WorkforceSimulation

/// Two runs, A and B, compared replicate by replicate: replicate k of the one is the same future as replicate k of the
/// other but for what differs between their scenarios (docs/comparison.md).
public struct Comparison: Sendable {
  /// A metric in a month that both have.
  public struct Cell: Sendable {
    /// Of A.
    public let metric: Metric
    public let month: Month
    public let summary: PairedSummary
  }

  /// A flow summed over financial years.
  public struct YearlyFlow: Sendable {
    /// The flow of a month, of A.
    public let metric: Metric
    /// By year of ``Comparison/years``.
    public let summaries: [PairedSummary]
  }

  private struct Key: Hashable {
    var metric: String
    var month: Month
  }

  /// The names of the two runs.
  public let names: (a: String, b: String)
  /// How many replicates were paired: the first of each run.
  public let pairs: Int
  /// Whether people moved by expectations, without chance.
  public let isExpected: Bool
  /// Whether there is one path each, and so one number and no probability.
  public let isOnePath: Bool
  /// By metric as asked for, then by month.
  public let cells: [Cell]
  /// Grades with a target in both; none where that was not asked for.
  public let targets: [TargetComparison]
  public let years: [FinancialYear]
  /// None where they were not asked for.
  public let flows: [YearlyFlow]
  private let index: [Key: Int]

  /// - Parameters:
  ///   - runs: by their places in the selection
  ///   - other: the place of B; A is the first
  ///   - wanted: how many replicates to pair, the first of each run; nil for as many as both have
  ///   - outlook: whether targets are compared
  ///   - years: whether flows are summed over financial years
  ///   - threads: workers; the comparison does not depend on it
  /// - Throws: ``Faults`` for runs whose replicates are no pairs: other seeds, other sources of variation
  public init(
    _ selection: ComparedSelection, _ runs: [ComparedRun], with other: Int, pairs wanted: Int? = nil, outlook: Bool,
    years wantsYears: Bool, threads: Int
  ) throws(Faults) {
    let (a, b) = (runs[0], runs[other])
    try Comparison.check(a, b)
    let most = min(a.ensemble.replicates, b.ensemble.replicates)
    let pairs = min(wanted ?? most, most)
    let evaluations = [
      MetricEvaluation(selection.catalogs[0], a.ensemble), MetricEvaluation(selection.catalogs[other], b.ensemble),
    ]
    names = (a.name, b.name)
    self.pairs = pairs
    isExpected = a.ensemble.isExpected
    isOnePath = a.isOnePath
    let metrics = selection.metrics.filter { selection.catalogs[other][$0] != nil }
    let gathered = Mutex([[Cell]](repeating: [], count: metrics.count))
    let groups = Comparison.groups(metrics, selection.catalogs[0])
    let upcoming = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, groups.count))) { _ in
      while true {
        let place = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < groups.count else { return }
        let workspace = PairWorkspace(evaluations[0], evaluations[1], pairs: pairs)
        // It has the memory that its numbers stand in.
        defer { withExtendedLifetime(workspace) {} }
        for metric in groups[place] {
          let made = Comparison.cells(metrics[metric], selection, with: other, workspace)
          gathered.withLock { $0[metric] = made }
        }
      }
    }
    cells = gathered.withLock { $0.flatMap(\.self) }
    index = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { (Key(metric: $1.metric.name, month: $1.month), $0) })
    targets =
      outlook
      ? selection.targets(with: other).compactMap {
        TargetComparison($0, selection, with: other, evaluations, pairs: pairs)
      } : []
    years = wantsYears ? selection.years : []
    flows = wantsYears ? Comparison.flows(selection, with: other, evaluations, pairs: pairs) : []
  }

  /// The numbers of a metric in a month; nil where not both have them.
  public func cell(_ metric: String, _ month: Month) -> Cell? {
    index[Key(metric: metric, month: month)].map { cells[$0] }
  }

  private static func check(_ a: ComparedRun, _ b: ComparedRun) throws(Faults) {
    guard a.ensemble.isExpected == b.ensemble.isExpected, a.parameters == b.parameters else {
      throw Faults(
        "\(a.name) and \(b.name) cannot be paired: they were not run with the same sources of variation",
        help: ["run both with chance or both without, and with their uncertain numbers drawn in both or in neither"])
    }
    // The expected path is the same for every seed.
    guard a.seed == b.seed || a.isOnePath else {
      throw Faults(
        "\(a.name) and \(b.name) cannot be paired: their seeds are \(a.seed) and \(b.seed), so that their replicates are "
          + "not the same futures", help: ["--seed \(a.seed) gives all of them one"])
    }
  }

  /// Places of metrics that are worked out together, because they have numbers in common.
  private static func groups(_ metrics: [String], _ catalog: MetricCatalog) -> [[Int]] {
    var groups: [[Int]] = []
    var last: Metric.Formula.Root?
    for (place, name) in metrics.enumerated() {
      let root = catalog[name]?.formula.root
      if let root, root != .none, root == last {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
      last = root
    }
    return groups
  }

  private static func cells(
    _ name: String, _ selection: ComparedSelection, with other: Int, _ workspace: PairWorkspace
  ) -> [Cell] {
    guard let one = selection.catalogs[0][name], let next = selection.catalogs[other][name] else { return [] }
    return selection.months.compactMap { month in
      guard selection.exists(name, month, in: 0), selection.exists(name, month, in: other) else { return nil }
      return Cell(
        metric: one, month: month,
        summary: workspace.summary(
          one, step: selection.step(of: month, in: 0), next, step: selection.step(of: month, in: other)))
    }
  }

  private static func flows(
    _ selection: ComparedSelection, with other: Int, _ runs: [MetricEvaluation], pairs: Int
  ) -> [YearlyFlow] {
    let workspace = PairWorkspace(runs[0], runs[1], pairs: pairs)
    // It has the memory that its numbers stand in.
    defer { withExtendedLifetime(workspace) {} }
    return selection.yearly(with: other).compactMap { name in
      guard let one = selection.catalogs[0][name], let next = selection.catalogs[other][name] else { return nil }
      func steps(_ year: FinancialYear, _ run: Int) -> ClosedRange<Int> {
        selection.step(of: year.first, in: run)...selection.step(of: year.last, in: run)
      }
      return YearlyFlow(
        metric: one,
        summaries: selection.years.map { year in
          workspace.summary(one, steps: steps(year, 0), next, steps: steps(year, other))
        })
    }
  }
}
