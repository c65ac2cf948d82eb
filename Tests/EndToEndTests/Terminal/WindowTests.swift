#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// Any window, any terminal.
  @Suite struct WindowTests {
    private typealias Key = Prompt.Key

    @Test(arguments: [40, 100, 200])
    func theFirstScreenFits(columns: Int) throws {
      let prompt = try Prompt([], columns: columns, rows: 40)
      #expect(prompt.isReady())
      let screen = prompt.screen
      #expect(screen.history.isEmpty && screen.unknown.isEmpty)
      #expect((0..<screen.rows).allSatisfy { !screen.isWrapped(row: $0) })
      let text = screen.text
      #expect(text.hasPrefix("Cadre ") && text.contains("help lists") && text.contains("PO stands at 5,436 FTE"))
      #expect(text.contains("what if intakes.*.places +20%") && text.contains("targets"))
      #expect(text.contains("└") == (columns >= 50))
      // Two lines are the banner, where they fit.
      if columns >= 100 { #expect(screen.row(2).isEmpty && !screen.row(1).isEmpty) }
    }

    @Test func aWindowChangesWhileALineIsTyped() throws {
      let prompt = try Prompt(columns: 60, rows: 20)
      prompt.isReady()
      prompt.say("set hints off", "hints: off")
      let text = "get " + (0..<16).map { "word\($0)" }.joined(separator: " ")
      prompt.type(text)
      #expect(prompt.program.waitFor("word15"))
      for columns in [40, 100, 33, 60] {
        try prompt.program.resize(columns: columns, rows: 20)
        let whole = "national-2024> " + text
        let rows = (whole.count + columns - 1) / columns
        let isThere = prompt.program.wait(until: { screen in
          let first = screen.cursor.row - whole.count / columns
          guard first >= 0, screen.cursor.column == whole.count % columns else { return false }
          let shown = (first..<(first + rows)).map { screen.row($0) }
          return shown.map { $0.padding(toLength: columns, withPad: " ", startingAt: 0) }.joined().hasPrefix(whole)
        })
        #expect(isThere, "\(columns): \(prompt.screen.text)")
      }
      prompt.type(Key.control("A") + Key.control("K") + "get seed")
      #expect(prompt.say("", "20240930"))
    }

    @Test func withoutColoursThereAreNone() throws {
      let prompt = try Prompt([], environment: ["NO_COLOR": "1"])
      prompt.isReady()
      prompt.say("plot PO.fte", "Sep 2029")
      let colours = prompt.program.transcriptText.matches(of: #/\u{1B}\[[0-9;]*m/#).filter {
        !["\u{1B}[0m", "\u{1B}[m", "\u{1B}[2m", "\u{1B}[39m", "\u{1B}[49m"].contains(String($0.output))
      }
      #expect(colours.isEmpty)
      let coloured = try Prompt(["--color=never"])
      coloured.isReady()
      coloured.say("plot PO.fte", "Sep 2029")
      #expect(!coloured.program.transcriptText.contains("\u{1B}[38;5;"))
    }

    @Test(arguments: [["TERM": "dumb"], ["TERM": ""], ["TERM": "no-such-terminal"]])
    func aTerminalThatKnowsNothingWillDo(environment: [String: String]) throws {
      let prompt = try Prompt([], environment: environment)
      #expect(prompt.program.waitFor("national-2024>"))
      prompt.type("get seed\r")
      #expect(prompt.program.waitFor("20240930"))
      prompt.program.settle()
      prompt.type(Key.control("C"))
      #expect(prompt.program.waitFor("^C"))
      prompt.type("get months\r")
      #expect(prompt.program.waitFor("60mo"))
      #expect(!prompt.program.transcriptText.contains("\u{1B}[38"))
      prompt.type(Key.control("D"))
      #expect(prompt.program.waitForEnd() == .exited(0))
    }

    @Test(arguments: ["C", "POSIX", "xx_YY.UTF-8", "en_US.ISO-8859-1"])
    func anyLocaleWillDo(locale: String) throws {
      let prompt = try Prompt([], environment: ["LC_ALL": locale])
      prompt.isReady()
      // Where the locale does not say UTF-8, what is shown unasked is ASCII.
      if locale != "xx_YY.UTF-8" { #expect(prompt.program.transcript.allSatisfy { $0 < 0x80 }) }
      prompt.type("get sé")
      prompt.program.settle()
      prompt.type(Key.backspace + "eed")
      #expect(prompt.say("", "20240930"))
    }

    @Test func whatIsTallerThanTheScreenIsPaged() throws {
      let home = try TemporaryFolder()
      try home.write("#!/bin/sh\necho PAGED\ncat >/dev/null\n", to: "pager")
      chmod(home.url.appendingPathComponent("pager").path, 0o755)
      let prompt = try Prompt(home: home, environment: ["PAGER": "./pager"])
      prompt.isReady()
      #expect(prompt.say("help", "PAGED"))
      #expect(!prompt.everything.contains("compare two scenarios"))
      prompt.say("get seed", "20240930")
      #expect(prompt.everything.matches(of: #/PAGED/#).count == 1)
      prompt.say("set pager off", "pager: off")
      #expect(prompt.say("help", "cohorts"))
      #expect(prompt.everything.matches(of: #/PAGED/#).count == 1)
    }

    @Test func aFileIsWatched() throws {
      let home = try TemporaryFolder()
      try home.write("cadre: 1\nextends: national-2024\nreplicates: 30\n", to: "own.yaml")
      let prompt = try Prompt(home: home, rows: 40)
      prompt.isReady()
      prompt.type("watch own.yaml\r")
      #expect(prompt.program.waitFor("· 30 futures"))
      #expect(prompt.program.waitFor("watching own.yaml"))
      try home.write("cadre: 1\nextends: national-2024\nreplicates: 40\n", to: "own.yaml")
      #expect(prompt.program.waitFor("· 40 futures"))
      try home.write("cadre: 1\nextends: national-2024\nreplicates: many\n", to: "own.yaml")
      #expect(prompt.program.waitFor("own.yaml:3:13: error"))
      try home.write("cadre: 1\nextends: national-2024\nreplicates: 50\n", to: "own.yaml")
      #expect(prompt.program.waitFor("· 50 futures"))
      prompt.type(Key.control("C"))
      #expect(prompt.isReady())
      #expect(prompt.say("get replicates", "10000"))
    }
  }
#endif
