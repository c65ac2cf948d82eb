import Reports
import Testing
import WorkforceAnalysis
import WorkforceSimulation

@Suite struct CSVPartsTests {
  /// The parts that a summary is written in are together its rows, and none is large.
  @Test func partsAreTheRows() throws {
    let selection = try Selection(
      try Running.shipped("national-2024"), metrics: nil, months: nil)
    let ensemble = try Simulation(plan: selection.compiled.plan, seed: 1).run(
      replicates: 5, threads: 2, columns: selection.columns(outlook: false))
    let summary = RunSummary(selection, ensemble, outlook: false, threads: 2)
    var parts: [String] = []
    try CSVRenderer().render(summary, scenario: "a,b") { parts.append($0) }
    let rows = ResultRow.rows(summary, scenario: "a,b")
    #expect(parts.joined() == CSVRenderer().render(rows))
    #expect(rows.contains { $0.statistic == "p-at-target" })
    #expect(parts.count > 50 && parts.allSatisfy { $0.utf8.count < 1 << 17 })
  }
}
