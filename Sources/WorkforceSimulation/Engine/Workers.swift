import Dispatch
import Synchronization

/// Shares the replicates of a run among threads. What comes out does not depend on their number.
enum Workers {
  /// - Parameters:
  ///   - replicates: numbered from 1
  ///   - isCancelled: asked often, by every worker; a true answer stops the run within a simulated month
  ///   - progress: called now and then with the share done, not by two workers at once
  ///   - room: makes what a worker works in, one piece after another
  ///   - body: makes the piece of the replicates from `first` on, so many of them; asks whether to stop
  /// - Returns: the pieces in the order of their replicates
  static func run<Piece: Sendable, Room>(
    replicates: Int, threads: Int, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Double) -> Void, room: @autoclosure @Sendable () -> Room,
    body: @Sendable (_ room: Room, _ first: Int, _ count: Int, _ isStopped: () -> Bool) throws(RunFault) -> Piece
  ) throws(RunFault) -> [Piece] {
    let division = ReplicateBlocks(replicates: replicates)
    let state = RunState<Piece>(division, isCancelled: isCancelled)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, division.count))) { worker in
      let room = room()
      while let block = state.next() {
        let (first, count) = division[block]
        do throws(RunFault) {
          state.finish(block, try body(room, first, count, { state.isStopped }))
        } catch {
          state.fail(error, at: block)
        }
        if worker == 0 { progress(state.share) }
      }
    }
    return try state.blocks()
  }
}

/// What the workers of a run share: the next block, the finished ones, the first fault, and whether to stop.
private final class RunState<Piece: Sendable>: Sendable {
  private struct Gathered {
    var blocks: [Piece?]
    var finished = 0
    var fault: (block: Int, error: RunFault)?
  }

  private let upcoming = Atomic<Int>(0)
  private let isCancelled: @Sendable () -> Bool
  private let division: ReplicateBlocks
  private let gathered: Mutex<Gathered>

  init(_ division: ReplicateBlocks, isCancelled: @escaping @Sendable () -> Bool) {
    self.division = division
    self.isCancelled = isCancelled
    gathered = Mutex(Gathered(blocks: [Piece?](repeating: nil, count: division.count)))
  }

  func next() -> Int? {
    guard !isStopped else { return nil }
    let block = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
    return block < division.count ? block : nil
  }

  var isStopped: Bool { isCancelled() }

  func finish(_ index: Int, _ block: Piece) {
    gathered.withLock {
      $0.blocks[index] = block
      $0.finished += 1
    }
  }

  /// Of several faults the one in the earliest block is told, so that the message does not depend on the threads.
  func fail(_ error: RunFault, at block: Int) {
    if case .cancelled = error { return }
    gathered.withLock { if $0.fault.map({ block < $0.block }) ?? true { $0.fault = (block, error) } }
    upcoming.store(division.count, ordering: .relaxed)
  }

  var share: Double { gathered.withLock { Double($0.finished) / Double(max(1, division.count)) } }

  func blocks() throws(RunFault) -> [Piece] {
    let state = gathered.withLock { $0 }
    if let fault = state.fault { throw fault.error }
    let blocks = state.blocks.compactMap(\.self)
    guard blocks.count == division.count else {
      throw .cancelled(done: state.blocks.indices.reduce(0) { $0 + (state.blocks[$1] == nil ? 0 : division[$1].count) })
    }
    return blocks
  }
}
