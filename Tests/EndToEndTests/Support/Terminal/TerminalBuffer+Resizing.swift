extension TerminalBuffer {
  /// Takes another size. Rows that were wrapped are joined and cut anew, where there is a scrollback to take what is too
  /// much: the alternate screen is redrawn by whoever uses it.
  mutating func resize(columns newColumns: Int, rows newRows: Int) {
    var line = top + cursor.row
    if newRows != rows { line = take(rows: newRows, cursorLine: line) }
    if newColumns != columns {
      if keepsHistory {
        line = reflow(to: newColumns, cursorLine: line)
      } else {
        for index in lines.indices { lines[index].truncate(to: newColumns) }
        columns = newColumns
        cursor.column = min(cursor.column, columns - 1)
        cursor.isWrapPending = false
      }
    }
    // tmux sends a cursor whose row has left the screen to the corner.
    if line < top { (line, cursor.column, cursor.isWrapPending) = (top, 0, false) }
    cursor.row = min(line - top, rows - 1)
    region = 0...(rows - 1)
  }

  /// Takes another number of rows, and gives where the cursor's is then.
  private mutating func take(rows newRows: Int, cursorLine: Int) -> Int {
    var line = cursorLine
    if newRows < rows {
      var surplus = rows - newRows
      // tmux drops whatever is below the cursor, others only what is empty.
      while surplus > 0, lines.count - 1 > line, kind == .tmux || lines[lines.count - 1].cells.isEmpty {
        lines.removeLast()
        surplus -= 1
      }
      if keepsHistory {
        returnable += surplus
      } else {
        // Without a scrollback what is above the cursor goes, then what is below it.
        let above = min(surplus, line)
        lines.removeFirst(above)
        line -= above
        lines.removeLast(surplus - above)
      }
    } else {
      let wanted = newRows - rows
      let given = keepsHistory ? min(wanted, kind == .tmux ? returnable : top) : 0
      returnable = max(0, returnable - given)
      lines += [TerminalLine](repeating: TerminalLine(columns: columns), count: wanted - given)
    }
    rows = newRows
    // A cursor above the rows that are left keeps its character in sight.
    if kind == .xterm, line < top {
      lines.removeLast(top - line)
    }
    return line
  }

  /// Cuts all rows to another width, and gives where the cursor's is then.
  private mutating func reflow(to newColumns: Int, cursorLine: Int) -> Int {
    let before = lines.count
    var emptyBelow = 0
    while before - emptyBelow - 1 > cursorLine, lines[before - emptyBelow - 1].cells.isEmpty { emptyBelow += 1 }
    var result: [TerminalLine] = []
    var newLine = 0
    var newColumn = 0
    var start = 0
    while start < lines.count {
      var end = start
      while lines[end].isWrapped, end + 1 < lines.count { end += 1 }
      let pieces = TerminalBuffer.cut(lines[start...end], to: newColumns)
      if (start...end).contains(cursorLine) {
        let place = newPlace(in: pieces, from: start, cursorLine: cursorLine)
        (newLine, newColumn) = (result.count + place.piece, place.column)
      }
      followReturnable(rows: start...end, at: result.count, count: pieces.count)
      result += pieces
      start = end + 1
    }
    // Empty rows below the cursor make room for what has become longer; tmux scrolls instead.
    if kind == .xterm { result.removeLast(min(emptyBelow, max(0, result.count - before))) }
    while result.count < rows { result.append(TerminalLine(columns: newColumns)) }
    lines = result
    columns = newColumns
    returnable = min(returnable, top)
    cursor.isWrapPending = newColumn >= newColumns
    cursor.column = min(newColumn, newColumns - 1)
    return newLine
  }

  /// Rows that become more, or fewer, move the place from which on tmux gives rows back.
  private mutating func followReturnable(rows: ClosedRange<Int>, at index: Int, count: Int) {
    let gone = rows.count - count
    if gone < 0, rows.lowerBound <= returnable { returnable -= gone }
    if gone > 0, returnable > index { returnable = max(index, returnable - gone) }
  }

  /// The cells of rows that belong together, in rows of another width.
  private static func cut(_ lines: ArraySlice<TerminalLine>, to columns: Int) -> [TerminalLine] {
    var pieces = [TerminalLine(cells: [], isWrapped: false)]
    for line in lines {
      for (index, cell) in line.cells.enumerated() where cell.width > 0 {
        if pieces[pieces.count - 1].cells.count + cell.width > columns {
          pieces[pieces.count - 1].isWrapped = true
          pieces.append(TerminalLine(cells: [], isWrapped: false))
        }
        pieces[pieces.count - 1].cells.append(cell)
        if cell.width == 2, index + 1 < line.cells.count {
          pieces[pieces.count - 1].cells.append(line.cells[index + 1])
        }
      }
    }
    // Where the last row went on into one that is no longer there, it still does.
    pieces[pieces.count - 1].isWrapped = lines.last?.isWrapped ?? false
    return pieces
  }

  /// Where the cursor is among rows that were cut anew. A column that is one past the last stands for a pending wrap.
  private func newPlace(in pieces: [TerminalLine], from start: Int, cursorLine: Int) -> (piece: Int, column: Int) {
    let used = lines[cursorLine].cells.count
    let column = cursor.column + (cursor.isWrapPending ? 1 : 0)
    // tmux puts a cursor that stands past what is written at its end.
    if kind == .tmux, column >= used { return (pieces.count - 1, pieces[pieces.count - 1].cells.count) }
    var offset = lines[start..<cursorLine].reduce(0) { $0 + $1.cells.count } + column
    for (index, piece) in pieces.enumerated() {
      if offset < piece.cells.count || index == pieces.count - 1 {
        return (index, offset)
      }
      offset -= piece.cells.count
    }
    return (0, 0)
  }
}
