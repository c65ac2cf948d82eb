import Shell

/// A scenario with the places that it was read from.
struct LocatedScenario {
  var loaded: LoadedScenario
  /// The scenario's own file first, then those that it extends.
  var files: [ScenarioLocator.Found]
}
