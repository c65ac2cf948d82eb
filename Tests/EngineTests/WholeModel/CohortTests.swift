import TestSupport
import Testing
import WorkforceModel
import WorkforceSimulation

/// Cohorts: where everybody is who started, in every replicate.
@Suite struct CohortTests {
  private func followed(
    _ scenario: Scenario, starts: [Month], steps: [Int], replicates: Int
  ) throws -> (CompiledScenario, CohortEnsemble) {
    let compiled = try PlanCompiler.compile(scenario)
    let request = CohortRequest(starts.map { CohortRequest.Cohort(started: $0, steps: steps) })
    let simulation = Simulation(plan: compiled.plan, seed: scenario.seed.value)
    return (compiled, try simulation.cohorts(request, compiled.legend, replicates: replicates, threads: 2))
  }

  /// The six states sum to the starters, whatever happens to them; late starters and those who start from a grade too.
  @Test func statesSumToTheStarters() throws {
    let scenario = try Running.scenario(Samples.wholeModel).scenario
    let starts = ["2025-03", "2025-04", "2025-09", "2026-09"].compactMap { Month($0) }
    let steps = [24, 25, 30, 36, 48, 60]
    let (_, ensemble) = try followed(scenario, starts: starts, steps: steps, replicates: 300)
    var seen: Set<CohortState> = []
    for cohort in starts.indices {
      for pathway in ensemble.pathways.indices {
        let starters = ensemble.starters(cohort: cohort, pathway: pathway)
        for step in steps.indices {
          var sum = [Int32](repeating: 0, count: starters.count)
          for state in CohortState.allCases {
            let people = ensemble.people(cohort: cohort, step: step, pathway: pathway, state: state)
            #expect(people.allSatisfy { $0 >= 0 })
            if people.contains(where: { $0 > 0 }) { seen.insert(state) }
            for index in people.indices { sum[index] += people[index] }
          }
          #expect(sum == starters, "\(starts[cohort]), step \(steps[step])")
        }
        #expect(starters.contains { $0 > 0 })
      }
    }
    #expect(seen == Set(CohortState.allCases))
  }

  /// Everybody in the grade is of the one cohort: what is attributed is all there is, exactly.
  @Test func aCohortAloneIsTheWholeStock() throws {
    let scenario = try Running.scenario(
      """
      cadre: 1
      name: One cohort
      start: 2024-12
      months: 36mo
      grades:
        A: {opening: 0, leaving: 10%/yr}
        B: {opening: 0, leaving: 20%/yr}
        C: {opening: 0, leaving: 5%/yr}
      moves: {up: {from: B, to: C, rate: 15%/yr}}
      pathways:
        P:
          {months: 12mo, employed-as: A, qualifies-as: B, attrition: 30% over pathway, withdrawn: {leave: 40%, A: rest},
           waiting: {1mo: 50%, 3mo: rest}, extension: {share: 20%, months: 2mo}}
      intakes: {once: {starts: 2025-01, places: 200, into: P}}
      """
    ).scenario
    let start = try #require(Month("2025-01"))
    let (compiled, ensemble) = try followed(scenario, starts: [start], steps: Array(1...36), replicates: 200)
    let run = try Recorded(scenario, replicates: 200, steps: Array(1...36))
    let series: [(CohortState, [Int])] = [
      (.learning, run.heads(["P"])), (.awaiting, run.legend.stocks.compactMap(\.awaitingSeries)),
      (.inPost, run.heads(["B"])), (.movedOn, run.heads(["C"])), (.reverted, run.heads(["A"])),
    ]
    #expect(compiled.legend.stocks.count == 4)
    for step in 1...36 {
      for (state, columns) in series {
        let people = ensemble.people(cohort: 0, step: step - 1, pathway: 0, state: state).map { Double($0) }
        #expect(people == run.values(columns, step: step), "\(state), step \(step)")
      }
    }
  }

