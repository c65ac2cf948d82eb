#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// What somebody types stands on the screen as they meant it.
  @Suite struct TypingTests {
    private typealias Key = Prompt.Key

    @Test func aLineIsTypedAndAnswered() throws {
      let prompt = try Prompt()
      #expect(prompt.isReady())
      #expect(prompt.say("get seed", "20240930"))
      #expect(prompt.screen.marksPastes && prompt.screen.unknown.isEmpty)
      #expect(prompt.leave() == .exited(0))
      // The terminal is as any program finds it.
      let attributes = try prompt.program.attributes()
      #expect(attributes.echoes && attributes.givesLines && !prompt.screen.marksPastes)
    }

    @Test func everyLetterIsOneToTheEraseKey() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get né日本")
      #expect(prompt.shows(line: "national-2024> get né日本"))
      #expect(prompt.screen.cursor.column == 25)
      prompt.type(Key.backspace + Key.backspace)
      #expect(prompt.shows(line: "national-2024> get né"))
      prompt.type(Key.backspace + Key.backspace + "seed")
      #expect(prompt.say("", "20240930"))
    }

    @Test func aLineIsChangedInItsMiddle() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get sed" + Key.left + "e" + Key.control("A") + "x" + Key.delete + Key.control("E") + "!")
      #expect(prompt.shows(line: "national-2024> xet seed!"))
      prompt.type(Key.backspace + Key.control("A") + Key.control("D") + "g")
      #expect(prompt.say("", "20240930"))
    }

    @Test func whatWasDoneToTheLineIsUndone() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get seed")
      #expect(prompt.shows(line: "national-2024> get seed"))
      prompt.program.settle()
      prompt.type(Key.control("W"))
      #expect(prompt.shows(line: "national-2024> get"))
      prompt.type(Key.control("_"))
      #expect(prompt.shows(line: "national-2024> get seed"))
    }

    /// A statement that is not finished goes on in the next row, and is one entry of the history.
    @Test func anOpenBracketGoesOn() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("set grades.PO.leaving.rate {<5y: 8%/yr,\r")
      #expect(prompt.shows(line: ""))
      prompt.type("5y+: 7%/yr}")
      #expect(prompt.shows(line: "5y+: 7%/yr}"))
      #expect(prompt.say("", "on the expected path", then: "national-2024 *1>"))
      prompt.type(Key.up)
      #expect(prompt.shows(line: "5y+: 7%/yr}"))
      // Once it is being changed, up is the row above, not the line before.
      prompt.type(Key.left + Key.up)
      #expect(prompt.program.wait(until: { $0.row($0.cursor.row).hasPrefix("national-2024 *1> set grades") }))
    }

    @Test func whatIsTypedDuringARunIsKept() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("run 20000 PO.fte at 2029-09\r")
      #expect(prompt.program.waitFor("futures ·"))
      prompt.type("get seed\r")
      #expect(prompt.program.waitFor("20,000 futures"))
      #expect(prompt.program.waitFor("\n20240930"))
      #expect(prompt.isReady())
    }

    /// Results go to a file, what is typed and told to the terminal.
    @Test func resultsAreApartFromWhatIsTyped() throws {
      let home = try TemporaryFolder()
      let file = home.url.appendingPathComponent("results")
      let prompt = try Prompt(home: home, output: file)
      #expect(prompt.isReady())
      #expect(prompt.say("get seed"))
      #expect(prompt.say("plot PO.fte"))
      #expect(prompt.say("frob", "there is no command 'frob'"))
      #expect(prompt.leave() == .exited(0))
      let text = try home.text(of: "results")
      #expect(text.hasPrefix("20240930\nPO.fte\n") && !text.contains("\u{1B}") && !text.contains("national-2024>"))
    }
  }
#endif
