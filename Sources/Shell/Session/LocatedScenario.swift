public import WorkforceModel

/// A scenario with the places that it was read from.
public struct LocatedScenario: Sendable {
  public var loaded: LoadedScenario
  /// The scenario's own file first, then those that it extends.
  public var files: [ScenarioSource]

  public init(loaded: LoadedScenario, files: [ScenarioSource]) {
    self.loaded = loaded
    self.files = files
  }

  var stem: String { loaded.stem }
  var scenario: Scenario { loaded.scenario }

  /// What is to be said when it is opened.
  public var warnings: [Diagnostic] { files.compactMap(\.hiding) + loaded.read.warnings }

  /// The name by which `open` finds it; nil for what can be read no second time.
  var openingName: String? {
    switch files.first?.place {
    case .file(let path): path
    case .shipped(let name): name
    case .stream, .begun, .none: nil
    }
  }

  /// How many changes no file holds.
  public var unsavedChanges: Int { loaded.changes.count }
}
