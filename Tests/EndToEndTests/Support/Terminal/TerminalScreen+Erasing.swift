extension TerminalScreen {
  /// For tmux a pending wrap is a cursor past the last column, where there is nothing to erase or to move.
  private var isPastEdge: Bool { kind == .tmux && buffer.cursor.isWrapPending }

  /// xterm stands on the last column again after any change to the row.
  private mutating func landFromEdge() {
    if kind == .xterm { buffer.cursor.isWrapPending = false }
  }

  /// To the end, to the start, or all of the row.
  mutating func eraseLine(_ which: Int) {
    defer { landFromEdge() }
    let range: Range<Int>
    switch which {
    case 0: range = isPastEdge ? 0..<0 : cursor.column..<columns
    case 1: range = 0..<(cursor.column + 1)
    default: range = 0..<columns
    }
    buffer.erase(range, inRow: cursor.row, as: style)
  }

  /// To the end, to the start, all of the screen, or the scrollback.
  mutating func eraseDisplay(_ which: Int) {
    defer { landFromEdge() }
    switch which {
    case 0:
      if kind == .tmux, cursor == (0, 0) {
        buffer.eraseAll(as: style)
      } else {
        eraseLine(0)
        buffer.eraseRows((cursor.row + 1)..<rows, as: style)
      }
    case 1:
      buffer.eraseRows(0..<cursor.row, as: style)
      eraseLine(1)
    case 2: buffer.eraseAll(as: style)
    default: buffer.eraseHistory()
    }
  }

  mutating func eraseCells(_ count: Int) {
    defer { landFromEdge() }
    guard !isPastEdge else { return }
    buffer.erase(cursor.column..<min(cursor.column + count, columns), inRow: cursor.row, as: style)
  }

  /// Opens empty cells where the cursor is.
  mutating func insertCells(_ count: Int) {
    defer { landFromEdge() }
    guard !isPastEdge else { return }
    let count = min(count, columns - cursor.column)
    // tmux then counts the row as written to its end.
    buffer.lines[buffer.top + cursor.row].insert(
      count, at: cursor.column, as: style, columns: columns, isFilled: kind == .tmux && cursor.column < columns - 1)
  }

  /// Takes cells out where the cursor is.
  mutating func removeCells(_ count: Int) {
    defer { landFromEdge() }
    guard !isPastEdge else { return }
    let count = min(count, columns - cursor.column)
    buffer.lines[buffer.top + cursor.row].remove(
      count, at: cursor.column, as: style, columns: columns, isFilled: kind == .tmux)
  }

  /// Whether rows may be inserted or removed here; xterm then stands at the start of the row.
  mutating func beginEditingRows() -> Bool {
    guard buffer.region.contains(cursor.row) else { return false }
    if kind == .xterm { move(toColumn: 0) }
    return true
  }
}
