import Oracle
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A run of the engine, read by the names of metrics, as a sample that the simulator of individuals can be held to.
struct EngineSeries {
  private let evaluation: MetricEvaluation
  /// Cohorts by the names of their states, and by month.
  private var cohorts: [String: [Int: [Double]]] = [:]

  init(_ scenario: PeopleScenario, replicates: Int, seed: UInt64) throws {
    let read = try Running.scenario(scenario.text)
    let run = try Recorded(
      read.scenario, replicates: replicates, steps: scenario.monthsNeeded, seed: seed,
      shareBounds: scenario.model.shareBounds)
    evaluation = MetricEvaluation(MetricCatalog(run.legend), run.ensemble)
    guard !scenario.model.cohorts.isEmpty else { return }
    cohorts = try EngineSeries.cohorts(scenario, run.compiled, replicates: replicates, seed: seed)
  }

  private static func cohorts(
    _ scenario: PeopleScenario, _ compiled: CompiledScenario, replicates: Int, seed: UInt64
  ) throws -> [String: [Int: [Double]]] {
    let steps = scenario.monthsNeeded.filter { $0 > 0 }
    let starts = Set(scenario.model.cohorts.map(\.start)).sorted()
    let request = CohortRequest(
      starts.compactMap { Month(PeopleMonth.text($0)) }.map { CohortRequest.Cohort(started: $0, steps: steps) })
    let ensemble = try Simulation(plan: compiled.plan, seed: seed).cohorts(
      request, compiled.legend, replicates: replicates, threads: 2)
    var found: [String: [Int: [Double]]] = [:]
    for cohort in scenario.model.cohorts {
      guard let start = starts.firstIndex(of: cohort.start),
        let pathway = ensemble.pathways.firstIndex(where: { compiled.legend.stocks[$0].key == cohort.pathway })
      else { continue }
      for state in PeopleCohort.State.allCases {
        for (place, step) in steps.enumerated() {
          let columns = states(state).map {
            ensemble.people(cohort: start, step: place, pathway: pathway, state: $0)
          }
          found[cohort.name(state), default: [:]][step] = (0..<replicates).map { replicate in
            columns.reduce(0) { $0 + Double($1[replicate]) }
          }
        }
      }
    }
    return found
  }

  private static func states(_ state: PeopleCohort.State) -> [CohortState] {
    switch state {
    case .learning: [.learning]
    case .awaiting: [.awaiting]
    case .inPost: [.inPost]
    case .movedOn: [.movedOn]
    case .reverted: [.reverted]
    case .gone: [.goneBefore, .goneAfter]
    }
  }

  /// A metric or a cohort's state in one month by replicate, NaN where it is absent; nil where the engine has none of
  /// that name.
  func values(_ name: String, month: Int) -> [Double]? {
    if let cohort = cohorts[name] { return cohort[month] }
    return evaluation.catalog[name].map { metric in
      evaluation.values(metric, step: month).map { $0.map { Double($0) } ?? .nan }
    }
  }

  /// Whether the engine has a metric of this name.
  func has(_ name: String) -> Bool { cohorts[name] != nil || evaluation.catalog[name] != nil }
}
