import OrderedCollections
import ScenarioFiles
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Faults that were found once, each by its smallest case.
@Suite struct RegressionTests {
  private let head = "cadre: 1\nname: t\nstart: 2024-12\nmonths: 60mo\n"

  /// A straight line of recruits adds up to the line: Σ (10 + 50 k ÷ 59) ÷ 12 over k = 0…59.
  @Test func aStraightLineOfRecruitsAddsUp() throws {
    let read = try Running.scenario(
      head + """
        grades: {A: {opening: 0, leaving: 0%/yr}}
        recruitment: {A: {number: {2024-12: 10/yr, 2025-01: 60/yr by 2029-12}}}
        """)
    let run = try Running.everything(read.scenario, replicates: 1)
    let total = try #require(try Running.distribution("A.heads", step: 60, run).mean)
    var exact = 60.0 / 12
    for month in 0..<59 { exact += (10 + 50 * Double(month) / 59) / 12 }
    #expect(abs(total - exact) <= 1, "\(total) of \(exact)")
  }

  /// A half that is rounded must not depend on how the heads are divided for other metrics.
  @Test func fteDoesNotDependOnTheMetricsAskedFor() throws {
    let read = try Running.scenario(
      head + "grades: {A: {opening: 4999, fte-per-head: 0.925, service: {<5y: 60%, 5y+: 40%}, leaving: 9%/yr}}")
    func fte(_ metrics: [String]) throws -> [CountDistribution] {
      let selection = try Selection(read, metrics: metrics, months: nil)
      let simulation = Simulation(plan: selection.compiled.plan, seed: 1)
      let ensemble = try simulation.run(replicates: 50, threads: 1, columns: selection.columns(outlook: false))
      let evaluation = MetricEvaluation(selection.catalog, ensemble)
      let metric = try selection.catalog.metric(named: "A.fte")
      return (0...60).map { evaluation.distribution(metric, step: $0) }
    }
    #expect(try fte(["A.fte"]) == fte(["A.fte", "A.share-under-1mo", "A.share-under-7mo", "A.share-under-30mo"]))
  }

  /// A vacancy rate against next to no target does not exist, and is no overflow.
  @Test func aTinyTargetIsNoOverflow() throws {
    let read = try Running.scenario(head + "grades: {A: {opening: 100, leaving: 0%/yr, target: 1e-12 fte}}")
    let run = try Running.everything(read.scenario, replicates: 2)
    #expect(try Running.distribution("A.vacancy-rate", step: 1, run).absent == 2)
  }

  /// More people than can be counted end the run, whatever is recorded.
  @Test func tooManyPeopleEndTheRun() throws {
    let read = try Running.scenario(
      head + "grades: {A: {opening: 10000 fte, fte-per-head: gamma(0.01 1) within 0..1, leaving: 0%/yr}}")
    let compiled = try PlanCompiler.compile(read.scenario)
    let simulation = Simulation(plan: compiled.plan, seed: 1)
    #expect(throws: RunFault.self) { try simulation.run(replicates: 200, threads: 2, columns: []) }
  }

  /// People who can each month be counted, and after some months together cannot.
  @Test func tooManyPeopleInOneGradeEndTheRun() throws {
    let recruits = (0..<10).map { "r\($0): {into: A, number: 10000000/mo}" }.joined(separator: ", ")
    func run(_ months: Int) throws {
      let read = try Running.scenario(
        "cadre: 1\nname: t\nstart: 2024-12\nmonths: \(months)mo\n"
          + "grades: {A: {opening: 100000000, leaving: 0%/yr}}\nrecruitment: {\(recruits)}")
      let plan = try PlanCompiler.compile(read.scenario).plan
      _ = try Simulation(plan: plan, seed: 1).run(replicates: 9, threads: 1, columns: [])
    }
    // 2³¹ − 1 are 21 times as many and some.
    try run(20)
    for months in [21, 42, 60] {
      #expect(throws: RunFault.tooManyPeople(replicate: 1)) { try run(months) }
    }
  }

