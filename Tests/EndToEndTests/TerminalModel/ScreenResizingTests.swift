import BuiltProgram
import Testing

@Suite struct ScreenResizingTests {
  private static let kinds: [TerminalScreen.Kind] = [.xterm, .tmux]

  private func screen(
    _ text: String, columns: Int = 10, rows: Int = 4, kind: TerminalScreen.Kind = .xterm
  ) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: rows, kind: kind)
    screen.feed(text)
    return screen
  }

  @Test(arguments: kinds) func narrower(kind: TerminalScreen.Kind) {
    var screen = screen("one\r\n> abcdefgh", kind: kind)
    #expect(screen.isWrapPending)
    screen.resize(columns: 5, rows: 4)
    #expect(screen.everything == "one\n> abc\ndefgh")
    #expect(screen.unwrapped == "one\n> abcdefgh")
    // The cursor still stands behind the h.
    screen.feed("i")
    #expect(screen.unwrapped == "one\n> abcdefghi")
  }

  @Test(arguments: kinds) func widerAndBack(kind: TerminalScreen.Kind) {
    let before = screen("one\r\n> abcdefghijk\u{1B}[2D", kind: kind)
    var screen = before
    #expect(screen.cell(screen.cursor.row, screen.cursor.column).text == "j")
    screen.resize(columns: 30, rows: 4)
    #expect(screen.lines == ["one", "> abcdefghijk", "", ""])
    #expect(screen.cursor == (1, 11))
    screen.resize(columns: 10, rows: 4)
    #expect(screen.everything == before.everything)
    #expect(screen.cell(screen.cursor.row, screen.cursor.column).text == "j")
  }

  @Test(arguments: kinds) func everyWidthKeepsTheTextAndTheCharacterUnderTheCursor(kind: TerminalScreen.Kind) {
    let text = "alpha beta\r\n界a語b漢c字d界e語f漢\r\n0123456789abcdefghijkl\u{1B}[3D"
    for width in [2, 3, 4, 5, 6, 7, 9, 11, 13, 22, 40] {
      var screen = screen(text, columns: 8, rows: 6, kind: kind)
      let before = (screen.unwrapped, screen.cell(screen.cursor.row, screen.cursor.column))
      screen.resize(columns: width, rows: 6)
      #expect(screen.unwrapped == before.0, "\(width)")
      #expect(screen.cell(screen.cursor.row, screen.cursor.column) == before.1, "\(width)")
      screen.resize(columns: 8, rows: 6)
      #expect(screen.unwrapped == before.0, "\(width)")
      #expect(screen.cell(screen.cursor.row, screen.cursor.column) == before.1, "\(width)")
    }
  }

  @Test func aWideCharacterIsNotCut() {
    var screen = screen("ab界cd")
    screen.resize(columns: 3, rows: 4)
    #expect(screen.lines == ["ab", "界c", "d", ""])
    #expect(screen.isWrapped(row: 0))
  }

  @Test(arguments: kinds) func linesThatTheProgramEndedStayApart(kind: TerminalScreen.Kind) {
    var screen = screen("0123456789\r\nab", kind: kind)
    screen.resize(columns: 20, rows: 4)
    #expect(screen.lines == ["0123456789", "ab", "", ""])
  }

  @Test(arguments: kinds) func lowerMovesRowsToTheHistory(kind: TerminalScreen.Kind) {
    var screen = screen("a\r\nb\r\nc\r\nd", kind: kind)
    screen.resize(columns: 10, rows: 2)
    #expect(screen.history == ["a", "b"])
    #expect(screen.lines == ["c", "d"])
    #expect(screen.cursor == (1, 1))
    screen.resize(columns: 10, rows: 3)
    #expect(screen.history == ["a"])
    #expect(screen.lines == ["b", "c", "d"])
    #expect(screen.cursor == (2, 1))
  }

  @Test(arguments: kinds) func lowerTakesEmptyRowsFirst(kind: TerminalScreen.Kind) {
    var screen = screen("a\r\nb", kind: kind)
    screen.resize(columns: 10, rows: 2)
    #expect(screen.history.isEmpty)
    #expect(screen.lines == ["a", "b"])
    screen.resize(columns: 10, rows: 3)
    #expect(screen.lines == ["a", "b", ""])
    #expect(screen.cursor == (1, 1))
  }

  @Test func emptyRowsBelowMakeRoomExceptInTmux() {
    var xterm = screen("one\r\n> abcdefgh")
    xterm.resize(columns: 5, rows: 4)
    #expect(xterm.lines == ["one", "> abc", "defgh", ""])
    var tmux = screen("one\r\n> abcdefgh", kind: .tmux)
    tmux.resize(columns: 5, rows: 4)
    #expect(tmux.history == ["one"])
    #expect(tmux.lines == ["> abc", "defgh", "", ""])
    #expect(tmux.cursor == (1, 4))
  }

  @Test func theMainScreenIsCutAnewBehindTheAlternateOne() {
    var screen = screen("0123456789ab\u{1B}[?1049h\u{1B}[Hmenu of it")
    screen.resize(columns: 6, rows: 4)
    #expect(screen.lines == ["menu o", "", "", ""])
    screen.feed("\u{1B}[?1049l")
    #expect(screen.text == "012345\n6789ab")
    #expect(screen.cursor == (1, 5))
    #expect(screen.isWrapPending)
  }
}
