import Foundation
import Reports
import Synchronization

/// What results are shown on.
extension Performer {
  /// Whether colours are wanted: what was said at the start, before what the environment says.
  enum ColourChoice: Int, CaseIterable {
    case auto, always, never

    var name: String { "\(self)" }
  }

  private static let chosenColour = Atomic<Int>(ColourChoice.auto.rawValue)
  private static let conversing = Atomic<Bool>(false)

  static func choose(_ colour: ColourChoice) { chosenColour.store(colour.rawValue, ordering: .relaxed) }

  /// Whether somebody types statements at a terminal.
  static var isConversing: Bool { conversing.load(ordering: .relaxed) }
  static func converse() { conversing.store(true, ordering: .relaxed) }

  /// Whether somebody looks at results, and at what is said beside them.
  static var isWatched: Bool { isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  private static let environment = ProcessInfo.processInfo.environment
  private static func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
  private static var terminal: String { environment["TERM"] ?? "" }

  /// Whether what is shown may be coloured: `--color` decides, then NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, then
  /// whether there is a terminal that knows colours.
  static var hasColour: Bool {
    switch ColourChoice(rawValue: chosenColour.load(ordering: .relaxed)) {
    case .always: return true
    case .never: return false
    case .auto, .none: break
    }
    if isSet("NO_COLOR") { return false }
    if ["FORCE_COLOR", "CLICOLOR_FORCE"].contains(where: { isSet($0) && environment[$0] != "0" }) { return true }
    return (isatty(STDOUT_FILENO) == 1 || isConversing) && !terminal.isEmpty && terminal != "dumb"
  }

  private static var isForced: Bool {
    hasColour && isatty(STDOUT_FILENO) != 1 && !isConversing
  }

  /// What charts can be drawn with here: a pipe gets none, unless colours are forced on it.
  static var chartTier: ChartTier? {
    if isForced { return .colour }
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    guard spelling == .unicode else { return .ascii }
    guard hasColour else { return .unicode }
    let isRich =
      terminal.contains("256color") || ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
      || chosenColour.load(ordering: .relaxed) == ColourChoice.always.rawValue
    return isRich ? .colour : .unicode
  }

  /// The alphabet of the terminal.
  static var spelling: ChartTier {
    // The first of these that is set decides on characters, as in any program.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
    return isUTF8 && terminal != "dumb" && !terminal.isEmpty ? .unicode : .ascii
  }

  /// A line of ours in that alphabet.
  static func spelled(_ line: String) -> String {
    // Pictures are spelled already, and their colours are no text.
    line.contains("\u{1B}") ? line : spelling.spelled(line)
  }

  /// Columns that a line takes on the screen, without its colours.
  static func shownWidth(_ line: some StringProtocol) -> Int {
    guard line.utf8.contains(0x1B) else { return DisplayWidth.of(line) }
    return DisplayWidth.of(String(line).replacing(#/\u{1B}\[[0-9;]*m/#, with: ""))
  }
}
