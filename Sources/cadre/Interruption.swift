import CLineEditor
import Foundation

/// Ctrl-C and termination. While replicates run, Ctrl-C asks the workers to stop, which they do within one replicate;
/// while a file is written, both wait for its end; in a conversation Ctrl-C ends what is being done, and never the
/// process; otherwise they end the process at once.
enum Interruption {
  /// Whether Ctrl-C was pressed, and nobody has acted on it yet.
  static var isRequested: Bool { cle_signals_pending() != 0 }

  /// Installs the handlers; to be called once, before anything else.
  static func listen() { cle_signals_listen() }

  /// From now on somebody converses at a terminal.
  static func converse() {
    cle_terminal_remember()
    cle_signals_converse()
  }

  static func simulating<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = cle_signals_phase()
    cle_signals_set_phase(Int32(CLE_INTERRUPT_WAITS))
    defer { cle_signals_set_phase(before) }
    return try body()
  }

  /// Whether a file is being written, which is not left in its middle.
  static var isWriting: Bool { cle_signals_phase() == Int32(CLE_BOTH_WAIT) }

  /// Whoever asked for the interruption has been told of it; what comes next begins anew.
  static func settle() { cle_signals_settle() }

  /// A signal that arrives meanwhile ends the process afterwards; in a conversation Ctrl-C does not.
  static func writing<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = cle_signals_phase()
    cle_signals_set_phase(Int32(CLE_BOTH_WAIT))
    defer {
      cle_signals_set_phase(before)
      let received = cle_signals_pending()
      if received != 0, received != SIGINT || !Performer.isConversing {
        cle_terminal_leave()
        _exit(128 + received)
      }
    }
    return try body()
  }
}
