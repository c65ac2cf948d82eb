import ArgumentParser
import Foundation
import ScenarioFiles
import ShippedScenarios
import WorkforceModel

/// Which scenario is measured, with what changed.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The name of a scenario that ships, or the path of a file.") var scenario: String
  @Option(help: "A change, PATH=VALUE, as the program's own --set takes it.") var set: [String] = []
  @Option(help: "Simulated futures.") var replicates = 10_000
  @Option(help: "The seed.") var seed: UInt64 = 1
  @Option(help: "How many threads to work on.") var threads = 1
  @Option(help: "How often to do it, within one process.") var times = 1
  @Option(help: "A metric to record.") var metric: [String] = []

  /// The scenario, read, checked and changed.
  func read() throws -> ReadScenario {
    try ScenarioOptions.changed(try opened(), set)
  }

  /// As it stands in its file.
  func opened() throws -> ReadScenario {
    let shipped = ShippedScenarios.text(named: scenario)
    let text = try shipped ?? String(contentsOfFile: scenario, encoding: .utf8)
    return try ScenarioText.scenario(text, source: scenario)
  }

  /// A scenario with `PATH=VALUE` applied, all in one step.
  static func changed(_ read: ReadScenario, _ texts: [String]) throws -> ReadScenario {
    let assignments = try texts.map { text in
      guard let equals = text.firstIndex(of: "=") else { throw ValidationError("expected PATH=VALUE, not '\(text)'") }
      let change = try ScenarioText.change(String(text[text.index(after: equals)...]), source: "--set", column: 1)
      return Assignment(
        String(text[..<equals]), change, pathRange: SourceRange(source: "--set", line: 1, column: 1))
    }
    return assignments.isEmpty ? read : try read.setting(assignments).result
  }
}
