#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  @Suite struct PasteTests {
    private typealias Key = Prompt.Key

    private static func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

    /// A thousand lines, with the line ends of another system: nothing runs before Enter, and then everything.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func aPasteNeverRunsByItself(ending: String) throws {
      let prompt = try Prompt(rows: 40)
      prompt.isReady()
      let lines = (1...1000).map { "name n\($0)" }
      prompt.type(Self.pasted(lines.joined(separator: ending) + ending))
      #expect(prompt.program.waitFor("name n1000"))
      prompt.program.settle()
      #expect(!prompt.everything.contains("note:"))
      prompt.type(Key.enter)
      #expect(prompt.program.waitFor("note: n1000: as it was opened"))
      #expect(prompt.isReady())
      #expect(prompt.say("scenarios | grep -c 'named in this session'", "1000"))
    }

    @Test func aPasteIsEditedLikeAnythingElse() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get " + Self.pasted("se\ted"))
      #expect(prompt.shows(line: "national-2024> get se ed"))
      prompt.type(Key.left + Key.left + Key.backspace)
      #expect(prompt.say("", "20240930"))
      // Nothing that is pasted is taken for a key.
      prompt.type(Self.pasted("get \u{4}mon\u{1B}[Aths"))
      #expect(prompt.program.waitFor("get mon[Aths"))
      prompt.type(Key.control("C"))
      #expect(prompt.isReady())
    }

    /// A terminal that does not mark what is pasted types it.
    @Test func whatIsNotMarkedIsTyped() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get seed\rget months\rget start\r")
      #expect(prompt.program.waitFor("2024-09"))
      #expect(prompt.isReady())
      #expect(prompt.everything.contains("20240930") && prompt.everything.contains("60mo"))
    }
  }
#endif
