import Foundation
import Synchronization

/// Progress with remaining time, on standard error, after half a second, on a terminal only.
final class ProgressMeter: Sendable {
  private struct State {
    var lastShown = 0.0
    var isShown = false
  }

  private let replicates: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let begun = ProcessInfo.processInfo.systemUptime
  private let state = Mutex(State())

  init(replicates: Int) {
    self.replicates = replicates
  }

  func show(_ share: Double) {
    guard isTerminal else { return }
    let passed = ProcessInfo.processInfo.systemUptime - begun
    guard passed >= 0.5, share > 0, share < 1 else { return }
    state.withLock { state in
      guard passed - state.lastShown >= 0.1 else { return }
      state.lastShown = passed
      state.isShown = true
      let left = max(1, Int((passed / share * (1 - share)).rounded(.up)))
      let done = Int(share * Double(replicates))
      Performer.standardError("\r\u{1B}[K\(Int(share * 100)) % · \(done) of \(replicates) futures · \(left) s left")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Performer.standardError("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
