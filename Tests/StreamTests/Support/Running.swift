import Reports
import ScenarioFiles
import Shell
import ShippedScenarios
import TestSupport
import Testing
import WorkforceModel
import WorkforceSimulation

/// Short ways for tests to read, change and run scenarios.
enum Running {
  /// Scenarios that stand in one text; the others that ship extend the first.
  static let shippedNames = ["national-2024", "benchmark", "police-2024", wholeModel]
  static let wholeModel = "whole-model"

  static func text(_ name: String) throws -> String {
    if name == wholeModel { return Samples.wholeModel }
    return try #require(ShippedScenarios.text(named: name), "no scenario '\(name)' ships")
  }

  static func shipped(_ name: String) throws -> ReadScenario {
    try ScenarioText.scenario(text(name), source: name)
  }

  static func scenario(_ text: String) throws -> Scenario {
    try ScenarioText.scenario(text, source: "test.yaml").scenario
  }

  /// The scenario with values replaced, as `--set` would.
  static func setting(_ read: ReadScenario, _ changes: [(path: String, value: String)]) throws -> Scenario {
    try changes.reduce(read) { current, change in
      let node = try ScenarioText.value(change.value, source: "--set", column: 1)
      let range = SourceRange(source: "--set", line: 1, column: 1)
      return try current.setting(change.path, to: node, pathRange: range).result
    }.scenario
  }

  /// A scenario that ships with pieces of YAML laid over it; see ``Tree/merged(_:_:)``.
  static func shipped(_ name: String, with fragment: String) throws -> Scenario {
    let base = try ScenarioText.node(of: text(name), source: name)
    let piece = try ScenarioText.node(of: fragment, source: "fragment.yaml")
    return try Scenario.read(Tree.merged(base, piece)).scenario
  }

  /// What `cadre run --format csv` prints.
  static func csv(
    _ text: String, replicates: Int, threads: Int, metrics: [String] = [], months: [String] = []
  ) throws -> String {
    var loaded = try LoadedScenario(text: text, source: "test.yaml", stem: "test")
    try loaded.set([TypedChange("replicates", to: String(replicates), option: "--replicates")])
    let request = RunRequest(metrics: metrics, months: months, format: .csv, threads: threads)
    let prepared = try PreparedRun(loaded, request)
    let ensemble = try prepared.simulation.run(replicates: replicates, threads: threads, columns: prepared.columns)
    var text = ""
    try prepared.report(ensemble, version: "test", page: TextRenderer().render)({ text += $0 })
    return text
  }
}
