#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// However a session ends, the terminal is as it was, and nothing that was changed is lost.
  @Suite struct TerminalCareTests {
    private typealias Key = Prompt.Key

    @Test(arguments: [
      (SIGTERM, TerminalEnding.exited(143)), (SIGHUP, .exited(129)), (SIGSEGV, .killed(signal: SIGSEGV)),
    ])
    func aSessionThatWasEndedIsTakenUp(number: Int32, ending: TerminalEnding) throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set grades.PO.leaving.rate {<5y: 8%/yr,\r5y+: 7%/yr}", "≈", then: "national-2024 *1>")
      prompt.say("set seed 4; undo; set seed 5", "seed", then: "national-2024 *2>")
      prompt.type("half a li")
      #expect(prompt.program.waitFor("half a li"))
      prompt.program.signal(number)
      #expect(prompt.program.waitForEnd() == ending)
      let attributes = try prompt.program.attributes()
      #expect(attributes.echoes && attributes.givesLines && !prompt.screen.marksPastes)

      let next = try Prompt([], home: prompt.home)
      #expect(next.program.waitFor("ended with changes that were not saved: restore"))
      #expect(next.isReady())
      #expect(next.say("restore", "taken up as it was left", then: "national-2024 *2>"))
      #expect(next.say("get seed", "\n5\n", then: "national-2024 *2>"))
      next.say("undo; undo", then: "national-2024>")
      #expect(next.leave() == .exited(0))
      // It was taken up once, and there is nothing more.
      let last = try Prompt([], home: prompt.home)
      last.isReady()
      #expect(!last.everything.contains("restore"))
    }

    /// Who leaves with changes has been asked; who saved them has lost nothing.
    @Test func whoLeavesLeavesNothingBehind() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set seed 5", then: "national-2024 *1>")
      #expect(try prompt.home.names().contains(".local"))
      prompt.say("quit", "quit again leaves without them", then: "national-2024 *1>")
      prompt.type("quit\r")
      #expect(prompt.program.waitForEnd() == .exited(0))
      let folder = prompt.home.url.appendingPathComponent(".local/state/cadre/sessions").path
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    /// What was saved before is not saved again, and what was written elsewhere not written again.
    @Test func nothingIsWrittenAgain() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set grades.PO.leaving +1pt; save as own.yaml; get seed > seed.txt", then: "own>")
      prompt.say("set seed 5", then: "own *1>")
      let saved = try prompt.home.text(of: "own.yaml")
      prompt.program.signal(SIGTERM)
      prompt.program.waitForEnd()
      try FileManager.default.removeItem(at: prompt.home.url.appendingPathComponent("seed.txt"))
      let folder = prompt.home.url.appendingPathComponent("elsewhere")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let next = try Prompt(home: prompt.home, in: folder)
      next.isReady()
      #expect(next.say("restore", "taken up", then: "own *1>"))
      #expect(next.say("get seed", "\n5\n", then: "own *1>"))
      #expect(try prompt.home.text(of: "own.yaml") == saved)
      #expect(try !prompt.home.names().contains("seed.txt"))
    }

    /// A session that lives is nobody else's to take up.
    @Test func aLivingSessionIsNotTakenUp() throws {
      let prompt = try Prompt()
      prompt.isReady()
      prompt.say("set seed 5", then: "national-2024 *1>")
      let other = try Prompt(home: prompt.home)
      other.isReady()
      #expect(other.say("restore", "no session was left behind"))
    }

    @Test func aTerminalThatGoesAwayEndsTheSession() throws {
      let home = try TemporaryFolder()
      let prompt = try Prompt(home: home)
      prompt.isReady()
      prompt.say("set seed 5", then: "national-2024 *1>")
      prompt.program.hangUp()
      #expect(prompt.program.waitForEnd() == .exited(129))
      let next = try Prompt(home: home)
      next.isReady()
      #expect(next.say("restore", "taken up", then: "national-2024 *1>"))
    }

    @Test func aStartFileIsRunFirst() throws {
      let home = try TemporaryFolder()
      let folder = home.url.appendingPathComponent(".config/cadre")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("set height 20\nset hints off\n".utf8).write(to: folder.appendingPathComponent("start.cadre"))
      let prompt = try Prompt(home: home)
      #expect(prompt.isReady())
      #expect(prompt.everything.contains("height: 20"))
      try Data("get seed\nfrob\n".utf8).write(to: folder.appendingPathComponent("start.cadre"))
      let wrong = try Prompt(home: home, columns: 200)
      #expect(wrong.isReady())
      #expect(wrong.everything.contains("start.cadre:2:1: error: there is no command 'frob'"))
      #expect(wrong.everything.contains("--no-init leaves it alone"))
      let without = try Prompt(["-q", "--no-init"], home: home)
      #expect(without.isReady())
      #expect(!without.everything.contains("frob"))
    }
  }
#endif
