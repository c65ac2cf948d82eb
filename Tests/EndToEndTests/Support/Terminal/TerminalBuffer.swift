/// Rows of a terminal, those of the scrollback first, and the cursor in them. A terminal has one, or two while the
/// alternate screen is shown.
struct TerminalBuffer: Sendable {
  struct Cursor: Equatable, Sendable {
    var row = 0
    var column = 0
    /// The last column has just been written: the cursor still stands on it, and the next character goes to the next row.
    var isWrapPending = false
  }

  let kind: TerminalScreen.Kind
  /// False on the alternate screen.
  let keepsHistory: Bool
  var columns: Int
  var rows: Int
  /// At least as many as there are rows.
  var lines: [TerminalLine]
  var cursor = Cursor()
  /// The rows that scroll.
  var region: ClosedRange<Int>
  /// How many rows of the scrollback tmux gives back when the screen becomes higher: not those of a screen that was erased.
  var returnable = 0

  init(columns: Int, rows: Int, kind: TerminalScreen.Kind, keepsHistory: Bool) {
    (self.columns, self.rows, self.kind, self.keepsHistory) = (columns, rows, kind, keepsHistory)
    lines = [TerminalLine](repeating: TerminalLine(columns: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// Where in `lines` the screen begins.
  var top: Int { lines.count - rows }

  // MARK: Scrolling

  /// Moves rows of the region up; those at the top of the screen go to the scrollback.
  mutating func scrollUp(_ count: Int, as style: TerminalStyle) {
    for _ in 0..<min(count, region.count) {
      let first = top + region.lowerBound
      let last = top + region.upperBound
      // tmux keeps what scrolls out of any region, xterm what leaves the top of the screen.
      if keepsHistory, region.lowerBound == 0 || kind == .tmux {
        let start = top
        let line = lines.remove(at: first)
        lines.insert(line, at: start)
        lines.insert(TerminalLine(columns: columns, erasedAs: style), at: last + 1)
        returnable += 1
      } else {
        lines.remove(at: first)
        lines.insert(TerminalLine(columns: columns, erasedAs: style), at: last)
      }
    }
  }

  mutating func scrollDown(_ count: Int, as style: TerminalStyle) {
    insertRows(count, at: region.lowerBound, as: style)
  }

  /// Opens empty rows; those pushed past the end of the region are lost.
  mutating func insertRows(_ count: Int, at row: Int, as style: TerminalStyle) {
    endRow(before: row)
    for _ in 0..<min(count, region.upperBound - row + 1) {
      lines.remove(at: top + region.upperBound)
      // With the row gone, `top` would be one less.
      lines.insert(TerminalLine(columns: columns, erasedAs: style), at: lines.count + 1 - rows + row)
    }
  }

  mutating func removeRows(_ count: Int, at row: Int, as style: TerminalStyle) {
    endRow(before: row)
    for _ in 0..<min(count, region.upperBound - row + 1) {
      let last = top + region.upperBound
      lines.remove(at: top + row)
      lines.insert(TerminalLine(columns: columns, erasedAs: style), at: last)
    }
  }

  /// One row down, scrolling at the end of the region.
  mutating func lineFeed(as style: TerminalStyle) {
    if cursor.row == region.upperBound {
      scrollUp(1, as: style)
    } else if cursor.row < rows - 1 {
      cursor.row += 1
    }
  }

  mutating func reverseLineFeed(as style: TerminalStyle) {
    if cursor.row == region.lowerBound {
      scrollDown(1, as: style)
    } else if cursor.row > 0 {
      cursor.row -= 1
    }
  }

  // MARK: Erasing

  mutating func erase(_ range: Range<Int>, inRow row: Int, as style: TerminalStyle) {
    guard !range.isEmpty else { return }
    let isAll = range == 0..<columns
    // tmux remembers how far a row was ever written, unless it is emptied whole: that counts when rows are cut anew.
    lines[top + row].erase(range, as: style, columns: columns, isCut: kind == .xterm || isAll)
    if isAll { endRow(before: row) }
    if isAll || (kind == .xterm && range.upperBound == columns) { lines[top + row].isWrapped = false }
  }

  /// Says that a row no longer goes on in the one given, which is another now.
  private mutating func endRow(before row: Int) {
    if top + row > 0 { lines[top + row - 1].isWrapped = false }
  }

  mutating func eraseRows(_ range: Range<Int>, as style: TerminalStyle) {
    if !range.isEmpty { endRow(before: range.lowerBound) }
    for row in range { lines[top + row] = TerminalLine(columns: columns, erasedAs: style) }
  }

  /// Empties the screen; tmux moves what was on it to the scrollback.
  mutating func eraseAll(as style: TerminalStyle) {
    if kind == .tmux, keepsHistory, let last = lines[top...].lastIndex(where: { !$0.cells.isEmpty }) {
      let count = last - top + 1
      lines.append(contentsOf: [TerminalLine](repeating: TerminalLine(columns: columns), count: count))
      returnable = 0
    }
    eraseRows(0..<rows, as: style)
  }

  mutating func eraseHistory() {
    lines.removeSubrange(..<top)
    returnable = 0
  }
}
