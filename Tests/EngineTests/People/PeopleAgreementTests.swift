import Oracle
import Testing

/// The engine against a simulator of individuals that was written apart, from the model's description alone: means and
/// variances of every count, in several months, and some covariances between months.
@Suite struct PeopleAgreementTests {
  /// The engine's and the simulator's numbers of replicates: the first are cheap.
  static let replicates = (engine: 20_000, people: 4_000)

  @Test(arguments: PeopleScenario.all.indices)
  func everyCount(number: Int) throws {
    let scenario = PeopleScenario.all[number]
    let engine = try EngineSeries(scenario, replicates: Self.replicates.engine, seed: 11)
    let people = PeopleSample(
      scenario.model, replicates: Self.replicates.people, seed: 12, months: scenario.monthsNeeded)
    // What the engine has no metric for can only be a count that is always nought, such as movers of a grade without
    // moves; or a share of a grade whose opening people are one group of unknown service.
    let unknown = people.names.filter { !engine.has($0) && !$0.contains(".share-under-") }
    for name in unknown {
      for month in scenario.months {
        let counts = people.values(name, month: month) ?? []
        #expect(counts.allSatisfy { $0 == 0 }, "the engine has no metric \(name)")
      }
    }

    // Twenty scenarios, each with a twentieth of 10⁻⁵.
    let found = scenario.compare(
      falseAlarm: 1e-5 / Double(PeopleScenario.all.count),
      left: { engine.values($0, month: $1) }, right: { people.values($0, month: $1) })
    #expect(
      found.violations.isEmpty,
      "\(scenario.name): \(found.violations.count) differences\n\(found.violations.prefix(8).joined(separator: "\n"))")
    #expect(found.comparisons > 100)
    let cohorts = Set(scenario.model.cohorts.flatMap { cohort in PeopleCohort.State.allCases.map(cohort.name) })
    #expect(cohorts.allSatisfy(engine.has))
  }

  /// A scenario held to another's individuals is noticed: the comparison is not blind.
  @Test func anotherModelIsNoticed() throws {
    let scenario = PeopleScenario.waiting
    let engine = try EngineSeries(scenario, replicates: 4_000, seed: 11)
    let people = PeopleSample(
      scenario.model.with(.waitingShort), replicates: 4_000, seed: 12, months: scenario.monthsNeeded)
    let found = scenario.compare(
      falseAlarm: 1e-6, left: { engine.values($0, month: $1) }, right: { people.values($0, month: $1) })
    #expect(!found.violations.isEmpty)
  }
}
