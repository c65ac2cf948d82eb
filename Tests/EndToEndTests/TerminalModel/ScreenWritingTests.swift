import BuiltProgram
import Testing

@Suite struct ScreenWritingTests {
  private func screen(_ text: String, kind: TerminalScreen.Kind = .xterm, columns: Int = 10) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: 4, kind: kind)
    screen.feed(text)
    return screen
  }

  @Test func lastColumnLeavesTheCursorOnIt() {
    let screen = screen("0123456789")
    #expect(screen.cursor == (0, 9))
    #expect(screen.isWrapPending)
    #expect(!screen.isWrapped(row: 0))
    #expect(screen.lines == ["0123456789", "", "", ""])
  }

  @Test func oneMoreCharacterGoesToTheNextRow() {
    let screen = screen("0123456789a")
    #expect(screen.cursor == (1, 1))
    #expect(!screen.isWrapPending)
    #expect(screen.isWrapped(row: 0))
    #expect(screen.text == "0123456789\na")
    #expect(screen.unwrapped == "0123456789a")
  }

  @Test(arguments: ["\r", "\u{8}", "\u{1B}[C", "\u{1B}[A", "\u{1B}[1;10H", "\u{1B}[G", "\u{1B}[K"])
  func movingEndsAPendingWrap(_ move: String) {
    let screen = screen("0123456789" + move + "x")
    #expect(!screen.isWrapped(row: 0))
    #expect(screen.row(1).isEmpty)
  }

  @Test func aLineFeedInAPendingWrapDoesNotWrapTwice() {
    let screen = screen("0123456789\r\nx")
    #expect(screen.lines == ["0123456789", "x", "", ""])
    #expect(!screen.isWrapped(row: 0))
  }

  @Test func stepsToTheLeftFromAPendingWrapDifferForTmux() {
    #expect(screen("0123456789\u{8}").cursor == (0, 8))
    #expect(screen("0123456789\u{8}", kind: .tmux).cursor == (0, 9))
    #expect(screen("0123456789\u{1B}[3D").cursor == (0, 6))
    #expect(screen("0123456789\u{1B}[3D", kind: .tmux).cursor == (0, 7))
  }

  @Test func theEndOfTheRowIsErasedUnderAPendingWrapByXtermAlone() {
    #expect(screen("0123456789\u{1B}[K").row(0) == "012345678")
    #expect(screen("0123456789\u{1B}[K", kind: .tmux).row(0) == "0123456789")
  }

  @Test func withoutWrappingTheLastColumnIsWrittenOver() {
    let screen = screen("\u{1B}[?7l0123456789abc")
    #expect(screen.lines == ["012345678c", "", "", ""])
    #expect(!screen.isWrapPending)
  }

  @Test func wideCharactersTakeTwoCells() {
    let screen = screen("a界b🙂")
    #expect(screen.cursor == (0, 6))
    #expect(screen.cell(0, 1).text == "界" && screen.cell(0, 1).width == 2)
    #expect(screen.cell(0, 2).text.isEmpty && screen.cell(0, 2).width == 0)
    #expect(screen.cell(0, 3).text == "b")
    #expect(screen.row(0) == "a界b🙂")
  }

  @Test func aWideCharacterThatDoesNotFitGoesToTheNextRow() {
    let screen = screen("012345678界")
    #expect(screen.lines == ["012345678", "界", "", ""])
    #expect(screen.isWrapped(row: 0))
    #expect(screen.cursor == (1, 2))
    #expect(screen.unwrapped == "012345678界")
  }

  @Test func aWideCharacterMayEndARow() {
    let screen = screen("01234567界")
    #expect(screen.cursor == (0, 9))
    #expect(screen.isWrapPending)
  }

  @Test func halfOfAWideCharacterCannotStand() {
    #expect(screen("a界b\u{1B}[2Gx").row(0) == "ax b")
    #expect(screen("a界b\u{1B}[3Gx").row(0) == "a xb")
    #expect(screen("a界b\u{1B}[3G\u{1B}[X").row(0) == "a  b")
    #expect(screen("a界b\u{1B}[3G\u{1B}[P").row(0) == "a b")
    #expect(screen("a界b\u{1B}[3G\u{1B}[@").row(0) == "a   b")
  }

  @Test func marksJoinTheCharacterBefore() {
    let screen = screen("e\u{301}x")
    #expect(screen.cell(0, 0).text == "e\u{301}")
    #expect(screen.cursor == (0, 2))
    var edge = self.screen("012345678e")
    edge.feed("\u{301}")
    #expect(edge.isWrapPending)
    #expect(edge.cell(0, 9).text == "e\u{301}")
    #expect(self.screen("界\u{301}").cell(0, 0).text == "界\u{301}")
  }

  @Test func charactersMayComeInPieces() {
    var screen = TerminalScreen(columns: 10, rows: 2)
    for byte in "é界🙂\u{1B}[1;31mx".utf8 { screen.feed([byte]) }
    #expect(screen.row(0) == "é界🙂x")
    #expect(screen.cell(0, 5).style.isBold)
    #expect(screen.unknown.isEmpty)
  }

  @Test func whatIsNotTextIsShownAsSuch() {
    var screen = TerminalScreen(columns: 10, rows: 2)
    screen.feed([0xE7, 0x95] + Array("a".utf8) + [0xFF, 0xC0, 0xC3, 0x0D])
    #expect(screen.row(0) == "\u{FFFD}a\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(screen.cursor == (0, 0))
  }

  @Test func controls() {
    var screen = screen("a\tb\u{7}\u{7}\n", columns: 20)
    #expect(screen.row(0) == "a       b")
    #expect(screen.bells == 2)
    #expect(screen.cursor == (1, 9))
    screen.feed("\u{1B}[Z")
    #expect(screen.cursor.column == 8)
    screen.feed("\u{1B}[\r5C")
    #expect(screen.cursor.column == 5)
    #expect(screen.unknown.isEmpty)
  }

  @Test func whatScrollsOffIsKept() {
    let screen = screen("a\r\nb\r\nc\r\nd\r\ne\r\nf")
    #expect(screen.history == ["a", "b"])
    #expect(screen.text == "c\nd\ne\nf")
    #expect(screen.everything == "a\nb\nc\nd\ne\nf")
  }

  @Test func backspaceGoesBackOverAWrapInTmuxAlone() {
    #expect(screen("0123456789ab\r\u{8}", kind: .tmux).cursor == (0, 9))
    #expect(screen("0123456789ab\r\u{8}").cursor == (1, 0))
  }
}
