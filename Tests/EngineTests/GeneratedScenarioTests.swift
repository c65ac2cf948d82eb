import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// Generated scenarios with fixed parameters, simulated: the mean and variance of every base series against exact
/// moments of independent people.
@Suite struct GeneratedScenarioTests {
  @Test(arguments: ScenarioGenerator.dozen.indices)
  func meansAndVariances(number: Int) throws {
    let made = ScenarioGenerator.dozen[number]
    let scenario = try Running.scenario(made.text()).scenario
    let steps = [0, 1, 2, 3, 6, 9, 12, 13, 17, made.months]
    let run = try Recorded(scenario, replicates: 3_000, steps: steps, seed: 77, shareBounds: [12, 24, 60, 120])
    let oracle = GroupOracle(made.model(.whole))
    let series = ComparedSeries.all(run.legend)
    // 10⁻⁶ for each of the twelve scenarios: about 10⁻⁵ for all.
    var agreement = Agreement(comparisons: 2 * series.count * steps.count, falseAlarm: 1e-6)
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
