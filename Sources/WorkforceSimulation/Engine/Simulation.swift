import Dispatch
import Synchronization

/// Runs the replicates of a plan on several threads. Results depend on the plan, the seed and the number of replicates
/// alone.
public struct Simulation: Sendable {
  public let plan: Plan
  public let seed: UInt64
  public var parameters: ParameterSource

  public init(plan: Plan, seed: UInt64, parameters: ParameterSource = .drawn) {
    self.plan = plan
    self.seed = seed
    self.parameters = parameters
  }

  /// The largest value of a parameter, as the largest number that can be written.
  private static let largestValue = 1e12

  /// Replicates that a worker takes at a time, and that are kept together.
  private static let blockSize = 128

  /// - Parameters:
  ///   - replicates: simulated futures, numbered from 1
  ///   - threads: workers; results do not depend on it
  ///   - columns: base series to keep, ascending; they change nothing else
  ///   - isCancelled: asked often, by every worker; a true answer stops the run within a simulated month
  ///   - progress: called now and then with the share done, not by two workers at once
  /// - Throws: ``RunFault``
  public func run(
    replicates: Int, threads: Int, columns: [Int], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> Ensemble {
    let blockCount = (replicates + Simulation.blockSize - 1) / Simulation.blockSize
    let state = RunState(blockCount: blockCount, isCancelled: isCancelled)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, blockCount))) { worker in
      while let block = state.next() {
        let first = block * Simulation.blockSize + 1
        let count = min(Simulation.blockSize, replicates - first + 1)
        do throws(RunFault) {
          state.finish(block, try self.block(first: first, count: count, columns: columns, state: state))
        } catch {
          state.fail(error, at: block)
        }
        if worker == 0 { progress(state.share) }
      }
    }
    return Ensemble(blocks: try state.blocks(), columns: columns)
  }

  private func block(
    first: Int, count: Int, columns: [Int], state: RunState
  ) throws(RunFault) -> Ensemble.Block {
    var people = [Int32](repeating: 0, count: columns.count * count)
    var parameters = [Double](repeating: 0, count: count * plan.parameters.count)
    for offset in 0..<count {
      let replicate = first + offset
      let values = plan.values(seed: seed, replicate: replicate, source: self.parameters)
      if let index = values.firstIndex(where: { !($0.magnitude <= Simulation.largestValue) }) {
        throw .valueOutOfRange(parameter: index, replicate: replicate, value: values[index])
      }
      let movement = ChanceMovement(seed: seed, replicate: replicate)
      var engine = ReplicateEngine(plan: plan, movement: movement, values: values, replicate: replicate)
      try engine.run(isStopped: { state.isStopped })
      let frame = engine.frame
      // Whatever is recorded, so that faults do not depend on what is asked for.
      guard let most = frame.max(), Int32(exactly: most) != nil else { throw .tooManyPeople(replicate: replicate) }
      for (slot, column) in columns.enumerated() {
        people[slot * count + offset] = Int32(truncatingIfNeeded: frame[column])
      }
      for (index, value) in values.enumerated() { parameters[index * count + offset] = value }
    }
    return Ensemble.Block(first: first, count: count, people: people, parameters: parameters)
  }

  /// The expected path at the parameters' means, or with the parameters of one replicate.
  public func expectedPath(replicate: Int? = nil) throws(RunFault) -> ExpectedPath {
    let source: ParameterSource = replicate == nil ? .means : .drawn
    let values = plan.values(seed: seed, replicate: replicate ?? 0, source: source)
    var engine = ReplicateEngine(
      plan: plan, movement: ExpectedMovement(), values: values, replicate: replicate ?? 0)
    try engine.run()
    return ExpectedPath(people: engine.frame, parameters: values)
  }
}

/// What the workers of a run share: the next block, the finished ones, the first fault, and whether to stop.
private final class RunState: Sendable {
  private struct Gathered {
    var blocks: [Ensemble.Block?]
    var finished = 0
    var fault: (block: Int, error: RunFault)?
  }

  private let upcoming = Atomic<Int>(0)
  private let isCancelled: @Sendable () -> Bool
  private let blockCount: Int
  private let gathered: Mutex<Gathered>

  init(blockCount: Int, isCancelled: @escaping @Sendable () -> Bool) {
    self.blockCount = blockCount
    self.isCancelled = isCancelled
    gathered = Mutex(Gathered(blocks: [Ensemble.Block?](repeating: nil, count: blockCount)))
  }

  func next() -> Int? {
    guard !isStopped else { return nil }
    let block = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
    return block < blockCount ? block : nil
  }

  var isStopped: Bool { isCancelled() }

  func finish(_ index: Int, _ block: Ensemble.Block) {
    gathered.withLock {
      $0.blocks[index] = block
      $0.finished += 1
    }
  }

  /// Of several faults the one in the earliest block is told, so that the message does not depend on the threads.
  func fail(_ error: RunFault, at block: Int) {
    if case .cancelled = error { return }
    gathered.withLock { if $0.fault.map({ block < $0.block }) ?? true { $0.fault = (block, error) } }
    upcoming.store(blockCount, ordering: .relaxed)
  }

  var share: Double { gathered.withLock { Double($0.finished) / Double(max(1, blockCount)) } }

  func blocks() throws(RunFault) -> [Ensemble.Block] {
    let state = gathered.withLock { $0 }
    if let fault = state.fault { throw fault.error }
    let blocks = state.blocks.compactMap(\.self)
    guard blocks.count == blockCount else { throw .cancelled(done: blocks.reduce(0) { $0 + $1.count }) }
    return blocks
  }
}
