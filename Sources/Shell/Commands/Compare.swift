import Reports
import WorkforceModel
import WorkforceSimulation

extension Operand {
  static let compared = Operand(.scenario, "SCENARIO", .several)
  static let anyCompared = Operand(.scenario, "SCENARIO", .any)
}

extension OptionRecord {
  static let all = flag("--all", "Compare names, notes, published figures and where values come from too.")
}

/// Scenarios beside each other.
extension CommandRecord {
  static let compare = CommandRecord(
    "compare", .compare, [.compared, .atMonths],
    options: [.metric, .at, .replicates, .months, .seed, .threads, .noChance, .noParameterUncertainty]
      + OptionRecord.result,
    summary: "compare scenarios with the first, future by future on the same random numbers",
    discussion: """
      With one name the scenario as it stands is compared with that. A name is one that 'name' gave, a file, or a \
      scenario that ships.

      The assumptions that differ; the means of each metric side by side; the differences B − A with the range that \
      holds nine in ten, the Monte Carlo error (95 %) and P(B > A); when targets are met; joiners, qualifiers and leavers \
      by financial year. Without --metric and a month metrics and months are those of run. Months that not every scenario \
      has are left out, metrics that not every scenario has are named, and where the scenarios ask for different numbers \
      of futures the first of each are paired. The seeds must be equal: --seed sets one for all.
      """,
    examples: [
      "compare intake-bigger --replicates 1000",
      "compare national-2024 intake-bigger intake-smaller at 2027-09 2029-09 --replicates 1000 --metric PO.fte",
      "name before; set grades.PO.leaving -1pt; compare before at 2029-09 --replicates 1000 --metric PO.vacancies --format csv",
    ], file: .none
  ) { try $0.compare() }

  static let diff = CommandRecord(
    "diff", .compare, [.anyCompared], options: [.all] + OptionRecord.result,
    summary: "show the assumptions that differ between scenarios, side by side",
    discussion: """
      Without a name the scenario as it was opened and as it stands; with one, the scenario as it stands and that. \
      Every value that is simulated, the seed and the number of futures are held beside each other; a value whose parts \
      have the same names is told part by part. With --all names, notes, published figures and where values come from \
      are compared too. Nothing is simulated. Scenarios without a difference give "no differences".
      """,
    examples: [
      "set grades.PO.leaving 7%/yr; diff", "diff leaving-down-a-point",
      "diff national-2024 intake-bigger --all --format csv",
    ], file: .none
  ) { try $0.diff() }
}

extension Evaluation {
  /// The runs of a comparison: those that have been made, or new ones.
  /// - Parameter isExact: whether all must have as many futures
  func ensembles(_ prepared: PreparedComparison, exactly isExact: Bool = false) throws -> [Ensemble] {
    try prepared.runs.enumerated().map { place, run in
      try simulate(run.job, of: prepared.loaded(of: place), key: run.key, orLonger: !isExact) {
        prepared.faults($0, of: place)
      }
    }
  }

  fileprivate mutating func compare() throws {
    try checkDestinations(against: session.current)
    let words = invocation[.compared]
    let own = words.count == 1 ? session.current.map { [$0] } ?? [] : []
    let scenarios = try adjusted(own, words, by: typedChanges())
    for located in scenarios { try checkDestinations(against: located) }
    let request = try request(metrics: invocation.texts(of: .metric), months: months())
    let prepared = try PreparedComparison(scenarios.map(\.loaded), request)
    let ensembles = try ensembles(prepared)
    let version = surroundings.version
    try deliver(
      Answer { display, settings in
        let page = PageRenderer(display: display, settings: settings, format: request.format)
        return try prepared.report(ensembles, version: version, page: { page($0) })
      })
  }

  /// Scenarios that were named, behind those that are at hand, each with the changes that options make.
  /// - Throws: ``Faults`` of all of them; what is wrong with an option is wrong in each, and is told once
  private func adjusted(
    _ own: [LocatedScenario], _ words: [Word], by changes: ChangeList
  ) throws -> [LocatedScenario] {
    var scenarios: [LocatedScenario] = []
    var faults: [Diagnostic] = []
    for place in 0..<own.count + words.count {
      do {
        var located = place < own.count ? own[place] : try open(words[place - own.count])
        try located.adjust(changes, in: surroundings)
        scenarios.append(located)
      } catch let error as Faults {
        faults += error.diagnostics.filter { !faults.contains($0) }
      }
    }
    if !faults.isEmpty { throw Faults(faults) }
    return scenarios
  }

  fileprivate mutating func diff() throws {
    let words = invocation[.anyCompared]
    var scenarios: [LoadedScenario] = []
    if words.isEmpty {
      let now = try located().loaded
      var opened = now
      opened.reset()
      scenarios = [opened, now]
    } else {
      let own = words.count == 1 ? session.current.map { [$0] } ?? [] : []
      let compared = try adjusted(own, words, by: ChangeList())
      for located in compared { try checkDestinations(against: located) }
      scenarios = compared.map(\.loaded)
    }
    let format = try format()
    let (isWhole, compared) = (invocation.has(.all), scenarios)
    try deliver(format) { version, page in
      try DifferencesPage.report(compared, all: isWhole, format: format, version: version, page: page)
    }
  }
}
