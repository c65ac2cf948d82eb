public import Reports
public import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// A run made ready: everything that can be wrong with the request has been said before the first replicate.
public struct PreparedRun: Sendable {
  public let loaded: LoadedScenario
  public let request: RunRequest
  public let selection: Selection
  public let job: SimulationJob
  /// What every value of every future is written of; nil where that was not asked for.
  public let raw: RawRenderer?
  /// Why there are so many futures; nil where the number was given.
  private let precision: String?

  public var columns: [Int] { job.columns }
  public var replicates: Int { job.replicates }
  public var simulation: Simulation { job.simulation }

  /// What takes less memory than a run that does not fit.
  static let narrower = "fewer metrics (--metric) or months (--at)"

  /// - Parameter precision: what the number of futures was chosen for, in words
  /// - Throws: ``Faults`` for metrics and months that do not exist, and for a run too large to keep or to write.
  public init(_ loaded: LoadedScenario, _ request: RunRequest, precision: String? = nil) throws(Faults) {
    let scenario = loaded.scenario
    var faults: [Diagnostic] = []
    do throws(Faults) { _ = try RunRequest.months(request.months) } catch { faults = error.diagnostics }
    // Those that are months are looked at all the same, so that everything is told at once.
    let months = request.months.compactMap { Month($0) }
    let asked = request.metrics.isEmpty ? nil : request.metrics
    var (names, at) = (asked, months.isEmpty ? nil : months)
    if request.format.isPage {
      do throws(Faults) {
        let all = try Selection(loaded.read, metrics: at == nil ? asked ?? [] : [], months: nil)
        let shown = at ?? RunReport.defaultMonths(scenario, showing: all.metrics)
        at = shown
        if asked == nil { names = RunReport.defaultMetrics(all.catalog, existingIn: shown, of: scenario) }
      } catch {
        throw Faults(faults + error.diagnostics)
      }
    }
    do {
      selection = try Selection(loaded.read, metrics: names, months: at)
    } catch {
      throw Faults(faults + error.diagnostics)
    }
    guard faults.isEmpty else { throw Faults(faults) }
    var columns = selection.columns(outlook: request.showsOutlook, shortfalls: request.format.isPage)
    if request.isRaw {
      // Whatever a table shows unasked, the file holds all that was not left out by name.
      let whole = try Selection(loaded.read, metrics: asked, months: months.isEmpty ? nil : months)
      columns = Set(columns + whole.columns(outlook: false)).sorted()
      let futures = request.variation.isOnePath ? 1 : Int(scenario.replicates.value)
      raw = try RawRenderer(whole, replicates: futures, isLimited: asked == nil, hasChance: request.variation.chance)
    } else {
      raw = nil
    }
    var memory = MemoryEstimate()
    memory.addSummary(selection, request)
    if let raw { memory.add(.raw, fixed: raw.bytes) }
    var job = SimulationJob(
      selection.compiled, scenario, columns: columns, threads: request.threads, variation: request.variation,
      memory: memory)
    try job.checkMemory(request.memory, narrower: PreparedRun.narrower)
    self.job = job
    self.loaded = loaded
    self.request = request
    self.precision = precision
  }

  /// Works out the result.
  /// - Parameters:
  ///   - trends: medians by month of the run, by the metric's name, to be drawn in a page
  ///   - page: renders what is to be read
  /// - Returns: what gives its text in parts, in order
  public func report(
    _ ensemble: Ensemble, version: String, trends: [String: [Double?]] = [:], page: (Document) -> String
  ) throws -> Report {
    let summary = RunSummary(
      selection, ensemble, outlook: request.showsOutlook, shortfalls: request.format.isPage,
      threads: request.threads)
    let text: String
    switch request.format {
    case .table, .markdown:
      let report = RunReport(
        summary, loaded.scenario, changes: loaded.changes, isCertain: !request.variation.parameters,
        precision: precision, trends: trends)
      text = page(report.document)
    case .csv:
      let stem = loaded.stem
      return { take in try CSVRenderer().render(summary, scenario: stem, take) }
    case .json:
      text = try JSONRenderer().render(
        ResultRow.rows(summary, scenario: loaded.stem),
        // One path has no probabilities.
        targets: request.variation.isOnePath ? [] : JSONRenderer.targets(summary.outlooks),
        origin: loaded.origin(version: version, variation: request.variation, precision: precision))
    }
    return { take in try take(text) }
  }

  /// The median of each metric at every month of the run in which it exists; none where the run did not record them.
  public func trends(_ ensemble: Ensemble) throws(Faults) -> [String: [Double?]] {
    guard !ensemble.isExpected else { return [:] }
    let whole = try Selection(loaded.read, metrics: selection.metrics.map(\.name), months: nil)
    guard whole.columns(outlook: false).allSatisfy({ ensemble.slot(of: $0) != nil }) else { return [:] }
    let summary = RunSummary(whole, ensemble, outlook: false, shortfalls: false, threads: request.threads)
    var trends: [String: [Double?]] = [:]
    for metric in whole.metrics {
      trends[metric.name] = whole.steps.compactMap { summary.cell(metric.name, step: $0) }.map { $0.value(.p50) }
    }
    return trends
  }

  /// Gives a text in parts, in order.
  public typealias Report = ((String) throws -> Void) throws -> Void

  /// A run's fault in words, with the names that the simulation does not know.
  public func faults(_ fault: RunFault) -> Faults? { job.faults(fault) }
}
