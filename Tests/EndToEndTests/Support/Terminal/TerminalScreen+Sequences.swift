extension TerminalScreen {
  /// ESC and what follows it, where that is no bracket.
  mutating func escape(_ name: String) {
    switch name {
    case "7": saved = Saved(cursor: buffer.cursor, style: style)
    case "8": restore()
    case "D": lineFeed()
    case "E":
      move(toColumn: 0)
      buffer.lineFeed(as: style)
    case "H": tabStops.insert(cursor.column)
    case "M":
      if kind == .xterm { buffer.cursor.isWrapPending = false }
      buffer.reverseLineFeed(as: style)
    case "c": reset()
    // What keys of the keypad send.
    case "=", ">": break
    // A flash, which `tmux-256color` has.
    case "g" where kind == .tmux: bells += 1
    // Sets of characters.
    case _ where name.count == 2 && "()*+".contains(name.first ?? " "): break
    default: unknown.append("ESC" + name)
    }
  }

  /// As after being switched on; the scrollback stays.
  private mutating func reset() {
    if let main = hidden { buffer = main }
    (hidden, style, modes, saved, isInserting) = (nil, TerminalStyle(), [7, 25], nil, false)
    buffer.region = 0...(rows - 1)
    resetTabStops()
    buffer.eraseAll(as: style)
    move(toRow: 0, toColumn: 0)
  }

  mutating func restore() {
    guard let saved else {
      move(toRow: 0, toColumn: 0)
      return
    }
    style = saved.style
    move(toRow: saved.cursor.row, toColumn: saved.cursor.column)
    // The screen may have another width by now.
    if kind == .xterm { buffer.cursor.isWrapPending = saved.cursor.isWrapPending && cursor.column == columns - 1 }
  }

  /// `ESC [`.
  mutating func sequence(_ sequence: TerminalParser.ControlSequence) {
    let isKnown =
      moving(sequence) || editing(sequence) || setting(sequence) || asking(sequence)
    if !isKnown { unknown.append(sequence.written) }
  }

  private mutating func moving(_ sequence: TerminalParser.ControlSequence) -> Bool {
    let count = sequence.parameter(0, or: 1)
    switch sequence.name {
    case "A": moveVertically(-count)
    case "B", "e": moveVertically(count)
    case "C", "a": move(toColumn: cursor.column + count)
    case "D": moveLeft(count)
    case "E":
      moveVertically(count)
      move(toColumn: 0)
    case "F":
      moveVertically(-count)
      move(toColumn: 0)
    case "G", "`": move(toColumn: count - 1)
    case "H", "f": move(toRow: count - 1, toColumn: sequence.parameter(1, or: 1) - 1)
    case "d":
      let isPast = kind == .tmux && buffer.cursor.isWrapPending
      move(toRow: count - 1, toColumn: cursor.column)
      buffer.cursor.isWrapPending = isPast
    case "I" where kind == .xterm: for _ in 0..<count { tab() }
    case "Z": for _ in 0..<count { tabBack() }
    case "s": saved = Saved(cursor: buffer.cursor, style: style)
    case "u": restore()
    default: return false
    }
    return true
  }

  private mutating func editing(_ sequence: TerminalParser.ControlSequence) -> Bool {
    let count = sequence.parameter(0, or: 1)
    let kindOfErase = sequence.parameter(0)
    switch sequence.name {
    case "J" where kindOfErase <= 3: eraseDisplay(kindOfErase)
    case "K" where kindOfErase <= 2: eraseLine(kindOfErase)
    case "X": eraseCells(count)
    case "P": removeCells(count)
    case "@": insertCells(count)
    case "L": if beginEditingRows() { buffer.insertRows(count, at: cursor.row, as: style) }
    case "M": if beginEditingRows() { buffer.removeRows(count, at: cursor.row, as: style) }
    case "S": buffer.scrollUp(count, as: style)
    case "T" where sequence.parameters.count <= 1: buffer.scrollDown(count, as: style)
    case "b":
      guard let lastWritten else { return true }
      for _ in 0..<count { write(lastWritten) }
    default: return false
    }
    return true
  }

  /// Questions are kept, and not answered.
  private mutating func asking(_ sequence: TerminalParser.ControlSequence) -> Bool {
    switch sequence.name {
    case "c", ">c", "=c", "n", "?n", ">q", "x", "$p", "?$p": queries.append(sequence.written)
    default: return false
    }
    return true
  }
}
