import OrderedCollections
public import Reports
import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// `cohorts FILE`, made ready: everything that can be wrong with the request has been said.
public struct PreparedCohorts: Sendable {
  private let loaded: LoadedScenario
  private let request: RunRequest
  private let compiled: CompiledScenario
  private let cohorts: CohortRequest
  private let pathways: [String]
  private let others: [Month]
  public let job: SimulationJob

  /// - Parameters:
  ///   - request: its months are those at whose ends the cohorts are counted; its metrics play no part
  ///   - started: start months, as typed; empty for the first of the run in a table, and for all in files
  ///   - pathways: keys; empty for all
  /// - Throws: ``Faults``
  public init(
    _ loaded: LoadedScenario, _ request: RunRequest, started: [String], pathways: [String]
  ) throws(Faults) {
    let scenario = loaded.scenario
    let starts = scenario.learnerStarts
    guard !starts.isEmpty else {
      throw Faults("nobody starts a pathway in this run", help: ["give an intake that leads into a pathway"])
    }
    var faults: [Diagnostic] = []
    for key in pathways where scenario.pathways[key] == nil {
      let known = Array(scenario.pathways.keys)
      let help = Suggestion.help(for: key, among: known) ?? "pathways: \(Suggestion.list(known))"
      faults.append(Diagnostic("there is no pathway '\(key)'", help: [help]))
    }
    for text in started where !starts.map(\.description).contains(text) {
      faults.append(
        Diagnostic(
          "nobody starts a pathway in '\(text)'", help: ["starts: \(Suggestion.list(starts.map(\.description)))"]))
    }
    let asked = try RunRequest.months(request.months)
    for month in asked where month <= scenario.start.value || month > scenario.lastMonth {
      faults.append(
        Diagnostic("cohorts are counted from \(scenario.firstMonth) to \(scenario.lastMonth), not at \(month)"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    let isTable = request.format.isPage
    let first = starts.first { $0 > scenario.start.value } ?? starts[0]
    let chosen = started.isEmpty ? (isTable ? [first] : starts) : starts.filter { started.contains("\($0)") }
    let every = isTable ? 12 : 3
    cohorts = CohortRequest(
      chosen.map { start in
        let later =
          asked.isEmpty
          ? stride(from: max(start, scenario.start.value).index + every, to: scenario.lastMonth.index, by: every).map {
            Month(index: $0)
          }
            + [scenario.lastMonth] : asked.filter { $0 >= start }
        return CohortRequest.Cohort(started: start, steps: Set(later.map { $0 - scenario.start.value }).sorted())
      })
    for cohort in cohorts.cohorts where cohort.steps.isEmpty && !asked.isEmpty {
      faults.append(Diagnostic("no month asked for is in or after \(cohort.started), when the cohort started"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    others = isTable ? starts.filter { !chosen.contains($0) } : []
    self.pathways = pathways.isEmpty ? Array(scenario.pathways.keys) : pathways
    compiled = try PlanCompiler.compile(scenario, origins: loaded.read.origins)
    let counts =
      cohorts.cohorts.reduce(0) { $0 + $1.steps.count } * scenario.pathways.count * CohortState.allCases.count
    var memory = MemoryEstimate()
    memory.add(.cohorts, each: counts * CohortEnsemble.bytesEach)
    var job = SimulationJob(
      compiled, scenario, columns: [], threads: request.threads, variation: request.variation, memory: memory)
    try job.checkMemory(request.memory, narrower: "fewer cohorts (--started) or months (--at)")
    self.job = job
    self.loaded = loaded
    self.request = request
  }

  /// - Throws: ``RunFault``
  public func run(
    isCancelled: @escaping @Sendable () -> Bool, progress: @escaping @Sendable (Double) -> Void
  ) throws(RunFault) -> CohortEnsemble {
    try job.simulation.cohorts(
      cohorts, compiled.legend, replicates: job.replicates, threads: job.threads, isCancelled: isCancelled,
      progress: progress)
  }

  /// The text of the result.
  /// - Parameter page: renders what is to be read
  public func report(_ ensemble: CohortEnsemble, version: String, page: (Document) -> String) throws -> String {
    let summary = CohortSummary(ensemble, compiled.legend, pathways: pathways, replicates: job.replicates)
    let report = CohortReport(summary, loaded.scenario, changes: loaded.changes, others: others)
    switch request.format {
    case .table, .markdown: return page(report.document)
    case .csv: return CSVRenderer().render(report.rows(loaded.stem))
    case .json:
      return try report.json(loaded.stem, loaded.origin(version: version, variation: request.variation))
    }
  }
}

extension Scenario {
  /// The months in which learners can start in the run, late ones included, and in which those of the opening started
  /// where it is known; ascending.
  var learnerStarts: [Month] {
    var months: Set<Month> = []
    for pathway in pathways.values {
      for group in pathway.learners.value.groups {
        let done = group.when.monthsDone(at: start.value)
        if done.upper == done.lower + 1 { months.insert(start.value - done.lower) }
      }
    }
    for intake in intakes.values {
      for month in intake.starts.value.starts(in: firstMonth...lastMonth) {
        let differing = intake.differing[month.description]
        let into = differing?.into?.value ?? intake.into.value
        guard into.parts.contains(where: { pathways[$0.key] != nil }) else { continue }
        for wait in (differing?.late?.value ?? intake.late.value).waits where month + wait <= lastMonth {
          months.insert(month + wait)
        }
      }
    }
    return months.sorted()
  }
}
