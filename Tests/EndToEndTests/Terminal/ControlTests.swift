#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// Ctrl-C clears and cancels, and never leaves; Ctrl-D leaves, and asks once; Ctrl-Z puts aside.
  @Suite struct ControlTests {
    private typealias Key = Prompt.Key

    @Test func ctrlCGivesUpWhatWasTyped() throws {
      let prompt = try Prompt(columns: 40)
      prompt.isReady()
      prompt.type(Key.control("C"))
      #expect(prompt.program.waitFor("^C"))
      #expect(prompt.isReady())
      prompt.type("set grades.PO.leaving {\r1")
      #expect(prompt.shows(line: "1"))
      prompt.type(Key.control("C"))
      #expect(prompt.isReady())
      // On a line of several rows, from its beginning.
      prompt.type(String(repeating: "abcdefghij", count: 8) + "end" + Key.control("A"))
      #expect(prompt.program.waitFor("hijend"))
      #expect(prompt.program.wait(until: { $0.cursor.column == 15 }))
      prompt.type(Key.control("C"))
      #expect(prompt.program.waitFor("hijend^C"))
      #expect(prompt.isReady())
      #expect(prompt.say("get seed", "20240930"))
    }

    @Test func ctrlCCancelsARun() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set grades.PO.leaving +1pt", "≈", then: "national-2024 *1>")
      prompt.type("run 300000\r")
      #expect(prompt.program.waitFor("s left"))
      prompt.type(Key.control("C"))
      #expect(prompt.program.waitFor("interrupted"))
      // What was there before is there still, and nothing of the progress.
      #expect(prompt.isReady("national-2024 *1>"))
      #expect(!prompt.screen.text.contains("s left"))
      #expect(prompt.say("get seed", "20240930", then: "national-2024 *1>"))
    }

    /// An interruption from outside is one too.
    @Test func aSignalInterrupts() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("get se")
      #expect(prompt.program.waitFor("get se"))
      prompt.program.signal(SIGINT)
      #expect(prompt.program.waitFor("^C"))
      #expect(prompt.isReady())
      #expect(prompt.program.isRunning)
    }

    @Test func ctrlDLeavesAndAsksOnce() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set grades.PO.leaving +1pt", "≈", then: "national-2024 *1>")
      prompt.type(Key.control("D"))
      #expect(prompt.program.waitFor("1 change not saved"))
      #expect(prompt.isReady("national-2024 *1>"))
      // Whoever does something else is asked again.
      prompt.say("get seed", "20240930", then: "national-2024 *1>")
      prompt.type(Key.control("D"))
      #expect(prompt.program.waitFor("leaves without them"))
      prompt.isReady("national-2024 *1>")
      prompt.type(Key.control("D"))
      #expect(prompt.program.waitForEnd() == .exited(0))
    }

    @Test func ctrlDGivesUpWhatIsNotFinished() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.type("set grades.PO.leaving {\r")
      #expect(prompt.shows(line: ""))
      prompt.type(Key.control("D"))
      #expect(prompt.isReady())
      // Behind a whole line it does nothing.
      prompt.type("get seed" + Key.control("D"))
      prompt.program.settle()
      #expect(prompt.line == "national-2024> get seed")
      #expect(prompt.say("", "20240930"))
    }

    @Test func ctrlZPutsAside() throws {
      let home = try TemporaryFolder()
      let shell = try TerminalProgram(
        URL(fileURLWithPath: "/bin/sh"), ["-i"],
        environment: Prompt.environment(home, ["PS1": "shell$ ", "ENV": ""]), in: home.url)
      #expect(shell.waitFor("shell$"))
      shell.type("\(try BuiltProgram.executable().path) -q\r")
      #expect(shell.waitFor("national-2024>"))
      shell.type("get se")
      #expect(shell.waitFor("national-2024> get se"))
      shell.type(Key.control("Z"))
      #expect(shell.wait(until: { $0.row($0.cursor.row).hasPrefix("shell$") }))
      #expect(try shell.attributes().echoes && !shell.screen.marksPastes)
      shell.type("fg\r")
      #expect(
        shell.wait(until: {
          $0.row($0.cursor.row) == "national-2024> get seed" || $0.row($0.cursor.row) == "national-2024> get se"
        }))
      #expect(shell.screen.marksPastes)
      shell.type("ed\r")
      #expect(shell.waitFor("20240930"))
      // In a run too.
      shell.type("run 20000 PO.fte at 2029-09\r")
      #expect(shell.waitFor("s left"))
      shell.type(Key.control("Z"))
      #expect(shell.wait(until: { $0.row($0.cursor.row).hasPrefix("shell$") }))
      shell.type("fg\r")
      #expect(shell.waitFor("Percentiles over 20,000 futures", seconds: 60))
      #expect(shell.wait(until: { $0.row($0.cursor.row) == "national-2024>" }))
      shell.type(Key.control("D"))
      #expect(shell.wait(until: { $0.row($0.cursor.row).hasPrefix("shell$") }))
    }
  }
#endif
