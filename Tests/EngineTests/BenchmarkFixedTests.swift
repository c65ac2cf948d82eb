import Oracle
import Testing
import WorkforceModel

/// The benchmark with fixed parameters against its exact moments: every series of the oracle, five years' ends.
@Suite struct BenchmarkFixedTests {
  @Test func everySeries() throws {
    let scenario = try Running.scenario(try #require(Benchmark.fixedText)).scenario
    let run = try Recorded(scenario, replicates: 20_000, steps: Benchmark.steps)
    let oracle = BenchmarkOracle(spread: .largestRemainder)
    // A false alarm in any of the 100 comparisons: 10⁻⁵.
    var agreement = Agreement(comparisons: 100, falseAlarm: 1e-5)
    for series in BenchmarkSeries.allCases {
      for step in Benchmark.steps {
        let values = run.values(Benchmark.columns(series, run), step: step)
        agreement.fixed("\(series), month \(step)", values, oracle.moments(series, month: step))
      }
    }
    #expect(agreement.violations.isEmpty, "\(agreement.violations)")
    #expect(agreement.comparisons == 100)

    // The published figures, which stand apart from the oracle's code.
    var published = Agreement(comparisons: 2, falseAlarm: 1e-5)
    let values = run.values(run.heads(["PO"]), step: 60)
    published.fixed("PO", values, Moments(mean: 7540.38, variance: 48.60 * 48.60))
    #expect(published.violations.isEmpty, "\(published.violations)")
  }
}
