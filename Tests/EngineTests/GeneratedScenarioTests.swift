import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// Generated scenarios with fixed parameters, simulated: the mean and variance of every base series against exact
/// moments of independent people.
@Suite struct GeneratedScenarioTests {
  /// As generated, and with a hundred times the people: then starts, exits and outlets too are drawn as large counts are.
  @Test(arguments: ScenarioGenerator.dozen.indices, [1, 100])
  func meansAndVariances(number: Int, times factor: Int) throws {
    let made = ScenarioGenerator.dozen[number].times(factor)
    let scenario = try Running.scenario(made.text()).scenario
    let steps = [0, 1, 2, 3, 6, 9, 12, 13, 17, made.months]
    let replicates = factor == 1 ? 3_000 : 1_000
    let run = try Recorded(scenario, replicates: replicates, steps: steps, seed: 77, shareBounds: [12, 24, 60, 120])
    let oracle = GroupOracle(made.model(.whole))
    let series = ComparedSeries.all(run.legend)
    // 4 × 10⁻⁷ for each of the 24: about 10⁻⁵ for all.
    var agreement = Agreement(comparisons: 2 * series.count * steps.count, falseAlarm: 4e-7)
    for one in series {
      for step in Set(steps).sorted() {
        let values = run.values([one.series], step: step)
        agreement.fixed("\(one.name), month \(step)", values, one.moments(oracle, month: step))
      }
    }
    #expect(agreement.violations.isEmpty, "\(agreement.violations.prefix(5))\n\(made.text())")
    #expect(agreement.comparisons > series.count)
  }
}
