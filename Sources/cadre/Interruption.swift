import Foundation
import Synchronization

/// Ctrl-C: a request to stop, seen by the workers within a replicate.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// From here on Ctrl-C asks for a stop instead of ending the process at once.
  static func listen() {
    // Touched here, so that the handler finds it made.
    requested.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in Interruption.requested.store(true, ordering: .relaxed) }
    signal(SIGPIPE, SIG_IGN)
  }
}
