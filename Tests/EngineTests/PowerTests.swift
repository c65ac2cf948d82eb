import Oracle
import Testing
import WorkforceModel

/// Mistakes that the comparisons must notice: each is planted, and must be reported. Without the mistake they agree.
@Suite struct PowerTests {
  /// The benchmark with fixed parameters and something changed, against the oracle of the benchmark as it should be.
  private func benchmark(_ changes: [(path: String, value: String)], times factor: Int = 1) throws -> [String] {
    let scenario = try Benchmark.scenario(try #require(Benchmark.fixedText), times: factor, changes)
    let steps = Benchmark.steps(times: factor)
    let run = try Recorded(scenario, replicates: 1_500, steps: steps)
    let oracle = BenchmarkOracle(spread: .largestRemainder, times: factor)
    var agreement = Agreement(comparisons: 100, falseAlarm: 1e-5)
    for series in BenchmarkSeries.allCases {
      for step in steps {
        let values = run.values(Benchmark.columns(series, run), step: step)
        agreement.fixed("\(series), month \(step)", values, oracle.moments(series, month: step))
      }
    }
    return agreement.violations
  }

  @Test func aRateOnePercentTooHigh() throws {
    #expect(!(try benchmark([("grades.PO.leaving.multiplier", "×1.01")])).isEmpty)
    #expect(!(try benchmark([("grades.PSO.leaving.multiplier", "×1.01")])).isEmpty)
  }

  /// With a thousand times the people a twentieth of that shows, and as little of those who start.
  @Test func aLittleWrongWithManyPeople() throws {
    #expect(!(try benchmark([("grades.PO.leaving.multiplier", "×1.0005")], times: 1_000)).isEmpty)
    #expect(!(try benchmark([("recruitment.PSO.number", "60030/mo")], times: 1_000)).isEmpty)
    #expect(try benchmark([], times: 1_000).isEmpty)
  }

  @Test func anExitOneMonthLate() throws {
    #expect(!(try benchmark([("pathways.P27.months", "28mo")])).isEmpty)
  }

  @Test func nothingWrongIsNotReported() throws {
    #expect(try benchmark([]).isEmpty)
  }

  /// One grade for a year, its rate uncertain: 1,000 people, exp(−0.3 m) of whom stay. The parameter's share of the
  /// variance is large enough for its spread to be seen.
  private func spread(sdlog: String) throws -> [String] {
    let text = """
      cadre: 1
      name: spread
      start: 2024-09
      months: 12mo
      grades: {A: {opening: 1000, leaving: {rate: 30%/yr, multiplier: ×lognormal(1 \(sdlog))}}}
      """
    let run = try Recorded(try Running.scenario(text).scenario, replicates: 40_000, steps: [12], seed: 2)
    let exact = Quadrature.integrate([.lognormal(median: 1, sdlog: 0.2, nodes: 12)]) { values -> Moments in
      let stay = 1 - Monthly.central(0.3 * values[0] * 12)
      return Moments(mean: 1000 * stay, variance: 1000 * stay * (1 - stay))
    }
    var agreement = Agreement(comparisons: 2, falseAlarm: 1e-6)
    agreement.uncertain("A", run.values(run.heads(["A"]), step: 12), mean: exact.mean, variance: exact.variance)
    return agreement.violations
  }

  @Test func aSpreadFivePercentTooWide() throws {
    #expect(try spread(sdlog: "0.2").isEmpty)
    #expect(!(try spread(sdlog: "0.21")).isEmpty)
  }

  /// Places split by rounding down, over the generated scenarios that have an intake with a remainder.
  @Test func placesRoundedDown() throws {
    var noticed = 0
    for made in ScenarioGenerator.dozen {
      let right = made.model(.whole)
      let wrong = made.model(.placesRoundedDown)
      guard zip(right.groups, wrong.groups).contains(where: { $0.size != $1.size }) else { continue }
      let scenario = try Running.scenario(made.text()).scenario
      let steps = [6, 12, 18]
      let run = try Recorded(scenario, replicates: 1_000, steps: steps)
      let oracle = GroupOracle(wrong)
      let series = ComparedSeries.all(run.legend)
      var agreement = Agreement(comparisons: 2 * series.count * steps.count, falseAlarm: 1e-6)
      for one in series {
        for step in steps {
          agreement.fixed(one.name, run.values([one.series], step: step), one.moments(oracle, month: step))
        }
      }
      if !agreement.violations.isEmpty { noticed += 1 }
      if noticed == 2 { break }
    }
    #expect(noticed == 2)
  }
}
