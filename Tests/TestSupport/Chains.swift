public import ScenarioFiles
public import WorkforceModel

/// Scenario files that extend one another, in memory.
public enum Chains {
  /// The chain of the file `own`, the others found by their names as keys.
  public static func chain(_ texts: [String: String], own: String = "own") throws(Faults) -> ScenarioChain {
    func file(_ name: String) throws(Faults) -> ScenarioFile {
      guard let text = texts[name] else {
        throw Faults("there is no '\(name)'", help: [Suggestion.help(for: name, among: texts.keys.sorted()) ?? ""])
      }
      return try ScenarioFile(text, source: name)
    }
    return try ScenarioChain(file(own)) { (name, _) throws(Faults) in try file(name) }
  }

  public static func read(_ texts: [String: String], own: String = "own") throws(Faults) -> ReadScenario {
    try ScenarioText.scenario(chain(texts, own: own))
  }

  /// The faults as `source:line:column message`, in order; empty when the scenario reads.
  public static func faults(_ texts: [String: String], own: String = "own") -> [String] {
    do throws(Faults) {
      _ = try read(texts, own: own)
      return []
    } catch {
      return error.diagnostics.map { fault in
        (fault.range.map { "\($0.source):\($0.line):\($0.column) " } ?? "") + fault.message
      }
    }
  }
}
