import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// When a target is reached: at a month, by a month, 80 % sure.
@Suite struct TargetTests {
  private func summary(_ grade: String, months: Int = 6, replicates: Int = 1_000) throws -> RunSummary {
    let text = "cadre: 1\nname: t\nstart: 2024-09\nmonths: \(months)mo\n\(grade)\n"
    let selection = try Selection(try Running.scenario(text), metrics: ["A.fte"], months: nil)
    let simulation = Simulation(plan: selection.compiled.plan, seed: 9)
    let ensemble = try simulation.run(
      replicates: replicates, threads: 2, columns: selection.columns(outlook: true))
    return RunSummary(selection, ensemble, outlook: true, threads: 2)
  }

  /// 100 FTE and 10 a month more; the target goes from 130 to 155 in the fifth month, when there are 150.
  @Test func certainGrowth() throws {
    let summary = try summary(
      """
      grades:
        A: {opening: 100, leaving: 0%/yr, target: {2024-01: 130 fte, 2025-02: 155 fte}}
      recruitment: {A: {number: 10/mo}}
      """)
    let outlook = try #require(summary.outlooks.first)
    #expect(outlook.at.map(\.share) == [0, 0, 0, 1, 1, 0, 1])
    #expect(outlook.by.map(\.share) == [0, 0, 0, 1, 1, 1, 1])
    #expect(outlook.month(sure: 0.8) == Month(year: 2024, month: 12))
    #expect(outlook.at[3].bound == 0.001 && outlook.at[0].bound == 0.001 && outlook.at[0].error == 0)
    #expect(summary.cell("A.fte", step: 3)?.value(.pAtTarget) == 1)
    #expect(summary.cell("A.fte", step: 3)?.value(.p95) == 130)
  }

  @Test func aTargetBeyondTheHorizonHasNoMonth() throws {
    let summary = try summary("grades: {A: {opening: 100, leaving: 5%/yr, target: 101 fte}}")
    let outlook = try #require(summary.outlooks.first)
    #expect(outlook.month(sure: 0.8) == nil && outlook.month(sure: 0.01) == nil)
    #expect(outlook.by.allSatisfy { $0.hits == 0 && $0.bound == 0.001 })
  }

  /// The opening is a month end like any other: a target that is met then has been reached.
  @Test func metFromTheStart() throws {
    let outlook = try #require(
      try summary("grades: {A: {opening: 100, leaving: 0%/yr, target: 100 fte}}").outlooks.first)
    #expect(outlook.at[0].share == 1)
    #expect(outlook.by[0].share == 1)
    #expect(outlook.month(sure: 0.8) == Month(year: 2024, month: 9))
  }

  /// A random walk about its target: every figure again from the values themselves.
  @Test func randomCases() throws {
    let text = """
      cadre: 1
      name: t
      start: 2024-09
      months: 18mo
      grades: {A: {opening: 400, fte-per-head: uniform(0.9 0.95), leaving: 24%/yr, target: 380 fte}}
      recruitment: {A: {number: poisson(9/mo)}}
      """
    let selection = try Selection(try Running.scenario(text), metrics: ["A.fte"], months: nil)
    let simulation = Simulation(plan: selection.compiled.plan, seed: 4)
    let ensemble = try simulation.run(replicates: 500, threads: 1, columns: selection.columns(outlook: true))
    let outlook = try #require(RunSummary(selection, ensemble, outlook: true, threads: 1).outlooks.first)
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let fte = try selection.catalog.metric(named: "A.fte")
    var reached = Set<Int>()
    for step in 0...18 {
      let met = evaluation.values(fte, step: step).enumerated().filter { $0.element ?? 0 >= 38_000 }.map(\.offset)
      reached.formUnion(met)
      #expect(outlook.at[step] == ProbabilityEstimate(hits: met.count, replicates: 500))
      #expect(outlook.by[step] == ProbabilityEstimate(hits: reached.count, replicates: 500))
    }
    for probability in [0.2, 0.5, 0.8] {
      let first = (0...18).first { outlook.by[$0].share >= probability }
      #expect(outlook.month(sure: probability) == first.map { Month(year: 2024, month: 9) + $0 })
    }
    #expect(reached.count > 100 && reached.count < 500)
  }

  @Test func probabilities() {
    let some = ProbabilityEstimate(hits: 20, replicates: 100)
    #expect(some.share == 0.2 && abs(some.error - 0.04) < 1e-15 && some.bound == nil)
    #expect(ProbabilityEstimate(hits: 0, replicates: 250).bound == 0.004)
    #expect(ProbabilityEstimate(hits: 250, replicates: 250).bound == 0.004)
  }
}
