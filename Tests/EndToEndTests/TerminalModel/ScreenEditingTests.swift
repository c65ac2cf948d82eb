import BuiltProgram
import Testing

@Suite struct ScreenEditingTests {
  /// Four rows of six, the cursor in the second row on `c`.
  private func edited(_ sequence: String, kind: TerminalScreen.Kind = .xterm) -> TerminalScreen {
    var screen = TerminalScreen(columns: 6, rows: 4, kind: kind)
    screen.feed("111111\r\nabcdef\r\n333333\r\n444444\u{1B}[2;3H" + sequence)
    return screen
  }

  @Test(arguments: [
    ("\u{1B}[K", ["111111", "ab", "333333", "444444"]),
    ("\u{1B}[0K", ["111111", "ab", "333333", "444444"]),
    ("\u{1B}[1K", ["111111", "   def", "333333", "444444"]),
    ("\u{1B}[2K", ["111111", "", "333333", "444444"]),
    ("\u{1B}[J", ["111111", "ab", "", ""]),
    ("\u{1B}[1J", ["", "   def", "333333", "444444"]),
    ("\u{1B}[2J", ["", "", "", ""]),
    ("\u{1B}[X", ["111111", "ab def", "333333", "444444"]),
    ("\u{1B}[2X", ["111111", "ab  ef", "333333", "444444"]),
    ("\u{1B}[99X", ["111111", "ab", "333333", "444444"]),
    ("\u{1B}[P", ["111111", "abdef", "333333", "444444"]),
    ("\u{1B}[3P", ["111111", "abf", "333333", "444444"]),
    ("\u{1B}[99P", ["111111", "ab", "333333", "444444"]),
    ("\u{1B}[@", ["111111", "ab cde", "333333", "444444"]),
    ("\u{1B}[3@", ["111111", "ab   c", "333333", "444444"]),
    ("\u{1B}[99@", ["111111", "ab", "333333", "444444"]),
    ("\u{1B}[4hxy\u{1B}[4lz", ["111111", "abxyzd", "333333", "444444"]),
    ("\u{1B}[L", ["111111", "", "abcdef", "333333"]),
    ("\u{1B}[2L", ["111111", "", "", "abcdef"]),
    ("\u{1B}[M", ["111111", "333333", "444444", ""]),
    ("\u{1B}[99M", ["111111", "", "", ""]),
    ("\u{1B}[S", ["abcdef", "333333", "444444", ""]),
    ("\u{1B}[2T", ["", "", "111111", "abcdef"]),
    ("\u{1B}M\u{1B}M", ["", "111111", "abcdef", "333333"]),
    ("\u{1B}[2;3r\u{1B}[3;1H\n", ["111111", "333333", "", "444444"]),
    ("\u{1B}[2;3r\u{1B}[2;1H\u{1B}M", ["111111", "", "abcdef", "444444"]),
    ("\u{1B}[2;3r\u{1B}[2;1H\u{1B}[M", ["111111", "333333", "", "444444"]),
    ("\u{1B}[4bx", ["111111", "ab4444", "x33333", "444444"]),
  ])
  func erasesAndMoves(_ sequence: String, _ lines: [String]) {
    for kind in [TerminalScreen.Kind.xterm, .tmux] {
      let screen = edited(sequence, kind: kind)
      #expect(screen.lines == lines, "\(kind)")
      #expect(screen.unknown.isEmpty)
    }
  }

  @Test(arguments: [
    ("\u{1B}[A", 0, 2), ("\u{1B}[9A", 0, 2), ("\u{1B}[2B", 3, 2), ("\u{1B}[2C", 1, 4), ("\u{1B}[99C", 1, 5),
    ("\u{1B}[D", 1, 1), ("\u{1B}[0D", 1, 1), ("\u{1B}[9D", 1, 0), ("\u{1B}[E", 2, 0), ("\u{1B}[F", 0, 0),
    ("\u{1B}[5G", 1, 4), ("\u{1B}[4d", 3, 2), ("\u{1B}[H", 0, 0), ("\u{1B}[3;2f", 2, 1), ("\u{1B}[;4H", 0, 3),
    ("\u{1B}[99;99H", 3, 5), ("\u{1B}7\u{1B}[H\u{1B}8", 1, 2), ("\u{1B}[s\u{1B}[H\u{1B}[u", 1, 2), ("\u{1B}D", 2, 2),
    ("\u{1B}E", 2, 0), ("\u{1B}M", 0, 2), ("\u{1B}c", 0, 0),
  ])
  func moves(_ sequence: String, _ row: Int, _ column: Int) {
    let screen = edited(sequence)
    #expect(screen.cursor == (row, column))
    #expect(screen.unknown.isEmpty)
  }

  @Test func erasedCellsTakeTheBackground() {
    let screen = edited("\u{1B}[44;1m\u{1B}[K")
    #expect(screen.cell(1, 4).text == " ")
    #expect(screen.cell(1, 4).style.background == .indexed(4))
    #expect(!screen.cell(1, 4).style.isBold)
    #expect(screen.cell(1, 1).style.background == .standard)
  }

  @Test func anErasedScreenIsKeptByTmux() {
    #expect(edited("\u{1B}[2J").history.isEmpty)
    #expect(edited("\u{1B}[2J", kind: .tmux).history == ["111111", "abcdef", "333333", "444444"])
    #expect(edited("\u{1B}[2J\u{1B}[3J", kind: .tmux).history.isEmpty)
  }

  @Test func anErasedEndOfARowEndsItsWrap() {
    var screen = TerminalScreen(columns: 6, rows: 4)
    screen.feed("abcdefgh\u{1B}[A\u{1B}[K")
    #expect(!screen.isWrapped(row: 0))
    #expect(screen.text == "ab\ngh")
  }
}