  /// Of futures simulated side by side the first that fails is told, though another fails in an earlier month; and none
  /// that was not asked for.
  @Test func theFirstFutureThatFailsIsTold() throws {
    let read = try Running.scenario(
      head + """
        grades:
          A:
            opening: 10
            leaving: {rate: {2024-12: 60%/mo, 2025-06: 90%/mo}, multiplier: ×lognormal(0.8 0.35)}
        """)
    let plan = try PlanCompiler.compile(read.scenario).plan
    let simulation = Simulation(plan: plan, seed: 5)
    func fault(_ replicates: Int) -> RunFault? {
      do {
        _ = try simulation.run(replicates: replicates, threads: 2, columns: [])
        return nil
      } catch {
        return error
      }
    }
    let first = try #require((1...64).first { fault($0) != nil })
    #expect(first > 1)
    let told = try #require(fault(first))
    guard case .probabilityAboveOne(_, let replicate, _, _) = told else {
      Issue.record("\(told)")
      return
    }
    #expect(replicate == first)
    for replicates in first...64 { #expect(fault(replicates) == told) }
  }

  /// A cancelled run ends within a simulated month, not at the end of a block.
  @Test func aCancelledRunGivesNothing() throws {
    let compiled = try PlanCompiler.compile(try Running.shipped("benchmark").scenario)
    let simulation = Simulation(plan: compiled.plan, seed: 1)
    #expect(throws: RunFault.cancelled(done: 0)) {
      try simulation.run(replicates: 1_000_000, threads: 2, columns: [], isCancelled: { true })
    }
  }

  /// Replacing one band drops its source and keeps that of the others.
  @Test func oneBandThatIsSetLosesItsSource() throws {
    let read = try Running.scenario(
      head + "grades: {A: {opening: 9, service: {<5y: 50%, 5y+: 50%}, leaving: {<5y: 7%/yr, 5y+: 8%/yr, source: S}}}")
    let changed = try Running.setting(read, [("grades.A.leaving.5y+", "6%/yr")])
    let rate = try #require(changed.scenario.grades["A"]?.leaving.rate)
    #expect(rate.provenance.source == nil)
    #expect(rate.value.rows.map { $0.points[0].entry.provenance.source } == ["S", nil])
  }

  /// Bands that are drawn apart are named one by one; the whole is not silently left unmoved.
  @Test func aFactorOnIndependentBandsNamesThem() throws {
    let text =
      head
      + "grades: {A: {opening: 9, service: {<5y: 50%, 5y+: 50%}, leaving: {<5y: 5%..9%/yr, 5y+: 6%..8%/yr, "
      + "independent: true}}}\nfactors: {f: {moves: [grades.A.leaving], weight: 0.7}}\n"
    let faults = #expect(throws: Faults.self) { try Running.scenario(text) }
    let fault = try #require(faults?.diagnostics.first)
    #expect(fault.message == "the parts of grades.A.leaving are drawn apart")
    #expect(fault.help == ["name grades.A.leaving.rate.5y+ and grades.A.leaving.rate.<5y"])
  }

  /// `leaving` can be set to what it can be in a file.
  @Test func aGroupIsSetByItsKeys() throws {
    let read = try Running.scenario(head + "grades: {A: {opening: 9, leaving: 7%/yr}}")
    let changed = try Running.setting(read, [("grades.A.leaving", "{rate: 8%/yr, multiplier: ×1.1}")])
    let leaving = try #require(changed.scenario.grades["A"]?.leaving)
    #expect(leaving.rate.value == Profile(.constant(8, .annualRate)))
    #expect(leaving.multiplier?.value == .constant(1.1, .multiplier))
  }

  @Test func learnersOfOneMonthAreGivenOnce() throws {
    let text =
      head
      + "grades: {A: {opening: 9, leaving: 0%/yr}}\npathways:\n  P: {months: 15mo, employed-as: A, qualifies-as: A, "
      + "attrition: 10% over pathway, withdrawn: leave, learners: {6mo: 50, 2024-06: 5}}\n"
    #expect(throws: Faults.self) { try Running.scenario(text) }
  }
}
