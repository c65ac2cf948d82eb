public import Reports
public import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// `compare A B …` and `what if`, made ready: everything that can be wrong has been said before the first replicate. The
/// runs are made by whoever asked, who may have some of them at hand.
public struct PreparedComparison: Sendable {
  public enum Extent: Sendable {
    /// What `compare` shows: as much as `run`, with financial years.
    case full
    /// What `what if` shows: the headline metrics at the end and where a target next changes.
    case brief
  }

  /// A run that is needed.
  public struct Run: Sendable {
    public let key: RunKey
    public let job: SimulationJob
  }

  public let loaded: [LoadedScenario]
  public let request: RunRequest
  public let selection: ComparedSelection
  /// The runs that are needed, each once: scenarios in which the same is simulated share one.
  public let runs: [Run]
  /// By scenario the place of its run.
  private let places: [Int]
  /// How many futures of each are paired.
  public let pairs: Int
  private let hasOutlook: Bool
  private let hasYears: Bool

  /// - Parameters:
  ///   - loaded: at least two scenarios, of which the first is compared with each of the others
  ///   - request: what is reported; every value (``RunRequest/isRaw``) plays no part
  /// - Throws: ``Faults`` for scenarios that cannot be paired, metrics and months that do not exist, and runs too large
  ///   to keep together
  public init(_ loaded: [LoadedScenario], _ request: RunRequest, extent: Extent = .full) throws(Faults) {
    try PreparedComparison.check(count: loaded.count)
    try PreparedComparison.checkSeeds(loaded, request)
    let reads = loaded.map(\.read)
    var faults: [Diagnostic] = []
    do throws(Faults) { _ = try RunRequest.months(request.months) } catch { faults = error.diagnostics }
    let months = request.months.compactMap { Month($0) }
    var names = request.metrics.isEmpty ? nil : request.metrics
    var at = months.isEmpty ? nil : months
    let isTable = request.format.isPage
    do throws(Faults) {
      if isTable || extent == .brief {
        let all = try ComparedSelection(reads, metrics: at == nil ? names ?? [] : [], months: nil)
        let chosen = PreparedComparison.shown(all, loaded, metrics: names, months: at, extent)
        (names, at) = (chosen.metrics, chosen.months)
      }
      selection = try ComparedSelection(reads, metrics: names, months: at)
    } catch {
      throw Faults(faults + error.diagnostics)
    }
    guard faults.isEmpty else { throw Faults(faults) }
    let isOnePath = request.variation.isOnePath
    hasOutlook = request.metrics.isEmpty && selection.hasTargets && !isOnePath
    hasYears = request.metrics.isEmpty && extent == .full && !selection.years.isEmpty
    pairs = isOnePath ? 1 : loaded.map { Int($0.scenario.replicates.value) }.min() ?? 1
    var runs: [Run] = []
    var places: [Int] = []
    for (place, one) in loaded.enumerated() {
      let compiled = selection.compiled[place]
      let job = SimulationJob(
        compiled, one.scenario, columns: selection.columns(of: place, outlook: hasOutlook, years: hasYears),
        threads: request.threads, variation: request.variation, replicates: pairs)
      let key = RunKey(one, compiled, job, request.variation)
      if let known = runs.firstIndex(where: { $0.key == key }) {
        places.append(known)
      } else {
        places.append(runs.count)
        runs.append(Run(key: key, job: job))
      }
    }
    self.runs = runs
    self.places = places
    self.loaded = loaded
    self.request = request
    try checkMemory()
  }

  /// A scenario that a run is of.
  func loaded(of run: Int) -> LoadedScenario { loaded[places.firstIndex(of: run) ?? 0] }

  /// The numbers of one of the scenarios.
  /// - Parameter ensembles: by ``runs``
  func evaluation(of scenario: Int, _ ensembles: [Ensemble]) -> MetricEvaluation {
    MetricEvaluation(selection.catalogs[scenario], ensembles[places[scenario]])
  }

  // MARK: what can be wrong

  static func check(count: Int) throws(Faults) {
    guard count >= 2 else {
      throw Faults(
        "there is nothing to compare\(count == 1 ? " the scenario with" : "")", help: ["name two scenarios or more"])
    }
    guard count <= 26 else { throw Faults("\(count) scenarios are too many to compare: at most 26") }
  }

  private static func checkSeeds(_ loaded: [LoadedScenario], _ request: RunRequest) throws(Faults) {
    let seed = loaded[0].scenario.seed.value
    // The expected path is the same for every seed.
    guard !request.variation.isOnePath, let other = loaded.first(where: { $0.scenario.seed.value != seed }) else {
      return
    }
    throw Faults(
      "\(loaded[0].stem) and \(other.stem) cannot be paired: their seeds are \(seed) and "
        + "\(other.scenario.seed.value), so that their futures are not the same",
      help: ["--seed \(seed) gives all of them one"])
  }

