public import WorkforceModel
public import WorkforceSimulation

/// What is asked of several runs, of which the first is compared with each of the others: metrics and months that they
/// have in common, and what they have not.
public struct ComparedSelection: Sendable {
  /// A metric that not every run has.
  public struct Missing: Sendable, Equatable {
    public let metric: String
    /// The places of the runs that have it.
    public let runs: [Int]
  }

  /// By run.
  public let compiled: [CompiledScenario]
  /// By run.
  public let catalogs: [MetricCatalog]
  /// Metrics that the first run and some other have, as asked for or in the order of the first run.
  public let metrics: [String]
  /// Metrics asked for that some run does not have.
  public let missing: [Missing]
  /// Month ends that every run has.
  public let common: ClosedRange<Month>
  /// Those asked for, ascending.
  public let months: [Month]
  /// The financial years of the flows that every run has; the first and the last perhaps in part.
  public let years: [FinancialYear]

  /// - Parameters:
  ///   - runs: at least two
  ///   - names: metrics; nil for all that any run has
  ///   - asked: month ends; nil for every one that all runs have
  /// - Throws: ``Faults`` where the runs have no month in common, for metrics that no run has, for months that not every
  ///   run has, and where nothing is left to compare
  public init(_ runs: [ReadScenario], metrics names: [String]?, months asked: [Month]?) throws(Faults) {
    precondition(runs.count > 1, "a comparison is of at least two runs")
    let bounds = MetricCatalog.shareBounds(naming: names ?? [])
    var compiled: [CompiledScenario] = []
    for run in runs {
      compiled.append(try PlanCompiler.compile(run.scenario, shareBounds: bounds, origins: run.origins))
    }
    let catalogs = compiled.map { MetricCatalog($0.legend) }
    self.compiled = compiled
    self.catalogs = catalogs
    common = try ComparedSelection.common(runs.map(\.scenario))
    var faults: [Diagnostic] = []
    for month in asked ?? [] where !common.contains(month) {
      faults.append(
        Diagnostic(
          "not every run has a month \(month): all of them go from \(common.lowerBound) to \(common.upperBound)"))
    }
    months =
      asked.map { Set($0).sorted() }
      ?? (0...(common.upperBound - common.lowerBound)).map { [common] in common.lowerBound + $0 }
    // Flows happen in the months after an opening.
    years =
      common.lowerBound < common.upperBound
      ? FinancialYear.covering(common.lowerBound + 1...common.upperBound) : []
    var chosen: [String] = []
    for name in names ?? ComparedSelection.every(catalogs) {
      guard let metric = catalogs.lazy.compactMap({ $0[name] }).first else {
        do { _ = try catalogs[0].metric(named: name) } catch { faults += error.diagnostics }
        continue
      }
      if !chosen.contains(metric.name) { chosen.append(metric.name) }
    }
    var (metrics, missing): ([String], [Missing]) = ([], [])
    for name in chosen {
      let having = catalogs.indices.filter { catalogs[$0][name] != nil }
      if having.count < catalogs.count { missing.append(Missing(metric: name, runs: having)) }
      if having.first == 0, having.count > 1 { metrics.append(name) }
    }
    self.metrics = metrics
    self.missing = missing
    if names != nil, metrics.isEmpty, faults.isEmpty, !chosen.isEmpty {
      throw Faults(
        "\(Suggestion.list(chosen)): not in the runs that are to be compared, so there is nothing to compare")
    }
    for name in names == nil ? [] : metrics where !exists(name) {
      let help = catalogs[0][name].map { $0.absence(in: runs[0].scenario) }
      faults.append(
        Diagnostic("\(name) does not exist in the months asked for", help: [help].compactMap(\.self)))
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// The month ends that every scenario has.
  private static func common(_ scenarios: [Scenario]) throws(Faults) -> ClosedRange<Month> {
    let first = scenarios.map(\.start.value).max() ?? scenarios[0].start.value
    let last = scenarios.map(\.lastMonth).min() ?? first
    guard first <= last else {
      let spans = scenarios.map { "\($0.start.value) to \($0.lastMonth)" }
      throw Faults(
        "the runs have no month in common: they go from \(Suggestion.list(spans))",
        help: ["--months makes them longer"])
    }
    return first...last
  }

  /// The metrics of all runs, in the order of the first, then what each other has besides.
  private static func every(_ catalogs: [MetricCatalog]) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for catalog in catalogs {
      for metric in catalog.metrics where known.insert(metric.name).inserted { names.append(metric.name) }
    }
    return names
  }

  /// The month of a run, 0 its opening.
  func step(of month: Month, in run: Int) -> Int { month - catalogs[run].legend.start }

  /// Whether a run has the metric in a month.
  func exists(_ name: String, _ month: Month, in run: Int) -> Bool {
    catalogs[run][name]?.exists(in: step(of: month, in: run), start: catalogs[run].legend.start) ?? false
  }

  /// Whether the first run and some other have the metric in a month asked for.
  private func exists(_ name: String) -> Bool {
    months.contains { month in
      exists(name, month, in: 0) && catalogs.indices.dropFirst().contains { exists(name, month, in: $0) }
    }
  }

  /// Grades that have a target in the first run and in another.
  func targets(with other: Int) -> [String] {
    let theirs = Set(catalogs[other].legend.grades.filter(\.hasTarget).map(\.key))
    return catalogs[0].legend.grades.filter { $0.hasTarget && theirs.contains($0.key) }.map(\.key)
  }

  /// Whether any grade has a target in two runs.
  public var hasTargets: Bool { catalogs.indices.dropFirst().contains { !targets(with: $0).isEmpty } }

  /// The flows that are summed over financial years: of each grade that the first run and another have, those who join,
  /// those who qualify where a pathway leads to it in either, and those who leave.
  func yearly(with other: Int) -> [String] {
    let legends = [catalogs[0].legend, catalogs[other].legend]
    let theirs = Set(legends[1].grades.map(\.key))
    return legends[0].grades.filter { theirs.contains($0.key) }.flatMap { grade in
      let isLedTo = legends.contains { $0.pathways.contains { $0.qualifiesAs == grade.key } }
      return (["joiners"] + (isLedTo ? ["qualifiers"] : []) + ["leavers"]).map { "\(grade.key).\($0)" }
    }
  }

  /// The columns that a run must record, ascending; see ``Legend/column(series:month:)``.
  /// - Parameters:
  ///   - run: its place
  ///   - outlook: whether targets are compared, which looks at every month
  ///   - years: whether flows are summed over financial years
  public func columns(of run: Int, outlook: Bool, years wantsYears: Bool) -> [Int] {
    let (catalog, legend) = (catalogs[run], catalogs[run].legend)
    func columns(_ names: [String], _ months: [Month]) -> [Int] {
      MetricEvaluation.columns(
        names.compactMap { catalog[$0] }, steps: months.map { step(of: $0, in: run) }, legend)
    }
    let every = (0...(common.upperBound - common.lowerBound)).map { common.lowerBound + $0 }
    var all = Set(columns(metrics, months))
    if outlook {
      let grades = legend.grades.filter(\.hasTarget).map(\.key)
      all.formUnion(columns(grades.flatMap { ["\($0).fte", "\($0).target"] }, every))
    }
    if wantsYears {
      let flows = Set(catalogs.indices.dropFirst().flatMap { yearly(with: $0) })
      all.formUnion(columns(Array(flows), every))
    }
    return all.sorted()
  }
}
