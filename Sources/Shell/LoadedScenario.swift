public import ScenarioFiles
public import WorkforceModel

/// A scenario as it stands: read from a file and those that it extends, then changed by what was set.
public struct LoadedScenario: Sendable {
  /// Shown in results: the stem of the file's name.
  public let stem: String
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
    changes += typed.filter(\.isListed).map(\.text)
    return zip(typed, applied).filter(\.0.isTold).flatMap { $1.map { ChangeEcho.note($0, result.scenario) } }
  }

  /// SHA-256 of what is simulated.
  public var simulatedDigest: String { ScenarioText.simulationDigest(of: scenario) }
}
