import Talking
import Testing

@testable import Shell

/// Scripts: how they stop, go on, read one another, and what is not simulated twice.
@Suite struct ScriptTests {
  @Test func theFirstFailureEndsAScriptAndLeavesTheSession() throws {
    var talk = try Talk(files: ["a.cadre": "set seed 5\nget seed\nset seed -5\nget seed\n"])
    let before = talk.session
    let reply = talk.say("source a.cadre")
    #expect(reply.output == "5\n")
    #expect(reply.fault?.hasPrefix("a.cadre:3:10: error: ") == true, "\(reply.fault ?? "")")
    #expect(talk.session.isSame(as: before))
  }

  @Test func aScriptThatGoesOnTellsEveryFailure() throws {
    var talk = try Talk(files: ["a.cadre": "set seed 5\nset seed -5\nfrob\nget seed\n"])
    let reply = talk.say("source a.cadre --keep-going")
    #expect(reply.fault == nil)
    #expect(reply.output == "5\n")
    #expect(
      reply.told.contains("a.cadre:2:10: error: ") && reply.told.contains("a.cadre:3:1: error: there is no command"))
    #expect(talk.session.failureCode == 2)
  }

  @Test func aMisspeltCommandIsToldBeforeAnythingRuns() throws {
    var talk = try Talk(files: ["a.cadre": "get seed\nfrob\n"])
    let reply = talk.say("source a.cadre")
    #expect(reply.output.isEmpty)
    #expect(reply.fault?.hasPrefix("a.cadre:2:1: error: there is no command 'frob'") == true)
  }

  @Test func argumentsReachTheScript() throws {
    var talk = try Talk(files: ["a.cadre": "set seed $1; get seed; get $2"])
    #expect(talk.say("source a.cadre 12 months").output == "12\n60mo\n")
    #expect(talk.say("source a.cadre 12").fault?.contains("there is no argument $2") == true)
  }

  @Test func aScriptThatReadsItselfEnds() throws {
    var talk = try Talk(files: ["a.cadre": "source a.cadre"])
    #expect(talk.say("source a.cadre").fault?.contains("more than 16 deep") == true)
  }

  @Test func claimsThatDoNotHoldEndWithOne() throws {
    var talk = try Talk()
    talk.say("run 80 PO.heads at 2024-09")
    for sound in [
      "assert PO.fte at 2024-09 = 5435.97", "assert PO.fte mean at 2024-09 >= 5,435",
      "assert PO.fte at 2024-09 <= 5,436",
      "assert PO.fte at 2024-09 != 5437", "assert PO.fte p-at-target at 2024-09 <= 0%", "assert PO.vacancy-rate>=0%",
    ] {
      #expect(talk.say(sound).fault == nil, "\(sound)")
    }
    let reply = talk.say("assert PO.fte at 2024-09 >= 5437")
    #expect(reply.code == 1)
    #expect(
      reply.fault
        == "line:1:1: error: PO.fte p50 at 2024-09 is 5435.97, not >= 5437\n    1 | assert PO.fte at 2024-09 >= 5437\n      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
    )
    #expect(talk.say("assert PO.heads p-at-target >= 1%").fault?.contains("has no target") == true)
    #expect(talk.say("assert PO.hedas >= 1").fault?.contains("did you mean PO.heads?") == true)
  }

  /// What is claimed about is what the file of the run holds, to the last digit.
  @Test(arguments: ["mean", "sd", "p5", "p50", "p95", "max"])
  func claimsAreAboutTheNumbersOfTheRun(statistic: String) throws {
    var talk = try Talk()
    let rows = talk.say("run 60 PO.leavers-12mo at 2027-03 --format csv").output.split(separator: "\n")
    let value = try #require(rows.first { $0.contains(",\(statistic),") }?.split(separator: ",").last)
    #expect(talk.say("assert PO.leavers-12mo \(statistic) at 2027-03 = \(value)").fault == nil)
    #expect(talk.say("assert PO.leavers-12mo \(statistic) at 2027-03 != \(value)").code == 1)
  }

  @Test func aRunIsNotMadeTwice() throws {
    var talk = try Talk()
    talk.say("run 60 PO.fte at 2029-09")
    #expect(talk.world.runs == 1)
    talk.say("table PSO.fte at 2027-03; targets; run 60; assert PO.fte >= 0; run --format csv > all.csv")
    #expect(talk.world.runs == 1)
    talk.say("set grades.PO.leaving 7%/yr; run; undo; run; redo; run")
    #expect(talk.world.runs == 2)
    talk.say("run --seed 5")
    #expect(talk.world.runs == 3)
    talk.say("run 70")
    #expect(talk.world.runs == 4)
  }

  /// What is kept is what a new run would give.
  @Test(arguments: [
    "run PO.fte PSO.heads --format csv", "targets --format csv", "run", "table all.learners at 2026-03 --format json",
  ])
  func whatIsKeptIsWhatANewRunGives(line: String) throws {
    var kept = try Talk()
    kept.say("run 60")
    var fresh = try Talk()
    fresh.say("set charts auto")
    fresh.session.replicates = "60"
    #expect(kept.say(line).output == fresh.say(line).output)
    #expect(kept.world.runs == 1)
  }

  @Test func anInterruptedRunChangesNothing() throws {
    var talk = try Talk()
    let before = talk.session
    talk.world.cancelNext()
    let reply = talk.say("run 50")
    #expect(reply.code == 130)
    #expect(reply.output.isEmpty)
    #expect(talk.session.isSame(as: before))
  }

  @Test func resultsGoWhereTheyAreSent() throws {
    var talk = try Talk()
    let shown = talk.say("run 50 PO.fte at 2029-09 --format csv").output
    #expect(shown.hasPrefix("scenario,place,metric,month,statistic,value\n"))
    talk.say("run PO.fte at 2029-09 --format csv > r.csv; run PO.fte at 2029-09 --format csv --output s.csv")
    #expect(talk.world.files["r.csv"] == shown)
    #expect(talk.world.files["s.csv"] == shown)
    talk.say("format csv; run PO.fte at 2029-09 | head -2")
    #expect(talk.world.sent["head -2"] == shown)
    #expect(talk.say("last").output == shown)
    #expect(talk.say("plan --format csv").code == 2)
    #expect(talk.say("format markdown; run PO.fte at 2029-09").output.contains("| PO.fte | 90 % |"))
  }

  /// The course of a median is drawn beside its numbers where pictures are, and nowhere else.
  @Test func aTableHasSparklinesWherePicturesAre() throws {
    var talk = try Talk()
    let plain = talk.say("run 40 PO.fte at 2029-09").output
    #expect(!plain.contains { "▁▂▃▄▅▆▇█".contains($0) })
    let drawn = talk.say("set charts unicode; table PO.fte at 2029-09").output
    #expect(drawn.contains { "▁▂▃▄▅▆▇█".contains($0) })
    let row = try #require(drawn.split(separator: "\n").first { $0.contains("median  ") })
    #expect(row.filter { "▁▂▃▄▅▆▇█".contains($0) }.count == 24, "\(row)")
    #expect(talk.say("set charts auto; table PO.fte at 2029-09").output == plain)
    #expect(!talk.say("set plain on; table PO.fte at 2029-09").output.contains { "▁▂▃▄▅▆▇█".contains($0) })
    #expect(talk.say("plot PO.fte").output.contains("PO.fte: median "))
  }

  @Test func gradesAreDrawnAgainstAnotherScenario() throws {
    var talk = try Talk()
    let reply = talk.say("run 40; set intakes.*.places +20%; set charts ascii; plot PO against national-2024")
    #expect(reply.fault == nil, "\(reply.fault ?? "")")
    #expect(reply.output.contains("national-2024, changed") && reply.output.contains("qualifiers"))
    #expect(reply.output.hasSuffix("\n") && reply.output.unicodeScalars.filter { !$0.isASCII }.count < 200)
    #expect(talk.say("plot targets against national-2024").fault?.contains("only metrics and grades") == true)
  }

  @Test func monthsAreSpansToo() throws {
    var talk = try Talk()
    let months = talk.say("run 20 PO.heads at 2025-03..2027-03 step 12 2029-09 --format csv").output
      .split(separator: "\n").filter { $0.contains(",mean,") }.map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[3]
      }
    #expect(months == ["2025-03", "2026-03", "2027-03", "2029-09"])
  }
}
