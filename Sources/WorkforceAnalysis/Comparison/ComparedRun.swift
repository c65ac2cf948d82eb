public import WorkforceSimulation

/// One run of those that are compared, with what must be the same in all of them.
public struct ComparedRun: Sendable {
  /// What it is called in faults: the stem of the scenario's file.
  public let name: String
  public let ensemble: Ensemble
  public let seed: UInt64
  /// Whether uncertain numbers were drawn, or stood at their means.
  public let parameters: ParameterSource

  public init(name: String, _ ensemble: Ensemble, seed: UInt64, parameters: ParameterSource = .drawn) {
    self.name = name
    self.ensemble = ensemble
    self.seed = seed
    self.parameters = parameters
  }

  /// One path without chance at the mean of every uncertain number: the same for every seed.
  public var isOnePath: Bool { ensemble.isExpected && parameters == .means }
}
