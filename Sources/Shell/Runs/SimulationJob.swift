import Reports
public import WorkforceModel
public import WorkforceSimulation

/// What the simulation is asked for: everything that can be wrong has been said, and it is not too large to keep.
public struct SimulationJob: Sendable {
  public let simulation: Simulation
  public let replicates: Int
  public let threads: Int
  public let columns: [Int]
  /// Whether people move by chance, or by expectations.
  public let hasChance: Bool
  private let legend: Legend

  /// Bytes that a run may keep in memory.
  static let memoryLimit = 4_000_000_000

  /// - Parameters:
  ///   - replicates: nil for the scenario's number
  ///   - further: bytes kept for each replicate beside columns and parameters
  /// - Throws: ``Faults`` for a run too large to keep
  init(
    _ compiled: CompiledScenario, _ scenario: Scenario, columns: [Int], threads: Int,
    variation: SourcesOfVariation = SourcesOfVariation(), replicates: Int? = nil, bytes further: Int = 0
  ) throws(Faults) {
    let asked = replicates ?? Int(scenario.replicates.value)
    self.replicates = variation.isOnePath ? 1 : asked
    simulation = Simulation(
      plan: compiled.plan, seed: scenario.seed.value, parameters: variation.parameters ? .drawn : .means)
    self.threads = threads
    self.columns = columns
    hasChance = variation.chance
    legend = compiled.legend
    let each = columns.count * (hasChance ? 4 : 8) + legend.parameters.count * 8 + further
    let bytes = each * self.replicates
    guard bytes <= SimulationJob.memoryLimit else {
      let fitting = SimulationJob.memoryLimit / max(1, each)
      throw Faults(
        "the run would keep \(bytes / 1_000_000) MB, more than \(SimulationJob.memoryLimit / 1_000_000) MB",
        help: ["ask for fewer metrics (--metric) or months (--at), or at most \(fitting) replicates"])
    }
  }

  /// - Throws: ``RunFault``
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> Ensemble {
    hasChance
      ? try simulation.run(
        replicates: replicates, threads: threads, columns: columns, isCancelled: isCancelled, progress: progress)
      : try simulation.expectedPaths(
        replicates: replicates, threads: threads, columns: columns, isCancelled: isCancelled, progress: progress)
  }

  /// A run's fault in words, with the names that the simulation does not know.
  public func faults(_ fault: RunFault) -> Faults? {
    switch fault {
    case .cancelled: return nil
    case .tooManyPeople(let replicate):
      return Faults("replicate \(replicate): more people than can be counted (100 million in one group)")
    case .valueOutOfRange(let parameter, let replicate, let value):
      let path = legend.parameters[parameter].path
      return Faults("replicate \(replicate): \(path) was drawn as \(value)", help: ["limit it with 'within'"])
    case .moreJoinersThanPeople(let stock, let replicate):
      let key = legend.stocks[stock].key
      return Faults(
        "replicate \(replicate): the known joiners of grades.\(key).service do not fit the people of their band",
        help: ["they are people still in post at the opening, at most the band's share of the opening heads"])
    case .probabilityAboveOne(let stock, let replicate, let month, let level):
      let key = legend.stocks[stock].key
      return Faults(
        "replicate \(replicate): a probability of an exit from \(key) came to \(Shown.percent(level)) in "
          + "\(Month(index: month))", help: ["write the rate as a central annual rate, or limit it with 'within'"])
    }
  }
}
