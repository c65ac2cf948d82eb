#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  @Suite struct CompletionTests {
    private typealias Key = Prompt.Key

    @Test func tabCompletesAndLists() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get se" + Key.tab)
      #expect(
        prompt.program.wait(until: { $0.row($0.cursor.row) == "national-2024> get seed" && $0.cursor.column == 24 }))
      #expect(prompt.say("", "20240930"))
      prompt.type("get grades.PO.leaving." + Key.tab)
      #expect(prompt.program.waitFor("grades.PO.leaving.persistence"))
      #expect(prompt.shows(line: "national-2024> get grades.PO.leaving."))
      // Each with what it is now, and what it is for.
      #expect(prompt.everything.contains("grades.PO.leaving.persistence       0.7"))
      prompt.type("p" + Key.tab)
      // What was completed stands before the cursor, a hint would stand behind it.
      #expect(prompt.program.wait(until: { $0.cursor.column == 49 }))
      #expect(prompt.line == "national-2024> get grades.PO.leaving.persistence")
    }

    @Test func tabWorksInTheMiddleOfALine() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get se # why" + String(repeating: Key.left, count: 6) + Key.tab)
      #expect(prompt.shows(line: "national-2024> get seed  # why"))
    }

    @Test func aHintIsTakenByTheRightArrow() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("get months")
      prompt.type("ge")
      #expect(prompt.shows(line: "national-2024> get months"))
      // Grey, and behind the cursor.
      #expect(prompt.screen.cursor.column == 17)
      #expect(
        prompt.screen.cell(prompt.screen.cursor.row, 17).style != prompt.screen.cell(prompt.screen.cursor.row, 16).style
      )
      prompt.type(Key.right)
      #expect(prompt.program.wait(until: { $0.cursor.column == 25 }))
      #expect(prompt.say("", "60mo"))
      prompt.say("set hints off", "hints: off")
      prompt.type("ge")
      prompt.program.settle()
      #expect(prompt.line == "national-2024> ge")
    }

    @Test func whatIsKnownIsColoured() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get seed")
      #expect(prompt.shows(line: "national-2024> get seed"))
      prompt.program.settle()
      let row = prompt.screen.cursor.row
      let plain = prompt.screen.cell(row, 18).style
      #expect(prompt.screen.cell(row, 15).style != plain && prompt.screen.cell(row, 19).style != plain)
      prompt.type(Key.control("C"))
      prompt.isReady()
      prompt.say("set highlighting off", "highlighting: off")
      prompt.type("get seed")
      prompt.program.settle()
      let now = prompt.screen.cursor.row
      #expect((15..<23).allSatisfy { prompt.screen.cell(now, $0).style == plain })
    }
  }
#endif
