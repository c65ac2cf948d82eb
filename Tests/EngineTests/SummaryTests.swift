import Testing
import WorkforceModel
import WorkforceSimulation

@testable import WorkforceAnalysis

/// The statistics of a run are those of the distribution of each metric in each month, however much is shared between
/// metrics and months to work them out.
@Suite struct SummaryTests {
  private static func run(
    _ name: String, replicates: Int, _ changes: [(path: String, value: String)] = []
  ) throws -> (selection: Selection, ensemble: Ensemble) {
    let selection = try Selection(
      try Running.setting(try Running.shipped(name), changes + [("months", "27mo")]), metrics: nil, months: nil)
    let simulation = Simulation(plan: selection.compiled.plan, seed: 3)
    return (
      selection,
      try simulation.run(replicates: replicates, threads: 2, columns: selection.columns(outlook: false))
    )
  }

  private static func check(_ selection: Selection, _ ensemble: Ensemble) {
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let summary = RunSummary(selection, ensemble, outlook: false, threads: 2)
    var wrong: [String] = []
    for cell in summary.cells {
      let distribution = evaluation.distribution(cell.metric, step: cell.step)
      if cell.summary != NumberSummary(distribution, scale: cell.metric.unit.scale) {
        wrong.append("\(cell.metric.name) \(cell.step)")
      }
    }
    #expect(wrong.isEmpty)
    let start = selection.legend.start
    #expect(
      summary.cells.map { "\($0.metric.name) \($0.step)" }
        == selection.metrics.flatMap { metric in
          selection.steps.filter { metric.exists(in: $0, start: start) }.map { "\(metric.name) \($0)" }
        })
  }

  @Test(arguments: [1, 2, 300]) func everyMetricInEveryMonth(replicates: Int) throws {
    let (selection, ensemble) = try Self.run("national-2024", replicates: replicates)
    #expect(selection.metrics.count > 400)
    Self.check(selection, ensemble)
  }

  /// Money that differs by more than 2³² pounds, and prices that are drawn.
  @Test func wideNumbersAndDrawnPrices() throws {
    let (selection, ensemble) = try Self.run(
      "national-2024", replicates: 300,
      [("grades.PO.opening", "9000000"), ("grades.PO.pay", "uniform(£30000 £50000)")])
    let metric = try selection.catalog.metric(named: "PO.cost-12mo")
    let values = MetricEvaluation(selection.catalog, ensemble).values(metric, step: 20).compactMap(\.self)
    #expect(try #require(values.max()) - (try #require(values.min())) > 1 << 32)
    Self.check(selection, ensemble)
  }

  /// Sums that 32 bits do not hold.
  @Test func sumsBeyond32Bits() throws {
    let grades = (1...30).map { "  G\($0): {opening: 90000000, leaving: 5%/yr}" }.joined(separator: "\n")
    let read = try Running.scenario("cadre: 1\nname: Many\nstart: 2024-09\nmonths: 2mo\ngrades:\n\(grades)\n")
    let selection = try Selection(read, metrics: ["all.heads", "G1.heads"], months: nil)
    let ensemble = try Simulation(plan: selection.compiled.plan, seed: 1).run(
      replicates: 3, threads: 1, columns: selection.columns(outlook: false))
    let summary = RunSummary(selection, ensemble, outlook: false, threads: 1)
    #expect(summary.cell("all.heads", step: 0)?.value(.min) == 2_700_000_000)
    Self.check(selection, ensemble)
  }

  /// What stands at a target is counted from the numbers that are reported.
  @Test func atTarget() throws {
    let (selection, ensemble) = try Self.run(
      "national-2024", replicates: 200, [("grades.PO.target", "uniform(5000 6000) fte")])
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let (fte, target) = try (
      selection.catalog.metric(named: "PO.fte"), selection.catalog.metric(named: "PO.target")
    )
    let summary = RunSummary(selection, ensemble, outlook: false, threads: 2)
    for step in [0, 1, 20] {
      let met = zip(evaluation.numbers(fte, step: step), evaluation.numbers(target, step: step)).count {
        ($0 ?? 0) >= ($1 ?? .infinity)
      }
      #expect(met > 20 && met < 200)
      #expect(
        summary.cell("PO.fte", step: step)?.atTarget == ProbabilityEstimate(hits: met, replicates: 200))
    }
  }

  /// Each metric is worked out once, by itself or by a twin with the same formula.
  @Test func theScheduleHasEveryMetricOnce() throws {
    let (selection, _) = try Self.run("national-2024", replicates: 1)
    let schedule = SummarySchedule(selection.metrics, selection.catalog)
    let own = selection.metrics.indices.filter { schedule.twins[$0] == $0 }
    #expect(schedule.groups.flatMap(\.self).sorted() == own)
    #expect(own.count < selection.metrics.count)
    for (place, twin) in schedule.twins.enumerated() {
      #expect(selection.metrics[place].formula == selection.metrics[twin].formula)
    }
  }
}
