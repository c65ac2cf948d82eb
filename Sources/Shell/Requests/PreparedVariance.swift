public import Reports
import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// `variance FILE`, made ready: everything that can be wrong with the request has been said before the first replicate.
public struct PreparedVariance: Sendable {
  /// The run whose futures get twins.
  public let run: PreparedRun

  /// - Parameter request: without metrics the FTE of each grade with a target is meant, without months the last
  /// - Throws: ``Faults`` for metrics and months that do not exist, for too few replicates to tell parameters apart, and
  ///   for a run too large to keep
  public init(_ loaded: LoadedScenario, _ request: RunRequest) throws(Faults) {
    let scenario = loaded.scenario
    var request = request
    if request.metrics.isEmpty {
      request.metrics = VarianceReport.defaultMetrics(
        try Selection(loaded.read, metrics: [], months: nil).catalog)
    }
    if request.months.isEmpty {
      // The last month in which each of them exists: of a financial year a March.
      let metrics = try Selection(loaded.read, metrics: request.metrics, months: nil).metrics
      let last = Set(metrics.compactMap { $0.lastStep(in: scenario) }).sorted()
      request.months = last.map { (scenario.start.value + $0).description }
    }
    run = try PreparedRun(loaded, request)
    let groups = run.simulation.inputGroups
    let terms = VarianceSummary.termCount(groups: groups)
    let fewest = VarianceSummary.fewestReplicates(groups: groups)
    guard run.replicates >= fewest else {
      throw Faults(
        "\(run.replicates) replicates are too few to tell \(groups.count) uncertain numbers apart",
        help: ["at least \(fewest) are needed: --replicates \(fewest)"])
    }
    var job = run.job
    job.addTwins()
    // The numbers behind the parameters, and the two tables of the regression.
    job.addMemory(.statistics, each: (groups.count + 2 * terms) * 8)
    try job.checkMemory(request.memory, narrower: PreparedRun.narrower, fewest: fewest)
  }

  /// The text of the result.
  /// - Parameter page: renders what is to be read
  public func report(_ twins: Twins, version: String, page: (Document) -> String) throws -> String {
    let summary = VarianceSummary(run.selection, twins)
    let loaded = run.loaded
    let rows = ResultRow.rows(summary, scenario: loaded.stem)
    switch run.request.format {
    case .table, .markdown:
      let report = VarianceReport(summary, loaded.scenario, changes: loaded.changes)
      return page(report.document)
    case .csv: return CSVRenderer().render(rows)
    case .json: return try JSONRenderer().render(rows, targets: [], origin: loaded.origin(version: version))
    }
  }
}
