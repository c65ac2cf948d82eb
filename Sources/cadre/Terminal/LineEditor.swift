import CLineEditor
import Foundation
import Shell

/// A line of the terminal, edited by libedit; hints and colours are painted over what it draws.
///
/// Lives on the main thread, on which libedit waits for keys.
final class LineEditor {
  enum Input: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is given up.
    case interrupted
    case end
  }

  /// Functions of ours that keys are bound to.
  enum Key: Int32, CaseIterable {
    case complete, accept, interrupt, leave, up, down, right, wordRight, end, lineEnd, paste, undo

    var name: String { "cadre-\(self)" }
  }

  var editor: OpaquePointer?
  private(set) var history: LineHistory
  /// What is known about the line; nil outside of ``read(_:_:)``.
  private(set) var guide: LineGuide?
  var settings = Settings()
  /// Whether anything may be painted.
  var canPaint: Bool
  /// Whether the screen knows colours.
  var hasColour: Bool
  /// Where the prompt is drawn, and all that belongs to it.
  let screen: Int32
  var prompt = Prompt.plain
  var isInterrupted = false
  /// What is painted behind the line.
  var shownHint = ""
  /// Whether a search of the history was on the screen when nothing more was to be read.
  var isInSearch = false
  /// What stood in the line before, for undo.
  var past: [Draft] = []
  /// Where in the history the line stands, and what had been typed before.
  var place: Int?
  var typed = ""
  /// What the last step through the history left.
  var walked: Draft?
  /// The keys that were chosen by setting.
  private var chosen = Settings.KeyChoice.auto

  /// What stands in the line.
  struct Draft: Equatable {
    var text: String
    /// Unicode scalars before the cursor.
    var cursor: Int
  }

  /// - Parameters:
  ///   - isOnError: whether results go elsewhere, and the prompt to standard error
  init?(history: LineHistory, isOnError: Bool, canPaint: Bool, hasColour: Bool) {
    self.history = history
    self.canPaint = canPaint
    self.hasColour = hasColour
    screen = isOnError ? STDERR_FILENO : STDOUT_FILENO
    let callbacks = cle_callbacks(
      key: { owner, function in LineEditor.of(owner).perform(function) },
      idle: { LineEditor.of($0).idle() },
      busy: { LineEditor.of($0).eraseHint() },
      redraw: { owner, isResized in LineEditor.of(owner).redraw(isResized: isResized) })
    editor = cle_open("cadre", isOnError, Unmanaged.passUnretained(self).toOpaque(), callbacks)
    guard let editor else { return nil }
    if !cle_can_paint(editor) { (self.canPaint, self.hasColour) = (false, false) }
    for key in Key.allCases { cle_add(editor, key.rawValue, key.name, "cadre's own") }
    cle_set_keys(editor, "emacs")
    KeyBindings.bind(editor)
    cle_read_settings(editor)
    if cle_is_vi(editor) { KeyBindings.bind(editor) }
    for entry in history.entries { cle_history_add(editor, entry) }
  }

  deinit { cle_close(editor) }

  /// Whether the terminal is still there: closed, it ends every line.
  var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> LineEditor {
    guard let owner else { preconditionFailure("libedit called without its owner") }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  // MARK: reading

  /// - Parameters:
  ///   - guide: what is said about the line while it is typed
  func read(_ prompt: Prompt, _ guide: LineGuide) -> Input {
    self.prompt = prompt
    self.guide = guide
    defer { self.guide = nil }
    applyKeys()
    cle_set_prompt(editor, hasColour ? prompt.coloured : prompt.text)
    (isInterrupted, place, typed, past, shownHint) = (false, nil, "", [], "")
    isInSearch = false
    var length: Int32 = 0
    let line = cle_line(editor, &length)
    // The terminal has shown ^C by itself.
    if length == -2 { Performer.write("\n", to: screen) }
    if isInterrupted || length == -2 { return .interrupted }
    guard let line, length >= 0 else { return .end }
    return .text(String(decoding: UnsafeRawBufferPointer(start: line, count: Int(length)), as: UTF8.self))
  }

  /// Keeps what was typed, to be found again.
  /// - Returns: whether it is kept
  func remember(_ text: String) -> Bool {
    let count = history.entries.count
    guard history.add(text) else { return false }
    if history.entries.count == count + 1 {
      cle_history_add(editor, text)
    } else {
      // It stood there before, where it is no more.
      cle_history_clear(editor)
      for entry in history.entries { cle_history_add(editor, entry) }
    }
    return true
  }

  private func applyKeys() {
    guard settings.keys != chosen else { return }
    chosen = settings.keys
    // What the user has bound is bound again, and whatever keys that chooses give way to those that were asked for.
    cle_set_keys(editor, chosen == .vi ? "vi" : "emacs")
    KeyBindings.bind(editor)
    cle_read_settings(editor)
    let isVi = cle_is_vi(editor)
    if chosen != .auto, isVi != (chosen == .vi) { cle_set_keys(editor, chosen == .vi ? "vi" : "emacs") }
    if chosen == .auto ? isVi : isVi != (chosen == .vi) { KeyBindings.bind(editor) }
  }

  // MARK: the line

  var draft: Draft {
    var text: UnsafePointer<CChar>?
    var length: Int32 = 0
    let cursor = cle_text(editor, &text, &length)
    func decoded(_ count: Int32) -> String {
      String(decoding: UnsafeRawBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    }
    return Draft(text: decoded(length), cursor: decoded(cursor).unicodeScalars.count)
  }

  /// Whether the line shows a search of the history, which libedit writes behind it.
  func isSearching(_ draft: Draft) -> Bool {
    guard let line = draft.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().last else {
      return false
    }
    return ["bck:", "bck?", "fwd:", "fwd?"].contains { line.hasPrefix($0) }
  }

  func replace(with draft: Draft) {
    let now = self.draft
    let count = now.text.unicodeScalars.count
    move(by: count - now.cursor)
    if count > 0 { cle_delete(editor, Int32(clamping: count)) }
    if !draft.text.isEmpty { cle_insert(editor, draft.text) }
    move(by: draft.cursor - draft.text.unicodeScalars.count)
  }

  func move(by scalars: Int) {
    if scalars != 0 { cle_move(editor, Int32(clamping: scalars)) }
  }
}
