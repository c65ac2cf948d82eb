import Oracle
import Testing

/// The identities of the model, section 6, in every replicate and month of every scenario.
@Suite struct PeopleIdentityTests {
  @Test(arguments: PeopleScenario.all.indices)
  func stocksBalance(number: Int) {
    let model = PeopleScenario.all[number].model
    let sample = PeopleSample(model, replicates: 25, seed: 6, months: Array(0...model.months))
    func sum(_ terms: [(String, Double)], _ month: Int) -> [Double] {
      terms.reduce([Double](repeating: 0, count: 25)) { total, term in
        zip(total, sample.values(term.0, month: month) ?? []).map { $0 + term.1 * $1 }
      }
    }
    func holds(_ stock: String, _ flows: [(String, Double)], _ month: Int) -> Bool {
      zip(sum([(stock, 1)], month - 1), sum(flows, month)).map { $0 + $1 } == sum([(stock, 1)], month)
    }
    for month in 1...model.months {
      for key in model.grades.map(\.key) {
        let flows: [(String, Double)] = [
          ("joiners", 1), ("qualifiers", 1), ("moves-in", 1), ("reverted", 1), ("leavers", -1), ("moves-out", -1),
          ("to-training", -1),
        ]
        #expect(holds("\(key).heads", flows.map { ("\(key).\($0.0)", $0.1) }, month), "\(key), month \(month)")
      }
      for key in model.pathways.map(\.key) {
        #expect(
          holds(
            "\(key).learners", [("\(key).starts", 1), ("\(key).withdrawals", -1), ("\(key).finished", -1)], month))
        #expect(
          holds(
            "\(key).awaiting", [("\(key).finished", 1), ("\(key).qualifiers", -1), ("\(key).left-awaiting", -1)],
            month))
        #expect(
          sum([("\(key).left", 1), ("\(key).reverted", 1)], month) == sum([("\(key).withdrawals", 1)], month))
      }
      for cohort in model.cohorts where month > 0 {
        let states = sum(PeopleCohort.State.allCases.map { (cohort.name($0), 1) }, month)
        guard cohort.start > model.start else { continue }
        let begun = cohort.start - model.start
        let starters = month < begun ? Array(repeating: 0, count: 25) : sum([("\(cohort.pathway).starts", 1)], begun)
        #expect(states == starters, "\(cohort), month \(month)")
      }
    }
  }

  /// What the scenarios are there to exercise does happen in them.
  @Test func everyCountOccurs() {
    var seen: Set<String> = []
    for scenario in PeopleScenario.all {
      let sample = PeopleSample(scenario.model, replicates: 50, seed: 7, months: Array(1...scenario.model.months))
      for name in sample.names {
        let measure = name.split(separator: ".").last.map(String.init) ?? name
        for month in sample.months where (sample.values(name, month: month) ?? []).contains(where: { $0 > 0 }) {
          seen.insert(measure)
        }
      }
    }
    let wanted = [
      "heads", "joiners", "qualifiers", "moves-in", "reverted", "leavers", "moves-out", "to-training",
      "to-training-not-met", "moves-out-not-met", "learners", "awaiting", "starts", "withdrawals", "left", "extended",
      "finished", "left-awaiting", "learning", "in-post", "moved-on", "gone",
    ]
    #expect(wanted.filter { !seen.contains($0) }.isEmpty)
  }
}
