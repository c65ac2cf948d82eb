import CLineEditor
import Foundation
import Reports
import Shell
import WorkforceModel

/// What stands above the first prompt: what is open, a first look at where it goes, what could be asked, and what an
/// earlier session has left.
struct Welcome {
  let text: String

  init(_ session: Session, _ world: World) {
    var (columns, rows): (Int32, Int32) = (80, 24)
    _ = cle_terminal_size(STDERR_FILENO, &columns, &rows)
    let first = FirstScreen(session, world)
    var lines = [Welcome.title(session), "help lists what can be asked, Tab completes, Ctrl-D leaves."]
    let look = first.text(rows: Int(rows))
    if !look.isEmpty {
      lines += [""] + look.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    let suggestions = first.suggestions
    if !suggestions.isEmpty {
      let longest = suggestions.map { DisplayWidth.of($0.line) }.max() ?? 0
      lines +=
        [""]
        + suggestions.map { line, question in
          let blanks = String(repeating: " ", count: longest - DisplayWidth.of(line) + 3)
          let whole = "  \(line)\(blanks)\(question)"
          return DisplayWidth.of(whole) < Int(columns) ? whole : "  \(line)"
        }
    }
    let left = SessionLog.abandoned().count
    if left > 0 {
      lines += [
        "",
        "\(left == 1 ? "A session" : Shown.count(left, "session")) ended with changes that were not saved: restore takes "
          + "\(left == 1 ? "it" : "the last") up, restore none forgets.",
      ]
    }
    text =
      lines.map { line in
        // A picture has its width already.
        let isPicture = line.contains("\u{1B}") || DisplayWidth.of(line) <= columns
        return (isPicture ? Performer.spelled(line) : Performer.folded(Performer.spelled(line), width: Int(columns)))
          + "\n"
      }.joined() + "\n"
  }

  private static func title(_ session: Session) -> String {
    guard let scenario = session.current?.loaded.scenario else { return "Cadre \(Cadre.version)" }
    let months = Shown.count(scenario.months.value.months, "month")
    return "Cadre \(Cadre.version) · \(scenario.name.value) · \(months) from \(scenario.start.value.shown)"
  }
}
