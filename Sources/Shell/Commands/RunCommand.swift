import Reports
public import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// What `run` was asked for.
public struct RunRequest: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case table, csv, json
  }

  public var metrics: [String]
  public var months: [String]
  public var format: Format
  public var threads: Int

  public init(metrics: [String], months: [String], format: Format, threads: Int) {
    self.metrics = metrics
    self.months = months
    self.format = format
    self.threads = threads
  }

  /// Targets are part of what is reported unasked; tidy CSV has no place for them.
  var showsOutlook: Bool { format != .csv && metrics.isEmpty }
}

/// A run made ready: everything that can be wrong with the request has been said before the first replicate.
public struct PreparedRun: Sendable {
  public let loaded: LoadedScenario
  public let request: RunRequest
  public let selection: Selection
  public let columns: [Int]

  public var replicates: Int { Int(loaded.scenario.replicates.value) }
  public var simulation: Simulation { Simulation(plan: selection.compiled.plan, seed: loaded.scenario.seed.value) }

  /// Bytes that a run may keep in memory.
  static let memoryLimit = 4_000_000_000

  /// - Throws: ``Faults`` for metrics and months that do not exist, and for a run too large to keep.
  public init(_ loaded: LoadedScenario, _ request: RunRequest) throws(Faults) {
    let scenario = loaded.scenario
    let months = request.months.compactMap { Month($0) }
    let faults = request.months.filter { Month($0) == nil }.map {
      Diagnostic("--at takes months such as 2027-03, not '\($0)'")
    }
    let isTable = request.format == .table
    let at = months.isEmpty ? (isTable ? RunReport.defaultMonths(scenario) : nil) : months
    var names: [String]? = request.metrics.isEmpty ? nil : request.metrics
    if names == nil, isTable {
      let all = try Selection(loaded.read, metrics: [], months: nil)
      names = RunReport.defaultMetrics(all.catalog).filter { name in
        let steps = (at ?? []).map { $0 - scenario.start.value }
        return all.catalog[name].map { metric in steps.contains { metric.exists(in: $0, start: scenario.start.value) } }
          ?? false
      }
    }
    do {
      selection = try Selection(loaded.read, metrics: names, months: at)
    } catch {
      throw Faults(faults + error.diagnostics)
    }
    guard faults.isEmpty else { throw Faults(faults) }
    columns = selection.columns(outlook: request.showsOutlook)
    self.loaded = loaded
    self.request = request
    let bytes = (columns.count * 4 + selection.legend.parameters.count * 8) * Int(scenario.replicates.value)
    guard bytes <= PreparedRun.memoryLimit else {
      let fitting = PreparedRun.memoryLimit / max(1, bytes / Int(scenario.replicates.value))
      throw Faults(
        "the run would keep \(bytes / 1_000_000) MB, more than \(PreparedRun.memoryLimit / 1_000_000) MB",
        help: ["ask for fewer metrics (--metric) or months (--at), or at most \(fitting) replicates"])
    }
  }

  /// The text of the result.
  /// - Parameter width: columns of the terminal
  public func report(_ ensemble: Ensemble, version: String, width: Int) throws -> String {
    let summary = RunSummary(selection, ensemble, outlook: request.showsOutlook, threads: request.threads)
    switch request.format {
    case .table:
      return TextRenderer(width: width).render(RunReport(summary, loaded.scenario, changes: loaded.changes).document)
    case .csv: return CSVRenderer().render(ResultRow.rows(summary, scenario: loaded.stem))
    case .json:
      return try JSONRenderer().render(
        ResultRow.rows(summary, scenario: loaded.stem), targets: JSONRenderer.targets(summary.outlooks),
        origin: loaded.origin(version: version))
    }
  }

  /// A run's fault in words, with the names that the simulation does not know.
  public func faults(_ fault: RunFault) -> Faults? {
    switch fault {
    case .cancelled: return nil
    case .tooManyPeople(let replicate):
      return Faults("replicate \(replicate): more people than can be counted (100 million in one group)")
    case .valueOutOfRange(let parameter, let replicate, let value):
      let path = selection.legend.parameters[parameter].path
      return Faults("replicate \(replicate): \(path) was drawn as \(value)", help: ["limit it with 'within'"])
    case .moreJoinersThanPeople(let stock, let replicate):
      let key = selection.legend.stocks[stock].key
      return Faults(
        "replicate \(replicate): the known joiners of grades.\(key).service do not fit the people of their band",
        help: ["they are people still in post at the opening, at most the band's share of the opening heads"])
    case .probabilityAboveOne(let stock, let replicate, let month, let level):
      let key = selection.legend.stocks[stock].key
      return Faults(
        "replicate \(replicate): a probability of an exit from \(key) came to \(Shown.percent(level)) in "
          + "\(Month(index: month))", help: ["write the rate as a central annual rate, or limit it with 'within'"])
    }
  }
}

extension LoadedScenario {
  /// What results in JSON say about where they come from.
  func origin(version: String) -> JSONRenderer.Origin {
    func place(_ path: String) -> String? { read.origins[path].map { "\($0.source):\($0.line):\($0.column)" } }
    // A value, and then the numbers inside it that have provenance or a place of their own.
    let values = scenario.values.flatMap { value in
      let own = JSONRenderer.Value(
        path: value.path, value: value.text, given: value.isGiven, provenance: value.provenance,
        written: place(value.path))
      let parts = value.quantities.filter { part in
        guard !part.path.isEmpty else { return false }
        let origin = read.origins["\(value.path).\(part.path)"]
        let isChanged = origin.map { $0.source != read.origins[value.path]?.source } ?? false
        return part.entry.provenance != Provenance() || isChanged
      }
      return [own]
        + parts.map { part in
          let path = "\(value.path).\(part.path)"
          return JSONRenderer.Value(
            path: path, value: part.quantity.description, given: value.isGiven, provenance: part.entry.provenance,
            written: place(path))
        }
    }
    return JSONRenderer.Origin(
      cadre: version, streamVersion: StreamVersion.current, scenario: stem, name: scenario.name.value,
      simulated: simulatedDigest, text: textDigest, changes: changes, start: scenario.start.value.description,
      months: scenario.months.value.months, replicates: Int(scenario.replicates.value), seed: scenario.seed.value,
      values: values)
  }
}
