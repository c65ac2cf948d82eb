/// One row of a terminal's screen or scrollback. Cells that were never written, or were erased, may be missing.
struct TerminalLine: Equatable, Sendable {
  var cells: [TerminalCell] = []
  /// Whether what is written here goes on in the next row, because the right edge was reached.
  var isWrapped = false

  /// An empty row; one with a coloured background is full of cells.
  init(columns: Int, erasedAs style: TerminalStyle = TerminalStyle()) {
    if style.background != .standard {
      cells = [TerminalCell](repeating: .blank(style.erased), count: columns)
    }
  }

  init(cells: [TerminalCell], isWrapped: Bool) {
    self.cells = cells
    self.isWrapped = isWrapped
  }

  subscript(column: Int) -> TerminalCell { column < cells.count ? cells[column] : .blank() }

  /// All that was written, spaces included.
  var text: String {
    var text = ""
    for cell in cells { text += cell.text }
    return text
  }

  /// What is seen: without blanks at the end.
  var trimmed: String {
    var text = ""
    let end = cells.lastIndex { $0.text != " " } ?? -1
    for cell in cells[..<(end + 1)] { text += cell.text }
    return text
  }

  private mutating func extend(to count: Int) {
    while cells.count < count { cells.append(.blank()) }
  }

  /// Half of a wide character cannot stand: what is cut at this column becomes blank on both sides.
  private mutating func split(at column: Int) {
    guard column > 0, column < cells.count, cells[column].width == 0 else { return }
    cells[column - 1] = .blank(cells[column - 1].style)
    cells[column] = .blank(cells[column].style)
  }

  /// Writes a character over what is there.
  mutating func put(_ cell: TerminalCell, at column: Int) {
    extend(to: column)
    split(at: column)
    split(at: column + cell.width)
    extend(to: column + cell.width)
    cells[column] = cell
    if cell.width == 2 { cells[column + 1] = TerminalCell(text: "", width: 0, style: cell.style) }
  }

  /// Erases cells; `isCut` says whether those at the end are then as if never written.
  mutating func erase(_ range: Range<Int>, as style: TerminalStyle, columns: Int, isCut: Bool) {
    split(at: range.lowerBound)
    split(at: range.upperBound)
    let isPlain = style.background == .standard
    if isPlain, isCut, range.upperBound >= cells.count {
      if cells.count > range.lowerBound { cells.removeSubrange(range.lowerBound...) }
    } else {
      if !isPlain { extend(to: range.upperBound) }
      for column in range where column < cells.count { cells[column] = .blank(style.erased) }
    }
  }

  /// Moves what is at a column and after it to the right; what passes the edge is lost. `isFilled` says whether all cells
  /// that moved count as written.
  mutating func insert(_ count: Int, at column: Int, as style: TerminalStyle, columns: Int, isFilled: Bool) {
    guard isFilled || column < cells.count || style.background != .standard else { return }
    if isFilled { extend(to: columns) }
    extend(to: column)
    split(at: column)
    cells.insert(contentsOf: [TerminalCell](repeating: .blank(style.erased), count: count), at: column)
    truncate(to: columns)
  }

  /// Takes cells out, and moves what is after them to the left.
  mutating func remove(_ count: Int, at column: Int, as style: TerminalStyle, columns: Int, isFilled: Bool) {
    if isFilled, column + count < columns { extend(to: columns) }
    split(at: column)
    split(at: column + count)
    if column < cells.count { cells.removeSubrange(column..<min(column + count, cells.count)) }
    guard style.background != .standard else { return }
    extend(to: columns - count)
    while cells.count < columns { cells.append(.blank(style.erased)) }
  }

  /// Loses what is past the right edge.
  mutating func truncate(to columns: Int) {
    guard cells.count > columns else { return }
    split(at: columns)
    cells.removeSubrange(columns...)
  }
}
