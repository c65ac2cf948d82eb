import CLineEditor
import Foundation

/// Shows a result: at once where it fits the screen, else page by page, where somebody sits at the terminal.
enum Pager {
  /// Gives a text in parts, in order.
  typealias Report = ((String) throws -> Void) throws -> Void

  /// Lines of the screen that the prompt and what is said beside the result take.
  private static let spare = 2

  static func show(_ report: Report) throws {
    var (columns, rows): (Int32, Int32) = (80, 24)
    guard cle_terminal_size(STDOUT_FILENO, &columns, &rows), let program else {
      return try report(Performer.interruptibleOutput)
    }
    var kept = ""
    try report { part in
      if Interruption.isRequested { throw Interrupted() }
      kept += part
    }
    let height = kept.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (Performer.shownWidth($1) + Int(columns) - 1) / Int(columns)) }
    // Keys that were typed ahead are meant for the prompt.
    guard height > Int(rows) - spare, !cle_terminal_has_keys() else { return try Performer.interruptibleOutput(kept) }
    let code = try Performer.pipe({ take in try take(kept) }, to: program)
    // The shell's word for a program that is not there, or cannot be started.
    if code == 126 || code == 127 { try Performer.interruptibleOutput(kept) }
  }

  /// What $PAGER names, else less where there is one; nil for none.
  private static var program: String? {
    let environment = ProcessInfo.processInfo.environment
    if ["", "dumb"].contains(environment["TERM"] ?? "") { return nil }
    if let own = environment["PAGER"] { return own.isEmpty || own == "cat" ? nil : own }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    guard folders.contains(where: { access("\($0)/less", X_OK) == 0 }) else { return nil }
    // Colours are shown, and a text that fits after all is left standing. $LESS is the user's own word on it.
    return environment["LESS"] == nil ? "less -FRX" : "less"
  }
}

/// Ctrl-C while a result was shown.
struct Interrupted: Error {}
