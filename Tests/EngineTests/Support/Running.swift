import ScenarioFiles
import ShippedScenarios
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Short ways for tests to read, change and run scenarios.
enum Running {
  static func shipped(_ name: String) throws -> ReadScenario {
    try ScenarioText.scenario(ShippedScenarios.text(named: name) ?? "", source: name)
  }

  static func scenario(_ text: String) throws -> ReadScenario {
    try ScenarioText.scenario(text, source: "test.yaml")
  }

  /// The scenario with values replaced, as `--set` would.
  static func setting(_ read: ReadScenario, _ changes: [(path: String, value: String)]) throws -> ReadScenario {
    try changes.reduce(read) { current, change in
      let node = try ScenarioText.value(change.value, source: "--set", column: 1)
      let range = SourceRange(source: "--set", line: 1, column: 1)
      return try current.setting(change.path, to: node, pathRange: range).result
    }
  }

  /// Every column of every replicate, with its legend.
  static func everything(
    _ scenario: Scenario, replicates: Int, seed: UInt64? = nil, threads: Int = 2
  ) throws -> (compiled: CompiledScenario, ensemble: Ensemble) {
    let compiled = try PlanCompiler.compile(scenario)
    let columns = Array(0..<compiled.legend.seriesCount * (compiled.legend.months + 1))
    let simulation = Simulation(plan: compiled.plan, seed: seed ?? scenario.seed.value)
    return (compiled, try simulation.run(replicates: replicates, threads: threads, columns: columns))
  }

  /// The distribution of one metric in one month.
  static func distribution(
    _ metric: String, step: Int, _ run: (compiled: CompiledScenario, ensemble: Ensemble)
  ) throws -> CountDistribution {
    let catalog = MetricCatalog(run.compiled.legend)
    return MetricEvaluation(catalog, run.ensemble).distribution(try catalog.metric(named: metric), step: step)
  }
}
