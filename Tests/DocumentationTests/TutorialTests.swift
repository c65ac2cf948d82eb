#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// The sessions in docs/tutorial are what the program shows to whoever types the same.
  ///
  /// Where an answer has changed, `CADRE_CAPTURE=1` writes the pages anew with what is seen now; the prose between the
  /// answers is then to be read again.
  @Suite struct TutorialTests {
    static let pages = BlockTests.pages.filter(\.isTutorial)
    static let isCapturing = ProcessInfo.processInfo.environment["CADRE_CAPTURE"] == "1"
    static let command = "CADRE_CAPTURE=1 swift test -c release --filter TutorialTests"

    @Test func thereAreSessions() {
      #expect(Self.pages.contains { page in page.blocks.contains { $0.info == "session" } })
    }

    @Test(arguments: pages)
    func theSessionIsWhatIsSeen(page: MarkdownPage) throws {
      let tutorial = try TutorialPage(page)
      let now = tutorial.showing(try TutorialPlayer(tutorial).play())
      guard now != tutorial.lines else { return }
      if Self.isCapturing {
        let file = try BuiltProgram.repository().appendingPathComponent(page.path)
        try Data((now.joined(separator: "\n") + "\n").utf8).write(to: file)
        return
      }
      let row = zip(tutorial.lines, now).prefix { $0 == $1 }.count
      Issue.record(
        """
        \(page.path):\(row + 1): the page shows something else than the program.
        page:    \(row < tutorial.lines.count ? tutorial.lines[row] : "(its end)")
        program: \(row < now.count ? now[row] : "(its end)")
        \(Self.command) writes the pages anew; read what changed, and the prose about it.
        """)
    }
  }
#endif