  /// Two cohorts that mix in one cell: each one's share of the cell's leavers is as large as its share of the people.
  @Test func sharesOfAMixedCellAreHypergeometric() throws {
    let text = """
      cadre: 1
      name: Two pathways
      start: 2024-12
      months: 14mo
      grades: {A: {opening: 0, leaving: 0%/yr}, B: {opening: 0, leaving: 30%/mo}}
      pathways:
        P: {months: 12mo, employed-as: A, qualifies-as: B, attrition: 0% over pathway, withdrawn: leave}
        Q: {months: 12mo, employed-as: A, qualifies-as: B, attrition: 0% over pathway, withdrawn: leave}
      intakes: {once: {starts: 2025-01, places: 100, into: {P: 30%, Q: rest}}}
      """
    let scenario = try Running.scenario(text).scenario
    let start = try #require(Month("2025-01"))
    let replicates = 20_000
    let (_, ensemble) = try followed(scenario, starts: [start], steps: [14], replicates: replicates)
    let gone = ensemble.people(cohort: 0, step: 0, pathway: 0, state: .goneAfter).map { Double($0) }
    let other = ensemble.people(cohort: 0, step: 0, pathway: 1, state: .goneAfter).map { Double($0) }
    let mean = gone.reduce(0, +) / Double(replicates)
    let variance = gone.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(replicates - 1)
    // One exposure: of the 30 each leaves with 30 %, independently: Binomial(30, 0.3), and apart from the other 70.
    #expect(abs(mean - 9) < 5 * (6.3 / Double(replicates)).squareRoot())
    #expect(abs(variance - 6.3) < 5 * 6.3 * (2 / Double(replicates)).squareRoot())
    let otherMean = other.reduce(0, +) / Double(replicates)
    let covariance =
      zip(gone, other).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - otherMean) } / Double(replicates - 1)
    #expect(abs(covariance) < 5 * (6.3 * 14.7 / Double(replicates)).squareRoot())
  }

  /// Following changes nothing: the same futures, and a cohort is the same whoever else is followed.
  @Test func followingChangesNothing() throws {
    let scenario = try Running.scenario(Samples.wholeModel).scenario
    let before = try Running.everything(scenario, replicates: 200).ensemble.fingerprint
    let starts = ["2025-03", "2025-09", "2026-03"].compactMap { Month($0) }
    let (_, all) = try followed(scenario, starts: starts, steps: [40, 60], replicates: 200)
    let (_, one) = try followed(scenario, starts: [starts[1]], steps: [60], replicates: 200)
    #expect(try Running.everything(scenario, replicates: 200).ensemble.fingerprint == before)
    for pathway in all.pathways.indices {
      #expect(all.starters(cohort: 1, pathway: pathway) == one.starters(cohort: 0, pathway: pathway))
      for state in CohortState.allCases {
        #expect(
          all.people(cohort: 1, step: 1, pathway: pathway, state: state)
            == one.people(cohort: 0, step: 0, pathway: pathway, state: state))
      }
    }
    // Those who start are those whom the ordinary run counts as starting.
    let run = try Recorded(scenario, replicates: 200, steps: [12])
    let started = run.values(run.flow(["P15"], .starts), step: 12)
    let (_, september) = try followed(scenario, starts: [starts[1]], steps: [60], replicates: 200)
    #expect(september.starters(cohort: 0, pathway: 0).map { Double($0) } == started)
  }

  /// The order of the pathways in the file means nothing.
  @Test func theOrderOfPathwaysMeansNothing() throws {
    func text(_ first: String, _ second: String) -> String {
      func pathway(_ key: String) -> String {
        "  \(key): {months: 12mo, employed-as: A, qualifies-as: B, attrition: 10% over pathway, withdrawn: leave}\n"
      }
      return """
        cadre: 1
        name: Order
        start: 2024-12
        months: 24mo
        grades: {A: {opening: 0, leaving: 0%/yr}, B: {opening: 0, leaving: 30%/yr}}
        intakes: {once: {starts: 2025-01, places: 100, into: {P: 30%, Q: rest}}}
        pathways:

        """ + pathway(first) + pathway(second)
    }
    let start = try #require(Month("2025-01"))
    var found: [[String: [Int32]]] = []
    for keys in [("P", "Q"), ("Q", "P")] {
      let (compiled, ensemble) = try followed(
        try Running.scenario(text(keys.0, keys.1)).scenario, starts: [start], steps: [18, 24], replicates: 100)
      var counts: [String: [Int32]] = [:]
      for (place, stock) in ensemble.pathways.enumerated() {
        for state in CohortState.allCases {
          for step in 0...1 {
            counts["\(compiled.legend.stocks[stock].key) \(state) \(step)"] = ensemble.people(
              cohort: 0, step: step, pathway: place, state: state)
          }
        }
      }
      found.append(counts)
    }
    #expect(found[0] == found[1])
  }
}
