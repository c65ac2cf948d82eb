extension TerminalScreen {
  /// Does what one character or sequence asks for.
  mutating func perform(_ item: TerminalParser.Item) {
    switch item {
    case .scalar(let scalar): write(scalar)
    case .control(let byte): control(byte)
    case .escape(let name): escape(name)
    case .sequence(let sequence): self.sequence(sequence)
    case .command(let text): commands.append(text)
    case .unknown(let text): unknown.append(text)
    }
  }

  /// Puts a character where the cursor is.
  mutating func write(_ scalar: Unicode.Scalar) {
    // Controls of eight bits: nobody sends them in UTF-8.
    guard !(0x80...0x9F).contains(scalar.value) else {
      unknown.append("U+00" + String(scalar.value, radix: 16, uppercase: true))
      return
    }
    let width = scalar.terminalWidth
    guard width > 0 else {
      combine(scalar)
      return
    }
    let wraps = modes.contains(7)
    if buffer.cursor.isWrapPending || buffer.cursor.column + width > columns {
      // A wide character that does not fit, and may not go to the next row, is not shown.
      guard wraps else { return }
      wrap()
    }
    let (row, column) = cursor
    if isInserting {
      buffer.lines[buffer.top + row].insert(
        width, at: column, as: style, columns: columns, isFilled: kind == .tmux && column < columns - 1)
    }
    buffer.lines[buffer.top + row].put(
      TerminalCell(text: String(scalar), width: width, style: style), at: column)
    lastWritten = scalar
    buffer.cursor.column = min(column + width, columns - 1)
    buffer.cursor.isWrapPending = wraps && column + width == columns
  }

  private mutating func wrap() {
    buffer.lines[buffer.top + cursor.row].isWrapped = true
    buffer.cursor.column = 0
    buffer.cursor.isWrapPending = false
    buffer.lineFeed(as: style)
  }

  /// Adds a mark to the character before the cursor, which still stands on it while a wrap is pending.
  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = buffer.cursor.column - (buffer.cursor.isWrapPending ? 0 : 1)
    let index = buffer.top + cursor.row
    guard column >= 0, column < buffer.lines[index].cells.count else { return }
    if buffer.lines[index].cells[column].width == 0 { column -= 1 }
    buffer.lines[index].cells[column].text.unicodeScalars.append(scalar)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: backspace()
    case 0x09: tab()
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(toColumn: 0)
    // Nothing, and the other set of characters, which no program asks for that writes UTF-8.
    case 0x00, 0x0E, 0x0F, 0x7F: break
    default: unknown.append("0x" + String(byte, radix: 16))
    }
  }

  mutating func lineFeed() {
    // tmux stays past the last column.
    if kind == .xterm { buffer.cursor.isWrapPending = false }
    buffer.lineFeed(as: style)
  }

  private mutating func backspace() {
    if kind == .tmux, cursor.column == 0, cursor.row > 0, isWrapped(row: cursor.row - 1) {
      buffer.cursor = TerminalBuffer.Cursor(row: cursor.row - 1, column: columns - 1)
    } else {
      moveLeft(1)
    }
  }

  /// To the next stop, or the last column. tmux leaves a pending wrap alone.
  mutating func tab() {
    if kind == .tmux, buffer.cursor.isWrapPending { return }
    move(toColumn: tabStops.filter { $0 > cursor.column }.min() ?? columns - 1)
  }

  mutating func tabBack() {
    move(toColumn: tabStops.filter { $0 < cursor.column }.max() ?? 0)
  }

  mutating func move(toRow row: Int? = nil, toColumn column: Int) {
    buffer.cursor = TerminalBuffer.Cursor(
      row: min(max(row ?? cursor.row, 0), rows - 1), column: min(max(column, 0), columns - 1))
  }

  /// For tmux a pending wrap is a cursor past the last column, so that one step to the left ends on the last.
  mutating func moveLeft(_ count: Int) {
    let isPast = kind == .tmux && buffer.cursor.isWrapPending
    move(toColumn: cursor.column + (isPast ? 1 : 0) - count)
  }

  /// Up or down, not past the end of the region that the cursor is in.
  mutating func moveVertically(_ count: Int) {
    let low = cursor.row >= buffer.region.lowerBound ? buffer.region.lowerBound : 0
    let high = cursor.row <= buffer.region.upperBound ? buffer.region.upperBound : rows - 1
    move(toRow: min(max(cursor.row + count, low), high), toColumn: cursor.column)
  }
}
