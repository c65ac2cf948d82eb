import Foundation
import Synchronization

/// Ctrl-C and termination. While replicates run, Ctrl-C asks the workers to stop, which they do within one replicate;
/// while a file is written, both wait for its end; otherwise they end the process at once.
enum Interruption {
  private enum Phase {
    static let immediate = 0
    static let simulating = 1
    static let writing = 2
  }

  private static let phase = Atomic<Int>(Phase.immediate)
  /// The signal that arrived and was not acted on yet; 0 for none.
  private static let pending = Atomic<Int32>(0)

  /// Whether Ctrl-C was pressed since ``simulating(_:)`` began.
  static var isRequested: Bool { pending.load(ordering: .relaxed) != 0 }

  /// Installs the handlers; to be called once, before anything else.
  static func listen() {
    // Touched here, so that the handler finds them made.
    phase.store(Phase.immediate, ordering: .relaxed)
    pending.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { received in
        let now = Interruption.phase.load(ordering: .relaxed)
        let waits = now == Phase.writing || (now == Phase.simulating && received == SIGINT)
        guard !waits else { return Interruption.pending.store(received, ordering: .relaxed) }
        let words: StaticString = "interrupted\n"
        if received == SIGINT { _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount) }
        _exit(128 + received)
      }
    }
    signal(SIGPIPE, SIG_IGN)
    // Swift's runtime would print a backtrace and go on.
    signal(SIGQUIT, SIG_DFL)
    // A parent may have blocked them, as a worker of a thread pool does for its children.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGQUIT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  static func simulating<Result>(_ body: () throws -> Result) rethrows -> Result {
    pending.store(0, ordering: .relaxed)
    phase.store(Phase.simulating, ordering: .relaxed)
    defer { phase.store(Phase.immediate, ordering: .relaxed) }
    return try body()
  }

  /// Whoever asked for the interruption has been told of it; what comes next begins anew.
  static func settle() { pending.store(0, ordering: .relaxed) }

  /// A signal that arrives meanwhile ends the process afterwards.
  static func writing<Result>(_ body: () throws -> Result) rethrows -> Result {
    phase.store(Phase.writing, ordering: .relaxed)
    defer {
      phase.store(Phase.immediate, ordering: .relaxed)
      let received = pending.load(ordering: .relaxed)
      if received != 0 { _exit(128 + received) }
    }
    return try body()
  }
}
