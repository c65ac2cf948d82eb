public import Reports
import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// `reconcile FILE`, made ready: everything that can be wrong with the published figures has been said.
public struct PreparedReconciliation: Sendable {
  private let loaded: LoadedScenario
  private let request: RunRequest
  private let figures: [ComparedFigure]
  private let catalog: MetricCatalog
  let compiled: CompiledScenario
  public let job: SimulationJob

  /// - Parameter request: its metrics and months play no part
  /// - Throws: ``Faults`` for figures of what is no metric, and where there are none
  public init(_ loaded: LoadedScenario, _ request: RunRequest) throws(Faults) {
    guard !loaded.scenario.published.isEmpty else {
      throw Faults(
        "the scenario lists no published figures",
        help: ["add some: published: [{metric: PO.leavers-12mo, at: 2025-09, value: 430, source: …}]"])
    }
    let (compiled, catalog, figures) = try loaded.published()
    self.figures = figures
    self.catalog = catalog
    self.compiled = compiled
    self.loaded = loaded
    self.request = request
    var memory = MemoryEstimate()
    memory.add(.statistics, each: RunSummary.bytesEach(figures.map(\.metric)))
    var job = SimulationJob(
      compiled, loaded.scenario, columns: Reconciliation.columns(figures, compiled.legend), threads: request.threads,
      variation: request.variation, memory: memory)
    try job.checkMemory(request.memory, narrower: "fewer figures under 'published'")
    self.job = job
  }

  /// The text of the result.
  /// - Parameter page: renders what is to be read
  public func report(_ ensemble: Ensemble, version: String, page: (Document) -> String) throws -> String {
    let reconciliation = Reconciliation(figures, MetricEvaluation(catalog, ensemble))
    let report = ReconciliationReport(
      reconciliation, loaded.scenario, replicates: ensemble.replicates, isCertain: !request.variation.parameters,
      changes: loaded.changes)
    switch request.format {
    case .table, .markdown: return page(report.document)
    case .csv: return report.csv(loaded.stem)
    case .json: return try report.json(loaded.origin(version: version, variation: request.variation))
    }
  }
}

extension LoadedScenario {
  /// The plan, its metrics, and the published figures as they understand them.
  /// - Throws: ``Faults`` that only show when the plan is made, and of figures
  func published() throws(Faults) -> (CompiledScenario, MetricCatalog, [ComparedFigure]) {
    let bounds = MetricCatalog.shareBounds(naming: scenario.published.map(\.metric.value))
    let compiled = try PlanCompiler.compile(scenario, shareBounds: bounds, origins: read.origins)
    let catalog = MetricCatalog(compiled.legend)
    return (compiled, catalog, try ComparedFigure.all(read, catalog))
  }
}
