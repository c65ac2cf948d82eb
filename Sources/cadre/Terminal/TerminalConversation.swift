import CLineEditor
import Foundation
import Reports
import Shell
import WorkforceModel

/// Statements typed at a terminal.
struct TerminalConversation {
  let world: World
  /// Whether nothing is said before the first prompt.
  let isQuiet: Bool
  /// Whether the user's start file is left alone.
  let skipsStartFile: Bool

  /// The name by which faults are located. One line is one text.
  private static let source = "line"

  /// - Returns: the exit code; nil where the terminal cannot be edited on, and lines are to be read plainly
  func run(_ opening: Session) -> Int32? {
    // Before libedit changes anything of it.
    Interruption.converse()
    let file = HistoryFile()
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    let isUTF8 = cle_locale()
    let canPaint = !terminal.isEmpty && terminal != "dumb" && isUTF8
    guard
      let editor = LineEditor(
        history: file.read(), isOnError: isatty(STDOUT_FILENO) != 1, canPaint: canPaint,
        hasColour: canPaint && Performer.hasColour)
    else { return nil }
    cle_terminal_quiet()
    var session = opening
    let log = SessionLog()
    if !skipsStartFile { runStartFile(&session) }
    if !isQuiet { Performer.standardError(Welcome(session, world).text) }
    var (isLeaving, isUnkept) = (false, false)
    while !session.isOver {
      editor.settings = session.settings
      Interruption.settle()
      switch editor.read(Prompt(session), LineGuide(session, world)) {
      case .interrupted: isLeaving = false
      case .end where !editor.hasTerminal:
        // The window was closed: what is not saved is offered at the next start.
        return 128 + SIGHUP
      case .end:
        Performer.standardError("\n")
        // Once: who means it presses the key again.
        guard session.unsavedChanges > 0, !isLeaving else {
          session.leave()
          break
        }
        isLeaving = true
        ask(&session)
      case .text(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        if editor.remember(text), let kept = editor.history.entries.last { _ = file.add(kept) }
        evaluate(text, &session, canPaint: canPaint)
        let isLosing = session.isOver && session.unsavedChanges > 0 && !isLeaving
        if isLosing { ask(&session) }
        isLeaving = isLosing
        if !log.keep(session), !isUnkept {
          isUnkept = true
          Performer.standardError(
            "note: the changes cannot be kept against a crash: \(StateFolder.path ?? "there is no HOME")\n")
        }
      }
    }
    log.end()
    cle_terminal_leave()
    return session.failureCode
  }

  /// Goes on once, where changes would be lost: who means to leave says so again.
  private func ask(_ session: inout Session) {
    session.stay()
    Performer.tell([
      Diagnostic(
        "\(Shown.count(session.unsavedChanges, "change")) not saved", severity: .note,
        help: ["save as FILE keeps them; Ctrl-D or quit again leaves without them"])
    ])
  }

  private func evaluate(_ text: String, _ session: inout Session, canPaint: Bool) {
    Interruption.settle()
    do {
      try Work.run(text, source: TerminalConversation.source, &session, in: world)
    } catch is Interrupted {
      // Whatever was told of its progress goes.
      Performer.standardError((isatty(STDERR_FILENO) == 1 && canPaint ? "\r\u{1B}[K" : "") + "interrupted\n")
    } catch {
      guard let failure = Failure(error) else { return Performer.standardError("error: \(error)\n") }
      Performer.tell(failure.diagnostics)
    }
  }

  /// A start file that fails is told with its line, and the session goes on as if there were none.
  private func runStartFile(_ session: inout Session) {
    guard let path = StateFolder.startFile, FileManager.default.fileExists(atPath: path) else { return }
    do {
      var started = session
      try started.run(try world.text(of: path), source: path, in: world)
      session = started
    } catch is Interrupted {
      Performer.standardError("interrupted\n")
    } catch {
      guard let failure = Failure(error) else { return Performer.standardError("error: \(error)\n") }
      Performer.tell(failure.diagnostics)
      Performer.standardError("note: \(path) was given up; --no-init leaves it alone\n")
    }
  }
}
