public import ScenarioFiles
public import WorkforceModel

/// A scenario as it stands: read from a file and those that it extends, then changed by what was set.
public struct LoadedScenario: Sendable {
  /// Shown in results: the stem of the file's name.
  public internal(set) var stem: String
  public private(set) var read: ReadScenario
  /// As it was read, before any change.
  public let opened: ReadScenario
  /// The scenario's own file, and those that it extends.
  public let chain: ScenarioChain
  /// The changes made, as typed.
  public private(set) var changes: [String] = []
  /// SHA-256 of the text, and of those that it extends.
  public var textDigest: String { chain.digest }

  public var scenario: Scenario { read.scenario }

  public init(_ chain: ScenarioChain, stem: String) throws(Faults) {
    self.stem = stem
    self.chain = chain
    opened = try ScenarioText.scenario(chain)
    read = opened
  }

  /// The name of the place of a value that was typed, and not read from a file.
  private static let typed = "set"

  /// A scenario that extends nothing.
  /// - Parameter source: the name by which faults are located
  public init(text: String, source: String, stem: String) throws(Faults) {
    try self.init(ScenarioChain(ScenarioFile(text, source: source)), stem: stem)
  }

  /// Makes changes as one step: all of them, or none.
  /// - Returns: what each came to, as notes.
  /// - Throws: ``Faults`` with those of every change.
  @discardableResult
  public mutating func set(_ typed: [TypedChange]) throws(Faults) -> [Diagnostic] {
    guard !typed.isEmpty else { return [] }
    let (result, applied) = try read.setting(typed.map(\.assignment))
    read = result
    // Where a statement stood means nothing when the session is over: the same scenario, made by the same statements in a
    // script, is told alike.
    for source in Set(typed.map(\.assignment.pathRange.source)) where !source.hasPrefix("--") {
      for (path, origin) in read.origins where origin.source == source && opened.origins[path] != origin {
        read.origins[path] = SourceRange(source: LoadedScenario.typed, line: 1, column: 1)
      }
    }
    changes += typed.filter(\.isListed).map(\.text)
    return zip(typed, applied).filter(\.0.isTold).flatMap { $1.map { ChangeEcho.note($0, result.scenario) } }
  }

  /// Puts everything back as it was opened.
  public mutating func reset() {
    read = opened
    changes = []
  }

  /// Puts what stands at a path, or below it, back as it was opened.
  /// - Parameter range: where the path was typed
  /// - Returns: what each value came to, as notes; none where nothing was different
  /// - Throws: ``Faults``
  public mutating func reset(_ path: String, at range: SourceRange) throws(Faults) -> [Diagnostic] {
    let before = scenario
    let (result, rows) = try read.resetting(path, to: opened, at: range)
    guard !rows.isEmpty else {
      // A value that was set to what it was is a change no more.
      if scenario == opened.scenario { changes = [] }
      return []
    }
    read = result
    changes.removeAll { $0.hasPrefix(path + "=") || $0.hasPrefix(path + ".") }
    if result.scenario == opened.scenario { changes = [] } else { changes.append("reset \(path)") }
    func text(_ row: String, of scenario: Scenario) -> String {
      scenario.values.first { $0.path == row }.map(\.text) ?? "none"
    }
    return rows.map { row in
      let (old, new) = (text(row, of: before), text(row, of: result.scenario))
      return Diagnostic(
        old == new ? "\(row): \(new), where it comes from as opened" : "\(row): \(old) → \(new)", severity: .note)
    }
  }

  /// SHA-256 of what is simulated.
  public var simulatedDigest: String { ScenarioText.simulationDigest(of: scenario) }
}
