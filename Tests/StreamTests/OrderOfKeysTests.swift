import ScenarioFiles
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The order of the keys in the file changes nothing, nor do names, notes and sources.
@Suite struct OrderOfKeysTests {
  static let shuffles = Running.shippedNames.flatMap { name in (1...4).map { (name, UInt64($0)) } }

  @Test(arguments: shuffles)
  func theOrderChangesNothing(name: String, seed: UInt64) throws {
    let given = try ScenarioText.node(of: Running.text(name), source: name)
    var generator = SeededGenerator(seed: seed)
    let scenario = try Scenario.read(given).scenario
    let shuffled = Tree.shuffled(given, by: &generator)
    #expect(shuffled.flowText != given.flowText, "the shuffle changed nothing, so nothing is tested")
    let other = try Scenario.read(shuffled).scenario
    try expectSame(scenario, other)
  }

  @Test(arguments: Running.shippedNames)
  func namesNotesAndSourcesChangeNothing(name: String) throws {
    let given = try ScenarioText.node(of: Running.text(name), source: name)
    let scenario = try Scenario.read(given).scenario
    let bare = try Scenario.read(Tree.withoutProvenance(given)).scenario
    #expect(bare.values.allSatisfy { $0.provenance == Provenance() })
    #expect(bare.name.value != scenario.name.value)
    try expectSame(scenario, bare)
  }

  /// Every series, parameter and metric, by name, in every replicate.
  private func expectSame(_ scenario: Scenario, _ other: Scenario) throws {
    #expect(ScenarioText.simulationDigest(of: other) == ScenarioText.simulationDigest(of: scenario))
    let one = try Futures(scenario, replicates: 70)
    let two = try Futures(other, replicates: 70)
    #expect(one.names == two.names)
    #expect(one.differences(from: two, months: 0...scenario.months.value.months).isEmpty)
    #expect(one.parameterPaths == two.parameterPaths)
    for path in one.parameterPaths { #expect(one.parameter(path) == two.parameter(path), "\(path)") }
    let (first, second) = (MetricCatalog(one.legend), MetricCatalog(two.legend))
    #expect(Set(first.metrics.map(\.name)) == Set(second.metrics.map(\.name)))
    for metric in first.metrics {
      let same = try second.metric(named: metric.name)
      for step in [0, 1, 13, 42, scenario.months.value.months] where metric.exists(in: step, start: one.legend.start) {
        let values = MetricEvaluation(first, one.ensemble).values(metric, step: step)
        #expect(MetricEvaluation(second, two.ensemble).values(same, step: step) == values, "\(metric.name) \(step)")
      }
    }
  }

  /// A sum of real numbers depends on the order of its terms in the last bit, which decides where a half is rounded to.
  @Test func aSumOverGradesDoesNotDependOnTheirOrder() throws {
    let grades = [
      "  A: {opening: 1, fte-per-head: 0.005, leaving: 0%/yr}\n",
      "  B: {opening: 1, fte-per-head: 0.005, leaving: 0%/yr}\n",
      "  C: {opening: 1, fte-per-head: 0.045, leaving: 0%/yr}\n",
    ]
    let front = "cadre: 1\nname: Halves\nstart: 2024-09\nmonths: 1mo\ngrades:\n"
    let one = try Running.csv(front + grades.joined(), replicates: 1, threads: 1, metrics: ["all.fte"])
    let two = try Running.csv(front + grades.reversed().joined(), replicates: 1, threads: 1, metrics: ["all.fte"])
    #expect(one == two)
  }
}
