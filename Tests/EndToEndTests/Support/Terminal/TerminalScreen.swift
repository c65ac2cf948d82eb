/// What a terminal shows of what a program sent to it: xterm, or tmux, with the terminfo entries `xterm-256color` and
/// `tmux-256color`.
public struct TerminalScreen: Sendable {
  /// Terminals differ in what few programs depend on, and in how they take another size.
  public enum Kind: Sendable {
    /// xterm, and others that follow it. xterm itself does not cut rows anew when its width changes: that is from VTE.
    case xterm
    /// As tmux 3.3 does it: moves from a pending wrap begin past the last column, rows erased whole from the top of the
    /// screen go to the scrollback, and rows below the cursor are lost when the height shrinks.
    case tmux

    /// The kind that the value of TERM stands for.
    public init(named name: String?) {
      self = name?.hasPrefix("tmux") == true || name?.hasPrefix("screen") == true ? .tmux : .xterm
    }
  }

  public let kind: Kind
  /// Bells that were rung.
  public internal(set) var bells = 0
  /// Sequences that mean nothing to a terminal of these kinds, or nothing here: a test may ask that there are none.
  public internal(set) var unknown: [String] = []
  /// Sequences that a terminal would answer: where the cursor is, what it is.
  public internal(set) var queries: [String] = []
  /// What was sent as `ESC ]`, a title for instance.
  public internal(set) var commands: [String] = []
  /// How characters that are written from now on are drawn.
  public internal(set) var style = TerminalStyle()

  var buffer: TerminalBuffer
  /// The main screen while the alternate one is shown.
  var hidden: TerminalBuffer?
  var hiddenStyle = TerminalStyle()
  /// Private modes that are on: 7 and 25 are when a terminal starts.
  var modes: Set<Int> = [7, 25]
  var isInserting = false
  var tabStops: Set<Int> = []
  var saved: Saved?
  /// What `CSI b` repeats.
  var lastWritten: Unicode.Scalar?
  private var parser = TerminalParser()

  struct Saved: Sendable {
    var cursor: TerminalBuffer.Cursor
    var style: TerminalStyle
  }

  public init(columns: Int, rows: Int, kind: Kind = .xterm) {
    precondition(columns > 1 && rows > 0)
    self.kind = kind
    buffer = TerminalBuffer(columns: columns, rows: rows, kind: kind, keepsHistory: true)
    resetTabStops()
  }

  // MARK: Being written to

  public mutating func feed(_ text: String) { feed(Array(text.utf8)) }

  /// Takes what a program sends. It may be cut anywhere, also within a character or a sequence.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    // The parser is taken out for the while, so that what it gives may change the rest.
    var parser = self.parser
    for byte in bytes {
      parser.feed(byte) { perform($0) }
    }
    self.parser = parser
  }

  /// Takes another size, as when the user drags the edge of the window.
  public mutating func resize(columns: Int, rows: Int) {
    precondition(columns > 1 && rows > 0)
    guard columns != buffer.columns || rows != buffer.rows else { return }
    let isWider = columns != buffer.columns
    buffer.resize(columns: columns, rows: rows)
    hidden?.resize(columns: columns, rows: rows)
    if isWider { resetTabStops() }
  }

  mutating func resetTabStops() {
    tabStops = Set(stride(from: 8, to: buffer.columns, by: 8))
  }

  // MARK: Being looked at

  public var columns: Int { buffer.columns }
  public var rows: Int { buffer.rows }

  /// What is on the screen, row by row, without blanks at the end.
  public var lines: [String] { buffer.lines[buffer.top...].map(\.trimmed) }

  /// One row, without blanks at the end.
  public func row(_ number: Int) -> String { buffer.lines[buffer.top + number].trimmed }

  /// The screen in one text, without the empty rows at the end.
  public var text: String { joined(from: 0, wrapped: false, inHistory: false) }

  /// What has left the screen at the top.
  public var history: [String] { buffer.lines[..<buffer.top].map(\.trimmed) }

  /// The scrollback and the screen, without the empty rows at the end.
  public var everything: String { joined(from: 0, wrapped: false, inHistory: true) }

  /// The scrollback and the screen with rows that were wrapped joined again: what would be copied out of it.
  public var unwrapped: String { joined(from: 0, wrapped: true, inHistory: true) }

  /// Where the cursor is, from 0. It stands on the last column while a wrap is pending.
  public var cursor: (row: Int, column: Int) { (buffer.cursor.row, buffer.cursor.column) }

  /// The last column has been written, and the next character goes to the next row.
  public var isWrapPending: Bool { buffer.cursor.isWrapPending }

  /// Whether a row goes on in the next because the right edge was reached.
  public func isWrapped(row: Int) -> Bool { buffer.lines[buffer.top + row].isWrapped }

  public func cell(_ row: Int, _ column: Int) -> TerminalCell { buffer.lines[buffer.top + row][column] }

  public var showsCursor: Bool { modes.contains(25) }
  public var isAlternate: Bool { hidden != nil }
  /// Whether the program asked that pasted text be marked.
  public var marksPastes: Bool { modes.contains(2004) }
  /// Whether a private mode (`CSI ? n h`) is on.
  public func isOn(mode: Int) -> Bool { modes.contains(mode) }

  /// Rows from a place in the scrollback on (counted from its start), or from one on the screen.
  func joined(from first: Int, wrapped: Bool, inHistory: Bool) -> String {
    var text = ""
    var first = min(inHistory ? first : buffer.top + first, buffer.lines.count)
    // A row that the one before goes on in is no beginning.
    while wrapped, first > 0, buffer.lines[first - 1].isWrapped { first -= 1 }
    for line in buffer.lines[first...] {
      if wrapped && line.isWrapped { text += line.text } else { text += line.trimmed + "\n" }
    }
    // A line break is a Character of its own only where no carriage return stands before it, which no cell holds.
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
