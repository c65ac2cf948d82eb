public import Reports
import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// `targets FILE`, made ready: everything that can be wrong with the request has been said.
public struct PreparedTargets: Sendable {
  private let loaded: LoadedScenario
  private let request: RunRequest
  private let months: [Month]
  private let heldFor: Int
  let selection: Selection
  public let job: SimulationJob

  /// - Parameters:
  ///   - request: its metrics play no part
  ///   - held: how long a target is to be held, as typed, such as `6mo`; nil where that is not asked for
  /// - Throws: ``Faults``
  public init(_ loaded: LoadedScenario, _ request: RunRequest, held: String?) throws(Faults) {
    let scenario = loaded.scenario
    let asked = try RunRequest.months(request.months)
    months = asked.isEmpty ? RunReport.defaultMonths(scenario) : asked
    selection = try Selection(loaded.read, metrics: [], months: months)
    guard !selection.targets.isEmpty else {
      throw Faults("no grade of the scenario has a target", help: ["give one: grades.….target: 7115 fte"])
    }
    // Month ends: the opening is one.
    let most = scenario.months.value.months + 1
    if let held {
      let range = SourceRange(source: "--held", line: 1, column: 1, length: held.unicodeScalars.count)
      guard let span = MonthSpan(held), (2...most).contains(span.months) else {
        throw Faults(
          "expected a length of 2 to \(most) months, written 6mo, not '\(held)'", at: range,
          help: Int(held).map { ["did you mean \($0)mo?"] } ?? [])
      }
      heldFor = span.months
    } else {
      heldFor = 1
    }
    var memory = MemoryEstimate()
    memory.add(.statistics, each: TargetOutlook.bytesEach)
    var job = SimulationJob(
      selection.compiled, scenario, columns: selection.columns(outlook: true), threads: request.threads,
      variation: request.variation, memory: memory)
    try job.checkMemory(request.memory, narrower: "fewer months (--months)")
    self.job = job
    self.loaded = loaded
    self.request = request
  }

  /// The text of the result.
  /// - Parameter page: renders what is to be read
  public func report(_ ensemble: Ensemble, version: String, page: (Document) -> String) throws -> String {
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let outlooks = selection.targets.compactMap { TargetOutlook($0, heldFor: heldFor, evaluation) }
    let report = TargetsReport(
      outlooks, loaded.scenario, months: months, replicates: ensemble.replicates, isExpected: ensemble.isExpected,
      isCertain: !request.variation.parameters, changes: loaded.changes)
    switch request.format {
    case .table, .markdown: return page(report.document)
    case .csv: return report.csv(loaded.stem)
    case .json: return try report.json(loaded.origin(version: version, variation: request.variation))
    }
  }
}
