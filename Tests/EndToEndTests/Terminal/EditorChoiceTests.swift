#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// Keys of vi, and what somebody has written in ~/.editrc.
  @Suite struct EditorChoiceTests {
    private typealias Key = Prompt.Key

    private func checkVi(_ prompt: Prompt) {
      prompt.type("get xseed" + Key.escape)
      prompt.program.settle()
      prompt.type("0fxx")
      #expect(prompt.shows(line: "national-2024> get seed"))
      #expect(prompt.say("", "20240930"))
      // Arrows do not leave the mode in which one types, and the line before is there with k.
      prompt.type("get sed" + Key.left + "e")
      #expect(prompt.shows(line: "national-2024> get seed"))
      prompt.type(Key.control("C"))
      prompt.isReady()
      prompt.type(Key.escape)
      prompt.program.settle()
      prompt.type("k")
      #expect(prompt.shows(line: "national-2024> get seed"))
      // To the end, also for what takes away; on an empty line it is no place at all.
      prompt.type("0wd$" + "$")
      prompt.program.settle()
      prompt.type(Key.control("C"))
      #expect(prompt.program.waitFor("national-2024> get ^C") && prompt.isReady())
      prompt.type(Key.escape)
      prompt.program.settle()
      prompt.type("$" + Key.control("E") + "éiget seed")
      #expect(prompt.program.waitFor("get seed"))
      prompt.type(Key.control("C"))
      #expect(prompt.isReady())
    }

    @Test func theKeysOfViAreChosen() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set keys vi", "keys: vi")
      checkVi(prompt)
      prompt.say("set keys emacs", "keys: emacs")
      prompt.type("ed" + Key.control("A") + "s" + Key.control("E") + Key.control("A") + "get se")
      prompt.type(Key.control("E") + Key.backspace + Key.backspace + Key.backspace + "ed")
      #expect(prompt.shows(line: "national-2024> get seed"))
    }

    @Test func theSettingsOfTheEditorHold() throws {
      let home = try TemporaryFolder()
      try home.write("cadre:bind -v\nother:bind -e\n", to: ".editrc")
      let prompt = try Prompt(home: home)
      prompt.isReady()
      checkVi(prompt)
    }

    @Test func aBindingOfTheUsersWins() throws {
      let home = try TemporaryFolder()
      try home.write("bind ^I ed-move-to-beg\nbind -s ^T months\n", to: ".editrc")
      let prompt = try Prompt(home: home)
      prompt.isReady()
      prompt.type("et " + Key.control("T") + Key.tab + "g")
      #expect(prompt.shows(line: "national-2024> get months"))
      #expect(prompt.say("", "60mo"))
    }

    @Test func editingCanBeSwitchedOff() throws {
      let home = try TemporaryFolder()
      try home.write("edit off\n", to: ".editrc")
      let prompt = try Prompt(home: home)
      #expect(prompt.program.waitFor("national-2024>"))
      prompt.type("get seed\r")
      #expect(prompt.program.waitFor("20240930"))
      prompt.program.settle()
      prompt.type("get mon")
      #expect(prompt.program.waitFor("get mon"))
      prompt.type("\u{3}")
      #expect(prompt.program.waitFor("^C"))
      prompt.program.settle()
      prompt.type("get months\r")
      #expect(prompt.program.waitFor("60mo"))
      prompt.program.settle()
      prompt.type("\u{4}")
      #expect(prompt.program.waitForEnd() == .exited(0))
    }
  }
#endif
