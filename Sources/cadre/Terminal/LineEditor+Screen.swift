import CLineEditor
import Shell

/// What is seen besides what libedit draws.
extension LineEditor {
  private var size: (columns: Int, rows: Int) {
    var (columns, rows): (Int32, Int32) = (80, 24)
    _ = cle_terminal_size(screen, &columns, &rows)
    return (Int(columns), Int(rows))
  }

  private func layout(_ draft: Draft) -> LineLayout {
    LineLayout(draft.text, promptWidth: prompt.width, columns: size.columns) { Int(cle_width($0.value)) }
  }

  /// Below the input, which is then drawn again.
  func show(_ list: CandidateList, below draft: Draft) {
    let (layout, size) = (layout(draft), size)
    // What is called by a control character is shown without it.
    let lines = list.lines(width: size.columns, height: size.rows - 3).map(Performer.spelled)
    let down = layout.end.row - layout.places[draft.cursor].row
    Performer.write(
      String(repeating: "\n", count: down + 1) + "\r" + lines.map { $0 + "\r\n" }.joined(), to: screen)
    cle_refresh(editor)
  }

  func hint(_ draft: Draft) -> String {
    guard settings.hasHints, !settings.isPlain, canPaint, draft.cursor == draft.text.unicodeScalars.count,
      !isSearching(draft)
    else { return "" }
    return guide?.hint(for: draft.text, history) ?? ""
  }

  /// Nothing more is to be read at the moment.
  func idle() {
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
  func eraseHint() {
    if !shownHint.isEmpty { Performer.write("\u{1B}[K", to: screen) }
    shownHint = ""
  }

  /// - Parameter isResized: whether what stands on the screen was moved by the terminal; else the screen is another
  func redraw(isResized: Bool) {
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
