import OrderedCollections
public import WorkforceModel
public import WorkforceSimulation

/// What is asked of a run: which metrics, in which months.
public struct Selection: Sendable {
  public let compiled: CompiledScenario
  public let catalog: MetricCatalog
  public let metrics: [Metric]
  /// Months of the run, 0 the opening.
  public let steps: [Int]
  /// Grades with a target whose outlook is asked for.
  public let targets: [String]
  /// What rules may want of grades and not get, of the grades that are asked for people.
  let shortfalls: [Metric]

  public var legend: Legend { catalog.legend }

  /// - Parameters:
  ///   - metrics: names; nil for all
  ///   - months: nil for every month, the opening included
  /// - Throws: ``Faults`` with every name and month that does not exist, and what does.
  public init(_ read: ReadScenario, metrics names: [String]?, months: [Month]?) throws(Faults) {
    let scenario = read.scenario
    let bounds = MetricCatalog.shareBounds(naming: names ?? [])
    compiled = try PlanCompiler.compile(scenario, shareBounds: bounds, origins: read.origins)
    catalog = MetricCatalog(compiled.legend)
    var faults: [Diagnostic] = []
    var chosen: [Metric] = []
    for name in names ?? [] {
      do {
        let metric = try catalog.metric(named: name)
        if !chosen.contains(metric) { chosen.append(metric) }
      } catch {
        faults += error.diagnostics
      }
    }
    let (start, last) = (scenario.start.value, scenario.lastMonth)
    for month in months ?? [] where month < start || month > last {
      faults.append(Diagnostic("the run has no month \(month): it goes from \(start) to \(last)"))
    }
    self.metrics = names == nil ? catalog.metrics : chosen
    steps = months.map { Set($0.map { $0 - start }).sorted() } ?? Array(0...scenario.months.value.months)
    targets = catalog.legend.grades.filter(\.hasTarget).map(\.key)
    shortfalls = Selection.shortfalls(scenario, catalog)
    for metric in chosen where !steps.contains(where: { metric.exists(in: $0, start: start) }) {
      faults.append(
        Diagnostic("\(metric.name) does not exist in the months asked for", help: [metric.absence(in: scenario)]))
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  private static func shortfalls(_ scenario: Scenario, _ catalog: MetricCatalog) -> [Metric] {
    let movesOut = scenario.moves.values.filter { $0.number != nil }.map(\.from.value)
    let training = scenario.intakes.values.flatMap { intake in
      ([intake.from] + intake.differing.values.compactMap(\.from)).flatMap { $0.value.parts.map(\.grade) }
    }
    return catalog.legend.grades.flatMap { grade in
      let names =
        (movesOut.contains(grade.key) ? ["moves-out-not-met"] : [])
        + (training.contains(grade.key) ? ["to-training-not-met"] : [])
      return names.compactMap { catalog["\(grade.key).\($0)"] }
    }
  }

  /// The columns that the run must record, ascending; see ``Legend/column(series:month:)``.
  /// - Parameters:
  ///   - outlook: whether the outlook on targets is wanted, which looks at every month
  ///   - shortfalls: whether it is wanted what rules could not carry out
  public func columns(outlook: Bool, shortfalls wantsShortfalls: Bool = false) -> [Int] {
    var columns = Set(MetricEvaluation.columns(metrics, steps: steps, legend))
    let every = Array(0...legend.months)
    if outlook {
      for grade in targets {
        let needed = ["\(grade).fte", "\(grade).target"].compactMap { catalog[$0] }
        columns.formUnion(MetricEvaluation.columns(needed, steps: every, legend))
      }
    }
    if wantsShortfalls { columns.formUnion(MetricEvaluation.columns(shortfalls, steps: every, legend)) }
    return columns.sorted()
  }
}
