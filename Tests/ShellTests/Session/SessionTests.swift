import Talking
import Testing

@testable import Shell

/// Statements that are run again: one, those of a session that was lost, those of a file that changes.
@Suite struct SessionTests {
  @Test func aStatementIsRunAgainByItsNumber() throws {
    var talk = try Talk()
    talk.say("get seed")
    talk.say("set grades.PO.leaving +1pt")
    let reply = talk.say("rerun 1")
    #expect(reply.output == "20240930\n" && reply.told.contains("get seed"))
    // What was run stands in the history, and not that it was run again.
    #expect(talk.session.history == ["get seed", "set grades.PO.leaving +1pt", "get seed"])
    #expect(talk.say("rerun 9").fault?.contains("statements 1 to 3") == true)
    #expect(talk.say("rerun x").code == 2)
  }

  @Test func aSessionThatWasLeftBehindIsTakenUp() throws {
    let left = "open national-2024\nset seed 7\nset grades.PO.leaving.rate {<5y: 8%/yr,\n5y+: 7%/yr}\n"
    var talk = try Talk("police-2024", files: ["left/1.cadre": left, "left/2.cadre": "open benchmark\nset seed 1\n"])
    let reply = talk.say("restore")
    #expect(reply.fault == nil && reply.told.contains("2 changes not saved; 1 session more"))
    #expect(talk.value("seed") == "7")
    #expect(talk.session.current?.stem == "national-2024" && talk.world.files["left/1.cadre"] == nil)
    talk.say("undo; undo; undo")
    #expect(talk.session.current?.stem == "police-2024")
    #expect(talk.say("restore none").told.contains("forgotten: 1 session"))
    #expect(talk.world.files.isEmpty)
    #expect(talk.say("restore").told.contains("no session was left behind"))
  }

  /// What cannot be run again is not thrown away.
  @Test func aSessionThatFailsStays() throws {
    var talk = try Talk(files: ["left/1.cadre": "open gone.yaml\nset seed 7\n"])
    let before = talk.digest
    #expect(talk.say("restore").fault?.contains("left/1.cadre:1:6") == true)
    #expect(talk.world.files["left/1.cadre"] != nil && talk.digest == before)
    #expect(talk.say("restore all").code == 2)
  }

  @Test func aSessionIsItsStatements() throws {
    var talk = try Talk("police-2024")
    talk.say("set seed 3; get seed")
    talk.say("get nothing")
    #expect(talk.session.script == ["open police-2024", "set seed 3", "get seed"])
    var again = try Talk(nil)
    again.say(talk.session.script.joined(separator: "\n"))
    #expect(again.session.unsavedChanges == 1 && again.digest == talk.digest)
  }

  @Test func watchingShowsAndLeavesTheSessionAsItWas() throws {
    var talk = try Talk(files: [
      "own.yaml": "cadre: 1\nextends: national-2024\nreplicates: 30\n", "own.cadre": "set seed 4\nget seed\n",
      "bad.yaml": "cadre: 1\nextends: national-2024\nreplicates: many\n",
    ])
    let digest = talk.digest
    let reply = talk.say("watch own.yaml")
    #expect(reply.fault == nil && reply.output.contains("30 futures"))
    #expect(reply.told.contains("watching own.yaml; Ctrl-C ends it"))
    #expect(talk.say("watch own.cadre").output == "4\n")
    #expect(talk.digest == digest && talk.session.current?.stem == "national-2024")
    #expect(talk.session.history.isEmpty)
    #expect(talk.say("watch national-2024").fault?.contains("is no file") == true)
    #expect(talk.say("watch gone.yaml").code == 2 && talk.say("watch gone.cadre").code == 2)
    #expect(talk.say("watch bad.yaml").code == 2)
  }
}
