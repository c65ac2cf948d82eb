import Foundation
import Reports

/// What results are shown on.
extension Performer {
  /// Whether somebody looks at results, and at what is said beside them.
  static var isWatched: Bool { isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// What charts can be drawn with here: a pipe gets none.
  static var chartTier: ChartTier? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    let environment = ProcessInfo.processInfo.environment
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    // The first of these that is set decides on characters, as in any program.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
    let terminal = environment["TERM"] ?? ""
    guard isUTF8, terminal != "dumb", !terminal.isEmpty else { return .ascii }
    if isSet("NO_COLOR") { return .unicode }
    let isColoured = terminal.contains("256color") || ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
    return isColoured ? .colour : .unicode
  }
}
