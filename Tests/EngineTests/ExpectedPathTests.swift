import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// The expected path against a recurrence that shares no code with it, in every month and series.
@Suite struct ExpectedPathTests {
  /// The largest relative difference, and where; numbers below 1 are compared absolutely.
  private func worst(_ scenario: Scenario, _ model: OracleModel) throws -> (difference: Double, name: String) {
    let compiled = try PlanCompiler.compile(scenario, shareBounds: [12, 24, 60, 120])
    let path = try Simulation(plan: compiled.plan, seed: 1).expectedPath()
    let recurrence = ExpectedRecurrence(model)
    var worst = (difference: 0.0, name: "")
    for series in ComparedSeries.all(compiled.legend) {
      for month in 0...model.months {
        let expected = series.expected(recurrence.months[month], model)
        let found = path.people[compiled.legend.column(series: series.series, month: month)]
        let difference = abs(found - expected) / max(1, abs(expected))
        if !(difference <= worst.difference) {
          worst = (difference, "\(series.name), month \(month): \(found), not \(expected)")
        }
      }
    }
    return worst
  }

  @Test(arguments: ScenarioGenerator.dozen.indices)
  func generatedScenarios(number: Int) throws {
    let made = ScenarioGenerator.dozen[number]
    let scenario = try Running.scenario(made.text()).scenario
    let worst = try worst(scenario, made.model(.exact))
    #expect(worst.difference < 1e-9, "\(worst.name)\n\(made.text())")
  }

  /// The path spreads real-numbered people exactly, so the oracle's opening position is made again for it.
  @Test func benchmark() throws {
    let text = try #require(Benchmark.fixedText)
    let scenario = try Running.scenario(text).scenario
    let worst = try worst(scenario, Benchmark.exactModel)
    #expect(worst.difference < 1e-9, "\(worst.name)")
  }
}
