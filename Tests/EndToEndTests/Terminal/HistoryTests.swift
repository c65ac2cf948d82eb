#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// What was typed is found again.
  @Suite struct HistoryTests {
    private typealias Key = Prompt.Key

    @Test func aSecondSessionKnowsTheFirst() throws {
      let first = try Prompt()
      first.isReady()
      first.say("get seed", "20240930")
      first.say("get months", "60mo")
      #expect(first.leave() == .exited(0))
      let second = try Prompt(home: first.home)
      second.isReady()
      second.type(Key.up)
      #expect(second.shows(line: "national-2024> get months"))
      second.type(Key.up)
      #expect(second.shows(line: "national-2024> get seed"))
      second.type(Key.down + Key.down)
      #expect(second.shows(line: "national-2024>"))
      #expect(try first.home.text(of: ".local/state/cadre/history") == "get seed\nget months\n")
    }

    /// Two sessions at once lose nothing of each other, and nothing is kept that begins with a blank.
    @Test func twoSessionsKeepWhatBothSay() throws {
      let one = try Prompt()
      one.isReady()
      let other = try Prompt(home: one.home)
      other.isReady()
      one.say("get seed")
      other.say("get months")
      one.say(" get start")
      other.say("get seed")
      #expect(one.leave() == .exited(0) && other.leave() == .exited(0))
      #expect(try one.home.text(of: ".local/state/cadre/history") == "get seed\nget months\nget seed\n")
      let third = try Prompt(home: one.home)
      third.isReady()
      third.type(Key.up + Key.up)
      #expect(third.shows(line: "national-2024> get months"))
      third.type(Key.up)
      third.program.settle()
      #expect(third.shows(line: "national-2024> get months"))
    }

    @Test func upKeepsToWhatWasTyped() throws {
      let prompt = try Prompt()
      prompt.isReady()
      for line in ["get seed", "show seed", "get months"] { prompt.say(line) }
      prompt.type("sh" + Key.up)
      #expect(prompt.program.wait(until: { $0.cursor.column == 24 }))
      #expect(prompt.line == "national-2024> show seed")
      prompt.type(Key.down)
      // Behind the cursor stands a hint.
      #expect(prompt.program.wait(until: { $0.cursor.column == 17 }) && prompt.line.hasPrefix("national-2024> sh"))
    }

    @Test func aSearchFindsAPart() throws {
      let prompt = try Prompt()
      prompt.isReady()
      for line in ["get seed", "get months"] { prompt.say(line) }
      prompt.type(Key.control("R") + "see")
      #expect(prompt.program.waitFor("bck:see"))
      #expect(prompt.program.wait(until: { $0.text.contains("national-2024> get seed\nbck:see") }))
      #expect(prompt.say("", "20240930"))
      // Ctrl-C in a search leaves it, and the prompt is clean.
      prompt.type(Key.control("R") + "mon")
      #expect(prompt.program.waitFor("bck:mon"))
      prompt.type(Key.control("C"))
      #expect(prompt.isReady())
      #expect(prompt.say("get replicates", "10000"))
      // Ctrl-D ends it too, and no more than it.
      prompt.type(Key.control("R"))
      #expect(prompt.program.waitFor("bck:"))
      prompt.program.settle()
      prompt.type(Key.control("D"))
      prompt.program.settle()
      prompt.type("get months\r")
      #expect(prompt.program.wait(until: { $0.text.hasSuffix("get months\n60mo\nnational-2024>") }))
    }

    @Test func aLongLineComesBackWhole() throws {
      let prompt = try Prompt(columns: 200, rows: 40)
      prompt.isReady()
      let long = "# " + String(repeating: "abcdefgh ", count: 250) + "end"
      prompt.type(long)
      #expect(prompt.program.waitFor("abcdefgh end"))
      prompt.type(Key.up + Key.down + "!\r")
      #expect(prompt.isReady())
      prompt.type(Key.up)
      #expect(prompt.program.waitFor("abcdefgh end!"))
      #expect(prompt.leaveAfterClearing() == .exited(0))
      #expect(try prompt.home.text(of: ".local/state/cadre/history") == long + "!\n")
    }
  }

  extension Prompt {
    func leaveAfterClearing() -> TerminalEnding? {
      type(Key.control("C"))
      isReady()
      return leave()
    }
  }
#endif