  /// All runs are in memory together.
  private func checkMemory() throws(Faults) {
    guard let limit = request.memory else { return }
    func estimate(_ jobs: [SimulationJob]) -> MemoryEstimate {
      var memory = MemoryEstimate()
      for job in jobs { memory.add(job.memory) }
      memory.addComparison(selection, request, outlook: hasOutlook)
      return memory
    }
    var jobs = runs.map(\.job)
    guard estimate(jobs).bytes(futures: pairs) > limit.bytes else { return }
    for place in jobs.indices { jobs[place].measurePeople() }
    try estimate(jobs).check(
      futures: pairs, in: limit, narrower: PreparedRun.narrower, of: "the \(runs.count == 1 ? "run" : "runs")")
  }

  // MARK: what is shown

  /// The metrics and months that are shown where they are not named.
  private static func shown(
    _ all: ComparedSelection, _ loaded: [LoadedScenario], metrics: [String]?, months: [Month]?, _ extent: Extent
  ) -> (metrics: [String], months: [Month]) {
    // The first scenario, as long as all of them are.
    var common = loaded[0].scenario
    common.start.value = all.common.lowerBound
    common.months.value = MonthSpan(months: all.common.upperBound - all.common.lowerBound)
    let named = all.metrics.compactMap { all.catalogs[0][$0] }
    let at: [Month]
    if let months {
      at = months
    } else if extent == .brief, metrics == nil {
      at = Set([nextTarget(all), all.common.upperBound].compactMap(\.self)).sorted()
    } else {
      at = RunReport.defaultMonths(common, showing: named)
    }
    if let metrics { return (metrics, at) }
    var names: [String] = []
    for (place, catalog) in all.catalogs.enumerated() {
      let own =
        extent == .brief
        ? VarianceReport.defaultMetrics(catalog)
        : RunReport.defaultMetrics(catalog, existingIn: at, of: loaded[place].scenario)
      names += own.filter { !names.contains($0) }
    }
    return (names, at)
  }

  /// The first month after the opening in which the target of a grade changes in any scenario.
  private static func nextTarget(_ all: ComparedSelection) -> Month? {
    guard all.common.lowerBound < all.common.upperBound else { return nil }
    return (1...(all.common.upperBound - all.common.lowerBound)).lazy.map { all.common.lowerBound + $0 }.first {
      month in
      all.catalogs.contains { catalog in catalog.legend.grades.contains { $0.changesTarget(in: month) } }
    }
  }

  // MARK: results

  /// What each scenario is called in files: its stem, and where another has the same its letter behind it.
  static func stems(_ loaded: [LoadedScenario]) -> [String] {
    loaded.enumerated().map { place, one in
      let isShared = loaded.enumerated().contains { $0 != place && $1.stem == one.stem }
      return isShared ? "\(one.stem) (\(UnicodeScalar(UInt8(65 + place))))" : one.stem
    }
  }

  /// The comparison, worked out.
  /// - Parameter ensembles: by ``runs``; each may hold more futures and columns than were asked for
  /// - Throws: ``Faults`` for ensembles that cannot be paired
  public func result(_ ensembles: [Ensemble]) throws(Faults) -> ComparisonReport {
    precondition(ensembles.count == runs.count, "an ensemble for every run")
    for (run, ensemble) in zip(runs, ensembles) {
      precondition(
        ensemble.replicates >= pairs && run.job.columns.allSatisfy { ensemble.slot(of: $0) != nil },
        "what was asked for was recorded")
    }
    let stems = PreparedComparison.stems(loaded)
    let sides = loaded.indices.map { place in
      ComparedRun(
        name: stems[place], ensembles[places[place]], seed: loaded[place].scenario.seed.value,
        parameters: request.variation.parameters ? .drawn : .means)
    }
    var comparisons: [Comparison] = []
    for place in loaded.indices.dropFirst() {
      comparisons.append(
        try Comparison(
          selection, sides, with: place, pairs: pairs, outlook: hasOutlook, years: hasYears, threads: request.threads))
    }
    return ComparisonReport(
      comparisons, selection,
      loaded.indices.map {
        ComparisonReport.Side(stem: stems[$0], scenario: loaded[$0].scenario, changes: loaded[$0].changes)
      }, isCertain: !request.variation.parameters, isNamed: !request.metrics.isEmpty)
  }

  /// The text of the result.
  /// - Parameter page: renders what is to be read
  /// - Returns: what gives its text in parts, in order
  public func report(
    _ ensembles: [Ensemble], version: String, page: (Document) -> String
  ) throws -> PreparedRun.Report {
    let result = try result(ensembles)
    switch request.format {
    case .table, .markdown:
      let text = page(result.document)
      return { take in try take(text) }
    case .csv: return { take in try result.csv(take) }
    case .json:
      let origins = loaded.map { $0.origin(version: version, variation: request.variation) }
      let text = try result.json(origins)
      return { take in try take(text) }
    }
  }

  /// A run's fault in words, with the scenario that it is of.
  public func faults(_ fault: RunFault, of run: Int) -> Faults? {
    guard let faults = runs[run].job.faults(fault), let place = places.firstIndex(of: run) else { return nil }
    let stem = PreparedComparison.stems(loaded)[place]
    return Faults(
      faults.diagnostics.map { diagnostic in
        var told = diagnostic
        told.message = "\(stem): \(diagnostic.message)"
        return told
      })
  }
}
