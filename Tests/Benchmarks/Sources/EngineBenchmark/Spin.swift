import ArgumentParser
import Dispatch

/// What a second thread is worth on this machine at this moment: pure arithmetic in registers, by one and by two.
struct Spin: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measures what two busy threads do beside one.")

  private struct Outcome: Encodable {
    /// Work done in the time by two threads, relative to one; by round.
    var ratios: [Double] = []
  }

  @Option(help: "Rounds of one thread and two in turn.") var times = 5
  @Option(help: "Steps that each thread takes.") var steps = 200_000_000

  func run() throws {
    var outcome = Outcome()
    for _ in 0..<times {
      let alone = Spin.seconds(threads: 1, steps)
      let together = Spin.seconds(threads: 2, steps)
      outcome.ratios.append(2 * alone / together)
    }
    try Printed.json(outcome)
  }

  private static func seconds(threads: Int, _ steps: Int) -> Double {
    Stopwatch.time {
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        // Each step needs the one before, and the result is looked at, so that none can be left out.
        var state = UInt64(thread) &+ 88_172_645_463_325_252
        for _ in 0..<steps {
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
        }
        precondition(state != 0)
      }
    }.timing.wall
  }
}
