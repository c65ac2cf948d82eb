import Reports
import Shell
import WorkforceModel

/// What stands before the line that is typed: the scenario, and how many changes of it no file holds.
struct Prompt: Equatable {
  /// As it is seen, without colours.
  let text: String
  /// With colours, each between two marks that libedit knows to have no width.
  let coloured: String

  static let plain = Prompt(text: "cadre> ", coloured: "cadre> ")

  var width: Int { DisplayWidth.of(text) }

  private init(text: String, coloured: String) {
    self.text = text
    self.coloured = coloured
  }

  /// Columns that a scenario's name may take: the rest is for what is typed.
  private static let longestName = 24

  init(_ session: Session) {
    let stem = session.current?.loaded.stem ?? "cadre"
    // A file may be called anything, and a line break in a prompt would be one on the screen.
    let safe = DiagnosticRenderer.printable(stem)
    let name = Performer.spelled(safe.count > Prompt.longestName ? safe.prefix(Prompt.longestName - 1) + "…" : safe)
    let changes = session.unsavedChanges > 0 ? " *\(session.unsavedChanges)" : ""
    text = "\(name)\(changes)> "
    func painted(_ code: String, _ text: String) -> String { "\u{1}\u{1B}[\(code)m\u{1}\(text)" }
    // libedit ties what has no width to the character behind it: one for each run, the last before the last character.
    coloured =
      painted("36", name) + (changes.isEmpty ? "" : painted("33", changes)) + painted("36", ">") + painted("0", " ")
  }
}
