import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Published figures beside a model whose every figure is known.
@Suite struct ReconciliationTests {
  /// Nobody leaves, and ten join in every month: 100, 110, … 340 in two years.
  private static func text(_ published: String) -> String {
    """
    cadre: 1
    name: Growth
    start: 2024-09
    months: 24mo
    grades:
      A: {opening: 100, leaving: 0%/yr, fte-per-head: 0.5, target: 200 fte}
    recruitment:
      A: {number: 10/mo}
    published:
    \(published)

    """
  }

  private static func figures(_ published: String) throws -> ([ComparedFigure], MetricCatalog, CompiledScenario) {
    let read = try Running.scenario(text(published))
    let compiled = try PlanCompiler.compile(read.scenario)
    let catalog = MetricCatalog(compiled.legend)
    return (try ComparedFigure.all(read, catalog), catalog, compiled)
  }

  @Test func everyKindOfFigure() throws {
    let (figures, catalog, compiled) = try Self.figures(
      """
        - {metric: A.heads, at: 2025-09, value: 220}
        - {metric: A.heads, at: 2025-09, value: 221}
        - {metric: A.fte, at: 2024-09, value: 49.99 fte}
        - {metric: A.joiners, at: 2025/26, value: 100, source: table}
        - {metric: A.joiners-12mo, at: 2025/26, value: 120}
        - {metric: A.vacancy-rate, at: 2026-09, value: 15%}
        - {metric: A.heads, at: 2027-01, value: 1}
        - {metric: A.joiners, at: 2024/25, value: 1}
      """)
    #expect(figures.map(\.metric.name).dropFirst(3).prefix(2) == ["A.joiners-fy", "A.joiners-12mo"])
    let ensemble = try Simulation(plan: compiled.plan, seed: 1)
      .run(replicates: 3, threads: 1, columns: Reconciliation.columns(figures, compiled.legend))
    let rows = Reconciliation(figures, MetricEvaluation(catalog, ensemble)).rows
    #expect(rows.map { $0.model?.mean } == [220, 220, 50, 120, 120, 0.15, nil, nil])
    #expect(rows.prefix(5).map { $0.model?.difference.rounded() } == [0, -1, 0, 20, 0])
    // Of three futures that agree one counts as below: one half, in whole futures.
    #expect(rows.map { $0.model?.below.hits } == [1, 3, 0, 0, 1, 1, nil, nil])
    #expect(rows[6].figure.remark == "outside the run, which goes from 2024-09 to 2026-09")
    #expect(rows[7].figure.remark?.contains("March") == true)
  }

  /// The name is near, the kind is wrong, a stock has no year: each at its place, with what was probably meant.
  @Test(arguments: [
    ("{metric: A.head, at: 2025-09, value: 1}", "there is no metric 'A.head'", "metric"),
    ("{metric: A.heads, at: 2025/26, value: 1}", "A.heads is not counted over a financial year", "at"),
    (
      "{metric: A.wastage, at: 2025-09, value: 0.07}", "A.wastage is a share, written with a percent sign, not 0.07",
      "value"
    ),
    ("{metric: A.heads, at: 2025-09, value: 7%}", "A.heads is a number of people, not 7%", "value"),
    ("{metric: A.heads, at: 2025-09, value: 7 fte}", "A.heads is a number of people, not 7 fte", "value"),
  ])
  func faultsAreToldAtTheirPlace(item: String, message: String, key: String) throws {
    let read = try Running.scenario(Self.text("  - \(item)"))
    let catalog = MetricCatalog(try PlanCompiler.compile(read.scenario).legend)
    let faults = #expect(throws: Faults.self) { try ComparedFigure.all(read, catalog) }
    #expect(faults?.diagnostics.map(\.message) == [message])
    #expect(faults?.diagnostics.first?.range == read.origins["published.1.\(key)"])
    #expect(faults?.diagnostics.first?.help.isEmpty == false)
  }
}
