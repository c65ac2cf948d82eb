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

  private var editor: OpaquePointer?
  private(set) var history: LineHistory
  /// What is known about the line; nil outside of ``read(_:_:)``.
  private(set) var guide: LineGuide?
  var settings = Settings()
  /// Whether anything may be painted.
  private var canPaint: Bool
  /// Whether the screen knows colours.
  private var hasColour: Bool
  /// Where the prompt is drawn, and all that belongs to it.
  let screen: Int32
  private var prompt = Prompt.plain
  private var isInterrupted = false
  /// What is painted behind the line.
  private(set) var shownHint = ""
  /// Whether a search of the history was on the screen when nothing more was to be read.
  private var isInSearch = false
  /// What stood in the line before, for undo.
  private var past: [Draft] = []
  /// Where in the history the line stands, and what had been typed before.
  private var place: Int?
  private var typed = ""
  /// What the last step through the history left.
  private var walked: Draft?
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
  private func isSearching(_ draft: Draft) -> Bool {
    guard let line = draft.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().last else {
      return false
    }
    return ["bck:", "bck?", "fwd:", "fwd?"].contains { line.hasPrefix($0) }
  }

  private func replace(with draft: Draft) {
    let now = self.draft
    let count = now.text.unicodeScalars.count
    move(by: count - now.cursor)
    if count > 0 { cle_delete(editor, Int32(clamping: count)) }
    if !draft.text.isEmpty { cle_insert(editor, draft.text) }
    move(by: draft.cursor - draft.text.unicodeScalars.count)
  }

  private func move(by scalars: Int) {
    if scalars != 0 { cle_move(editor, Int32(clamping: scalars)) }
  }

  // MARK: keys

  private func perform(_ function: Int32) -> Int32 {
    guard let key = Key(rawValue: function) else { return Int32(CLE_BEEP) }
    let draft = draft
    let count = draft.text.unicodeScalars.count
    let isAtEnd = draft.cursor == count
    // Whatever else was done to the line ends the walk through the history.
    if draft != walked { place = nil }
    switch key {
    case .complete: return complete(draft)
    case .accept:
      if StatementReader.isUnfinished(draft.text) {
        cle_insert(editor, "\n")
        return Int32(CLE_REFRESH)
      }
      move(by: count - draft.cursor)
      cle_push(editor, KeyBindings.acceptKey)
    case .interrupt:
      isInterrupted = true
      move(by: count - draft.cursor)
      cle_insert(editor, "^C")
      cle_push(editor, KeyBindings.acceptKey)
    case .leave:
      // It has ended the search, and that is enough for one key.
      if isInSearch { return Int32(CLE_REFRESH) }
      if draft.text.isEmpty { return Int32(CLE_END_OF_FILE) }
      if !isAtEnd {
        move(by: 1)
        cle_delete(editor, 1)
      } else if draft.text.contains("\n") || StatementReader.isUnfinished(draft.text) {
        // What was begun and is not finished is given up.
        isInterrupted = true
        cle_push(editor, KeyBindings.acceptKey)
      } else {
        return Int32(CLE_BEEP)
      }
    case .up, .down: return walk(draft, isUp: key == .up)
    case .right: if !isAtEnd { move(by: 1) } else { take(hint: .all) }
    case .wordRight: if isAtEnd { take(hint: .word) } else { moveWordRight(draft) }
    case .end: if isAtEnd { take(hint: .all) } else { move(by: count - draft.cursor) }
    case .lineEnd:
      guard count > 0 else { return Int32(CLE_BEEP) }
      cle_push(editor, KeyBindings.lineEndKey)
      return Int32(CLE_GOES_ON)
    case .paste:
      var length: Int32 = 0
      let bytes = cle_take_paste(editor, &length)
      let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(length)), as: UTF8.self)
      var trimmed = text[...]
      while trimmed.last == "\n" { trimmed.removeLast() }
      // libedit edits scalars: one for each letter is easier to live with.
      if !trimmed.isEmpty { cle_insert(editor, String(trimmed).precomposedStringWithCanonicalMapping) }
    case .undo:
      if past.last == draft { past.removeLast() }
      guard let before = past.popLast() else { return Int32(CLE_BEEP) }
      replace(with: before)
    }
    return Int32(CLE_REFRESH)
  }

  private enum HintPart { case all, word }

  private func take(hint part: HintPart) {
    var taken = hint(draft)[...]
    if part == .word {
      let blanks = taken.prefix { $0 == " " }
      taken = taken.prefix(blanks.count + taken.dropFirst(blanks.count).prefix { $0 != " " }.count)
    }
    if !taken.isEmpty { cle_insert(editor, String(taken)) }
  }

  private func moveWordRight(_ draft: Draft) {
    let rest = draft.text.unicodeScalars.dropFirst(draft.cursor)
    let blanks = rest.prefix { " .\n".unicodeScalars.contains($0) }.count
    move(by: blanks + rest.dropFirst(blanks).prefix { !" .\n".unicodeScalars.contains($0) }.count)
  }

  /// A row up or down where there is one; else an older or newer line that begins with what was typed.
  private func walk(_ draft: Draft, isUp: Bool) -> Int32 {
    let scalars = Array(draft.text.unicodeScalars)
    let before = scalars[..<draft.cursor].lastIndex(of: "\n")
    let after = scalars[draft.cursor...].firstIndex(of: "\n")
    if place == nil, isUp, let before {
      let start = scalars[..<before].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      move(by: min(start + draft.cursor - before - 1, before) - draft.cursor)
      return Int32(CLE_REFRESH)
    }
    if place == nil, !isUp, let after {
      let column = draft.cursor - (before.map { $0 + 1 } ?? 0)
      let end = scalars[(after + 1)...].firstIndex(of: "\n") ?? scalars.count
      move(by: min(after + 1 + column, end) - draft.cursor)
      return Int32(CLE_REFRESH)
    }
    if place == nil { typed = draft.text }
    let now = place ?? history.entries.count
    let next =
      isUp ? history.older(than: now, beginningWith: typed) : history.newer(than: now, beginningWith: typed)
    guard let next else {
      guard !isUp, place != nil else { return Int32(CLE_BEEP) }
      place = nil
      replace(with: Draft(text: typed, cursor: typed.unicodeScalars.count))
      return Int32(CLE_REFRESH)
    }
    place = next
    let entry = history.entries[next]
    let found = Draft(text: entry, cursor: entry.unicodeScalars.count)
    replace(with: found)
    walked = found
    return Int32(CLE_REFRESH)
  }

  private func complete(_ draft: Draft) -> Int32 {
    guard let guide else { return Int32(CLE_BEEP) }
    let before = String(String.UnicodeScalarView(draft.text.unicodeScalars.prefix(draft.cursor)))
    let completion = guide.completion(of: before)
    guard !completion.candidates.isEmpty else { return Int32(CLE_BEEP) }
    let word = String(String.UnicodeScalarView(before.unicodeScalars.suffix(completion.replaced)))
    var common = completion.commonPrefix
    if completion.candidates.count == 1, completion.candidates[0].isWhole { common += " " }
    if common.count > word.count {
      cle_delete(editor, Int32(clamping: completion.replaced))
      cle_insert(editor, common)
      return Int32(CLE_REFRESH)
    }
    show(CandidateList(completion.candidates), below: draft)
    return Int32(CLE_DONE)
  }

  // MARK: what is seen

  private var size: (columns: Int, rows: Int) {
    var (columns, rows): (Int32, Int32) = (80, 24)
    _ = cle_terminal_size(screen, &columns, &rows)
    return (Int(columns), Int(rows))
  }

  private func layout(_ draft: Draft) -> LineLayout {
    LineLayout(draft.text, promptWidth: prompt.width, columns: size.columns) { Int(cle_width($0.value)) }
  }

  /// Below the input, which is then drawn again.
  private func show(_ list: CandidateList, below draft: Draft) {
    let (layout, size) = (layout(draft), size)
    // What is called by a control character is shown without it.
    let lines = list.lines(width: size.columns, height: size.rows - 3).map(Performer.spelled)
    let down = layout.end.row - layout.places[draft.cursor].row
    Performer.write(
      String(repeating: "\n", count: down + 1) + "\r" + lines.map { $0 + "\r\n" }.joined(), to: screen)
    cle_refresh(editor)
  }

  private func hint(_ draft: Draft) -> String {
    guard settings.hasHints, !settings.isPlain, canPaint, draft.cursor == draft.text.unicodeScalars.count,
      !isSearching(draft)
    else { return "" }
    return guide?.hint(for: draft.text, history) ?? ""
  }

  /// Nothing more is to be read at the moment.
  private func idle() {
    let draft = draft
    isInSearch = isSearching(draft)
    guard !isInSearch else { return }
    if past.last != draft { past.append(draft) }
    guard canPaint, let guide else { return }
    let isColoured = hasColour && settings.isHighlighted
    // Without colours too: libedit loses its place where wide characters meet the edge. Who listens hears a line once.
    let spans = settings.isPlain ? nil : isColoured ? guide.spans(of: draft.text) : []
    let painter = LinePainter(
      draft, layout(draft), promptWidth: prompt.width, size: size, spans: spans, hint: hint(draft), hasColour: hasColour
    )
    shownHint = painter.shownHint
    if let text = painter.text { Performer.write(text, to: screen) }
  }

  /// Before libedit goes on it finds the screen as it left it.
  private func eraseHint() {
    if !shownHint.isEmpty { Performer.write("\u{1B}[K", to: screen) }
    shownHint = ""
  }

  /// - Parameter isResized: whether what stands on the screen was moved by the terminal; else the screen is another
  private func redraw(isResized: Bool) {
    shownHint = ""
    guard canPaint else { return cle_resize(editor) }
    let draft = draft
    var begin = "\r"
    if isResized {
      let row = layout(draft).places[draft.cursor].row
      if row > 0 { begin = "\u{1B}[\(row)A\r" }
    }
    Performer.write(begin + "\u{1B}[J", to: screen)
    cle_resize(editor)
    cle_refresh(editor)
  }
}
