import BuiltProgram
import Testing

@Suite struct ScreenModeTests {
  private func screen(_ text: String) -> TerminalScreen {
    var screen = TerminalScreen(columns: 20, rows: 4)
    screen.feed(text)
    return screen
  }

  /// How one character is drawn after a sequence.
  private func style(_ parameters: String) -> TerminalStyle {
    let screen = screen("\u{1B}[\(parameters)mx")
    #expect(screen.unknown.isEmpty)
    return screen.cell(0, 0).style
  }

  @Test func colors() {
    #expect(style("31").foreground == .indexed(1))
    #expect(style("97").foreground == .indexed(15))
    #expect(style("42").background == .indexed(2))
    #expect(style("103").background == .indexed(11))
    #expect(style("38;5;208").foreground == .indexed(208))
    #expect(style("48;5;17;1").background == .indexed(17))
    #expect(style("48;5;17;1").isBold)
    #expect(style("38;2;1;2;3").foreground == .rgb(1, 2, 3))
    #expect(style("31;39").foreground == .standard)
    #expect(style("41;49").background == .standard)
  }

  @Test func attributes() {
    #expect(style("1").isBold)
    #expect(style("2").isDim)
    #expect(style("4").isUnderlined)
    #expect(style("7").isReversed)
    let ended = style("1;2;3;4;5;7;8;9;22;23;24;25;27;28;29")
    #expect(ended == TerminalStyle())
    #expect(style("1;31;4;0") == TerminalStyle())
    #expect(style("1;31;") == TerminalStyle())
    #expect(style("1m\u{1B}[") == TerminalStyle())
  }

  @Test func theAlternateScreenLeavesTheMainOneAsItWas() {
    var screen = screen("a\r\nb\u{1B}[31m")
    screen.feed("\u{1B}[?1049h\u{1B}[H\u{1B}[2J\u{1B}[32mzzz\r\n\n\n\n\n\n")
    #expect(screen.isAlternate)
    #expect(screen.history.isEmpty)
    screen.feed("\u{1B}[?1049l")
    #expect(!screen.isAlternate)
    #expect(screen.everything == "a\nb")
    #expect(screen.cursor == (1, 1))
    #expect(screen.style.foreground == .indexed(1))
  }

  @Test func modes() {
    #expect(screen("").showsCursor)
    #expect(!screen("\u{1B}[?25l").showsCursor)
    #expect(screen("\u{1B}[?25l\u{1B}[?12;25h").showsCursor)
    #expect(!screen("").marksPastes)
    #expect(screen("\u{1B}[?2004h").marksPastes)
    #expect(!screen("\u{1B}[?2004h\u{1B}[?2004l").marksPastes)
    #expect(screen("\u{1B}[?1h\u{1B}=").isOn(mode: 1))
  }

  @Test func whatIsOfNoInterestIsPassedOver() {
    let screen = screen(
      "a\u{1B}(B\u{1B})0\u{E}\u{F}\u{1B}]0;title\u{7}\u{1B}]2;other\u{1B}\\\u{1B}>\u{1B}[22;0;0t\u{1B}[!pb")
    #expect(screen.text == "ab")
    #expect(screen.unknown.isEmpty)
    #expect(screen.commands == ["0;title", "2;other"])
  }

  @Test func whatIsUnknownIsKept() {
    let screen = screen("a\u{1B}[5zb\u{1B}[?9999hc\u{1B}%d\u{1B}[99me\u{1B}Pq\u{1B}\\f")
    #expect(screen.unknown == ["ESC[5z", "ESC[?9999h", "ESC%d", "ESC[99m", "ESCPq"])
    #expect(screen.text == "abcef")
  }

  @Test func questionsAreKept() {
    let screen = screen("\u{1B}[6n\u{1B}[c\u{1B}[>c")
    #expect(screen.queries == ["ESC[6n", "ESC[c", "ESC[>c"])
    #expect(screen.unknown.isEmpty && screen.text.isEmpty)
  }
}
