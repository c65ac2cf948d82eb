import Reports
public import WorkforceModel
public import WorkforceSimulation

/// What the simulation is asked for: everything that can be wrong has been said.
public struct SimulationJob: Sendable {
  public let simulation: Simulation
  public let replicates: Int
  public let threads: Int
  public private(set) var columns: [Int]
  /// Whether people move by chance, or by expectations.
  public let hasChance: Bool
  private let legend: Legend

  /// What it will have in memory.
  public private(set) var memory: MemoryEstimate

  /// Bytes of a number of people whose size is not looked at: the most.
  private static let mostBytes = 4

  /// - Parameters:
  ///   - replicates: nil for the scenario's number
  ///   - memory: what the command has in memory beside what is simulated
  init(
    _ compiled: CompiledScenario, _ scenario: Scenario, columns: [Int], threads: Int,
    variation: SourcesOfVariation = SourcesOfVariation(), replicates: Int? = nil,
    memory: MemoryEstimate = MemoryEstimate()
  ) {
    let asked = replicates ?? Int(scenario.replicates.value)
    self.replicates = variation.isOnePath ? 1 : asked
    simulation = Simulation(
      plan: compiled.plan, seed: scenario.seed.value, parameters: variation.parameters ? .drawn : .means)
    self.threads = threads
    self.columns = columns
    hasChance = variation.chance
    legend = compiled.legend
    self.memory = memory
    self.memory.add(.program, fixed: threads * compiled.plan.bytesOfWorker(columns: columns.count))
    self.memory.add(.people, each: columns.count * (hasChance ? SimulationJob.mostBytes : 8))
    self.memory.add(.parameters, each: legend.parameters.count * 8)
  }

  /// What a run's twins have in memory beside it.
  mutating func addTwins() {
    for part in [MemoryEstimate.Part.people, .parameters] { memory.add(part, each: memory.bytesEach(part)) }
  }

  mutating func addMemory(_ part: MemoryEstimate.Part, each bytes: Int) { memory.add(part, each: bytes) }

  /// Says so where the run does not fit in memory.
  /// - Parameters:
  ///   - limit: nil where it is not known; then nothing is refused
  ///   - narrower: what else takes less, such as "fewer months (--months)"
  ///   - fewest: futures that the command needs
  /// - Throws: ``Faults``
  mutating func checkMemory(_ limit: MemoryLimit?, narrower: String, fewest: Int = 1) throws(Faults) {
    guard let limit, memory.bytes(futures: replicates) > limit.bytes else { return }
    measurePeople()
    try memory.check(futures: replicates, in: limit, narrower: narrower, fewest: fewest)
  }

  /// The same with other columns recorded; nil where that does not fit in memory.
  func recording(_ columns: [Int], in limit: MemoryLimit?) -> SimulationJob? {
    var other = self
    other.columns = columns
    let more =
      simulation.plan.bytesOfWorker(columns: columns.count) - simulation.plan.bytesOfWorker(columns: self.columns.count)
    other.memory.add(.program, fixed: threads * max(0, more))
    other.memory.set(.people, each: columns.count * (hasChance ? SimulationJob.mostBytes : 8))
    if let limit, other.memory.bytes(futures: replicates) > limit.bytes { return nil }
    return other
  }

  /// Most numbers of people are small: how many bytes they take is asked only where all of them would not fit.
  mutating func measurePeople() {
    let most = columns.count * SimulationJob.mostBytes
    guard hasChance, most > 0 else { return }
    memory.set(.people, each: memory.bytesEach(.people) / most * simulation.bytesEach(columns: columns))
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
