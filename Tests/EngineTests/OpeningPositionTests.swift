import ScenarioFiles
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Opening positions that can be counted by hand.
@Suite struct OpeningPositionTests {
  private func shares(_ service: String, opening: String = "1000", under: [Int]) throws -> [Double] {
    let read = try Running.scenario(
      """
      cadre: 1
      name: Opening
      start: 2024-09
      months: 1mo
      grades:
        PO: {opening: \(opening), service: \(service), leaving: 0%/yr}
      """)
    let compiled = try PlanCompiler.compile(read.scenario, shareBounds: under)
    let columns = Array(0..<compiled.legend.seriesCount)
    let ensemble = try Simulation(plan: compiled.plan, seed: 1).run(replicates: 1, threads: 1, columns: columns)
    let catalog = MetricCatalog(compiled.legend)
    let heads = try #require(
      MetricEvaluation(catalog, ensemble).distribution(try catalog.metric(named: "PO.heads"), step: 0).mean)
    return try under.map { bound in
      let name = bound % 12 == 0 ? "\(bound / 12)y" : "\(bound)mo"
      let metric = try catalog.metric(named: "PO.share-under-\(name)")
      let share = try #require(MetricEvaluation(catalog, ensemble).distribution(metric, step: 0).mean)
      return (share / 1e6 * heads).rounded()
    }
  }

  /// 200 of 1,000 are under a year: 110 and 35 of them are known, 55 over the ten other months are 6, 6, 6, 6, 6, 5 ….
  @Test func knownJoinersRefineABand() throws {
    let spread = "{<1y: {share: 20%, joined: {2024-03: 110, 2024-09: 35}}, 1y+: 80%}"
    #expect(try shares(spread, under: [1, 2, 6, 7, 12]) == [35, 41, 65, 175, 200])
  }

  @Test func moreKnownJoinersThanPeopleStopTheRun() throws {
    let spread = "{<1y: {share: 20%, joined: {2024-03: 201}}, 1y+: 80%}"
    #expect(throws: RunFault.moreJoinersThanPeople(stock: 0, replicate: 1)) { try shares(spread, under: [12]) }
  }

  /// 101 at 36, 29 and 35 %: 36.36, 29.29, 35.35; the one left goes to the largest fraction, the first.
  @Test func headsGoToBandsThenMonthsByLargestRemainder() throws {
    let spread = "{<5y: 36%, 5y-10y: 29%, 10y+: {share: 35%, to: 20y}}"
    #expect(try shares(spread, opening: "101", under: [1, 37, 38, 60, 120]) == [1, 37, 37, 37, 66])
    // Two tied halves: the lower service is served first.
    #expect(try shares("{<1y: 50%, 1y-2y: 50%, 2y+: 0%}", opening: "3", under: [12, 24]) == [2, 3])
  }

  /// FTE ÷ FTE per head, rounded half up once.
  @Test func fteBecomesHeads() throws {
    let read = try Running.scenario(
      """
      cadre: 1
      name: Heads
      start: 2024-09
      months: 1mo
      grades:
        A: {opening: 10 fte, fte-per-head: 0.8, leaving: 0%/yr}
        B: {opening: 9.6 fte, fte-per-head: 0.9, leaving: 0%/yr}
      """)
    let run = try Running.everything(read.scenario, replicates: 1)
    // 12.5 is rounded up, 10.67 to 11.
    #expect(try Running.distribution("A.heads", step: 0, run).mean == 13)
    #expect(try Running.distribution("B.heads", step: 0, run).mean == 11)
    #expect(try Running.distribution("A.fte", step: 0, run).mean == 1040)
  }
}
