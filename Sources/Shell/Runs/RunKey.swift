import WorkforceModel
import WorkforceSimulation

/// What a run's ensemble depends on: equal keys give equal ensembles, so that one that is at hand need not be made again.
public struct RunKey: Hashable, Sendable {
  /// SHA-256 of what is simulated.
  public let simulated: String
  public let seed: UInt64
  public let replicates: Int
  public let variation: SourcesOfVariation
  /// Recorded columns, ascending.
  public let columns: [Int]
  /// What the columns and the parameters mean: stocks in their order, where the heads of each are divided, parameters. Two
  /// files with the same values in another order simulate the same, and number it otherwise.
  private let meaning: [String]

  init(_ loaded: LoadedScenario, _ compiled: CompiledScenario, _ job: SimulationJob, _ variation: SourcesOfVariation) {
    simulated = loaded.simulatedDigest
    // The expected path is the same for every seed.
    seed = variation.isOnePath ? 0 : loaded.scenario.seed.value
    replicates = job.replicates
    self.variation = variation
    columns = job.columns
    meaning =
      compiled.legend.stocks.map { "\($0.key) \($0.reportBounds)" }
      + compiled.legend.parameters.map {
        "\($0.path) \($0.occurrence?.description ?? "")"
      }
  }

  /// Whether an ensemble of this key holds all that one of another would: the first replicates of a run are those of a
  /// shorter one.
  public func serves(_ other: RunKey) -> Bool {
    simulated == other.simulated && seed == other.seed && variation == other.variation && meaning == other.meaning
      && replicates >= other.replicates && Set(columns).isSuperset(of: other.columns)
  }
}
