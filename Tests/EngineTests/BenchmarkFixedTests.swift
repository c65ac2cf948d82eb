import Oracle
import Testing
import WorkforceModel

/// The benchmark with fixed parameters against its exact moments: every series of the oracle, in five months. With ten,
/// a hundred and a thousand times the people, cells take other ways to their counts, and a standard error is a smaller
/// part of a stock: a bias of a millionth shows.
@Suite struct BenchmarkFixedTests {
  @Test(arguments: [1, 10, 100, 1_000])
  func everySeries(times factor: Int) throws {
    let scenario = try Benchmark.scenario(try #require(Benchmark.fixedText), times: factor)
    let steps = Benchmark.steps(times: factor)
    let run = try Recorded(scenario, replicates: 20_000, steps: steps)
    let oracle = BenchmarkOracle(spread: .largestRemainder, times: factor)
    // A false alarm in any of the 400 comparisons: 10⁻⁵.
    var agreement = Agreement(comparisons: 400, falseAlarm: 1e-5)
    for series in BenchmarkSeries.allCases {
      for step in steps {
        let values = run.values(Benchmark.columns(series, run), step: step)
        agreement.fixed("\(series), month \(step)", values, oracle.moments(series, month: step))
      }
    }
    #expect(agreement.violations.isEmpty, "\(agreement.violations)")
    #expect(agreement.comparisons == 100)
    guard factor == 1 else { return }

    // The published figures, which stand apart from the oracle's code.
    var published = Agreement(comparisons: 2, falseAlarm: 1e-5)
    let values = run.values(run.heads(["PO"]), step: 60)
    published.fixed("PO", values, Moments(mean: 7540.38, variance: 48.60 * 48.60))
    #expect(published.violations.isEmpty, "\(published.violations)")
  }
}
