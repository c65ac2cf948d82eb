import OrderedCollections
import Talking
import Testing
import WorkforceModel

@testable import Shell

/// Changing the scenario: what it leaves, and what it says.
@Suite struct ChangeTests {
  @Test func aValueIsSetAndTheExpectedPathIsToldAtOnce() throws {
    var talk = try Talk()
    let reply = talk.say("set grades.PO.leaving 7.0%/yr")
    #expect(reply.fault == nil)
    #expect(reply.output.isEmpty)
    #expect(reply.told.contains("note: grades.PO.leaving.rate: "))
    #expect(reply.told.contains(" → 7%/yr; 0.582 % a month"))
    #expect(talk.world.runs == 0)
    #expect(reply.told.contains("note: on the expected path ≈ +175 PO.fte at Sep 2029\n"), "\(reply.told)")
    // It is the difference of the two expected paths, each run by itself.
    func fte(_ talk: inout Talk) throws -> Double {
      let line = "run PO.fte at 2029-09 --no-chance --no-parameter-uncertainty --format csv"
      let row = try #require(talk.say(line).output.split(separator: "\n").last)
      return try #require(row.split(separator: ",").last.flatMap { Double($0) })
    }
    var opened = try Talk()
    #expect(try (fte(&talk) - fte(&opened)).rounded() == 175)
    #expect(talk.value("grades.PO.leaving.rate") == "7%/yr")
    #expect(talk.session.unsavedChanges == 1)
  }

  @Test(arguments: [
    ("set grades.PO.leavng 7%/yr", "line:1:5: error: ", "did you mean leaving?"),
    ("set grades.PO.leaving 7", "line:1:23: error: ", "did you mean"),
    ("set grades.PO.leaving", "line:1:1: error: 'set' lacks its VALUE", "usage: set PATH VALUE …"),
    ("set", "line:1:1: error: 'set' lacks its PATH", "usage: set PATH VALUE …"),
    ("set charts neon", "line:1:12: error: the setting charts is auto, colour, unicode, ascii or none, not 'neon'", ""),
    ("undo", "line:1:1: error: there is no change left", ""),
    ("redo", "line:1:1: error: there is no change left", ""),
    ("keep", "line:1:1: error: there is nothing to keep", "ask first: what if"),
    ("what if", "line:1:1: error: 'what if' lacks its PATH", ""),
    ("what if grades.PO.leaving 7%/yr and", "line:1:33: error: a change is missing beside 'and'", ""),
    ("reset grades.XX", "line:1:7: error: neither the scenario nor what was opened has a value at 'grades.XX'", ""),
    ("use nothing", "line:1:5: error: no scenario was named 'nothing'", "nothing has been named"),
    ("open nothing", "line:1:6: error: there is no file 'nothing'", ""),
    ("save", "line:1:1: error: national-2024 ships with cadre, and is not overwritten", "save as "),
    ("name a/b", "line:1:6: error: a name is letters", ""),
    ("name benchmark", "line:1:6: error: 'benchmark' is a scenario that can be opened", ""),
    ("get grades.PO.nothing", "line:1:5: error: the scenario has no value at 'grades.PO.nothing'", "grades.PO has "),
    ("frob", "line:1:1: error: there is no command 'frob'", "help lists the commands"),
    ("runn", "line:1:1: error: there is no command 'runn'", "did you mean run?"),
    ("undo x", "line:1:6: error: 'undo' does not take 'x' here", "usage: undo [N]"),
    ("undo 0", "line:1:6: error: 'undo' takes a number of steps", ""),
    ("set grades.PO.leaving 7%/yr > file", "line:1:31: error: 'set' has no result that could go elsewhere", ""),
    ("run --format xml", "line:1:14: error: --format takes table, csv, json or markdown, not 'xml'", ""),
    ("run 5 --replicates 6", "line:1:20: error: the number of futures is said twice", ""),
    ("run PO.fte at", "line:1:12: error: 'at' lacks its MONTH", ""),
    ("run PO.fte at 2029-03..2025-03", "line:1:15: error: a span of months is FIRST..LAST", ""),
    ("assert PO.fte 7000", "line:1:1: error: 'assert' lacks its operator", ""),
    ("assert PO.fte >= many", "line:1:18: error: a number stands behind >=", ""),
    ("assert PO.fte p51 >= 1", "line:1:15: error: 'p51' is no statistic", "did you mean"),
    ("help frobnicate", "line:1:6: error: there is no help on 'frobnicate'", ""),
    ("format xml", "line:1:8: error: the setting format is table, csv, json or markdown, not 'xml'", ""),
    ("last", "line:1:1: error: nothing has been shown yet", ""),
  ])
  func whatIsWrongIsToldAndChangesNothing(line: String, fault: String, help: String) throws {
    var talk = try Talk()
    talk.say("set seed 7; undo; redo")
    // There is something to take back and nothing to make again, but for the lines that ask for that.
    if line == "undo" { talk = try Talk() }
    let before = talk.session
    let reply = talk.say(line)
    let found = try #require(reply.fault)
    #expect(found.hasPrefix(fault), "\(found)")
    #expect(found.contains(help), "\(found)")
    #expect(reply.code == 2)
    #expect(reply.output.isEmpty)
    #expect(talk.session.isSame(as: before))
  }

  @Test func resetPutsOneValueBackAndUndoBringsItAgain() throws {
    var talk = try Talk()
    let opened = talk.digest
    let leaving = talk.value("grades.PO.leaving.rate")
    talk.say("set grades.PO.leaving 7%/yr; set intakes.*.places 660")
    let changed = talk.digest
    let reply = talk.say("reset grades.PO.leaving")
    #expect(reply.told.contains("note: grades.PO.leaving.rate: 7%/yr → \(leaving)\n"), "\(reply.told)")
    #expect(talk.value("grades.PO.leaving.rate") == leaving)
    #expect(talk.value("intakes.*.places") == "660|660")
    talk.say("reset intakes.*.places")
    #expect(talk.digest == opened)
    #expect(talk.session.unsavedChanges == 0)
    #expect(talk.session.current?.scenario == talk.session.current?.loaded.opened.scenario)
    talk.say("undo 2")
    #expect(talk.digest == changed)
    talk.say("reset")
    #expect(talk.digest == opened)
    #expect(talk.say("reset").told.contains("as it was opened"))
  }

  /// A band means its row: half of a value cannot stand where the other half comes from elsewhere.
  @Test func resettingABandPutsItsRateBack() throws {
    var talk = try Talk()
    let rate = talk.value("grades.PO.leaving.rate")
    talk.say("set grades.PO.leaving.<5y 6%/yr; set grades.PO.leaving.5y+ 6%/yr")
    let reply = talk.say("reset grades.PO.leaving.<5y")
    #expect(reply.fault == nil, "\(reply.fault ?? "")")
    #expect(talk.value("grades.PO.leaving.rate") == rate)
  }

  @Test func whatIfChangesNothingUntilKept() throws {
    var talk = try Talk()
    talk.say("run 40 PO.fte at 2029-09")
    let opened = talk.digest
    #expect(talk.say("what if grades.PO.leaving 7%/yr and intakes.*.places 600").fault == nil)
    #expect(talk.digest == opened)
    #expect(talk.session.unsavedChanges == 0)
    talk.say("keep")
    #expect(talk.value("grades.PO.leaving.rate") == "7%/yr")
    #expect(talk.value("intakes.*.places") == "600|600")
    talk.say("undo")
    #expect(talk.digest == opened)
    // A change in between ends what was asked.
    talk.say("what if grades.PO.leaving 7%/yr; set seed 5")
    #expect(talk.say("keep").code == 2)
  }

  @Test func namedScenariosAreAsTheyStood() throws {
    var talk = try Talk()
    let opened = talk.digest
    talk.say("set grades.PO.leaving 7%/yr; name calmer; set grades.PO.leaving 9%/yr")
    let other = talk.digest
    talk.say("use calmer")
    #expect(talk.value("grades.PO.leaving.rate") == "7%/yr")
    talk.say("undo")
    #expect(talk.digest == other)
    talk.say("open national-2024")
    #expect(talk.digest == opened)
    talk.say("open calmer")
    #expect(talk.value("grades.PO.leaving.rate") == "7%/yr")
  }
}

extension Session {
  /// All that statements can see, but for what is remembered of results.
  func isSame(as other: Session) -> Bool {
    func key(_ located: LocatedScenario?) -> [String] {
      guard let located else { return [] }
      return [located.loaded.simulatedDigest, "\(located.scenario == other.current?.scenario)"] + located.loaded.changes
    }
    return key(current)[...] == key(other.current)[...] && settings == other.settings
      && named.keys.elementsEqual(other.named.keys) && history == other.history
      && undoable.count == other.undoable.count && redoable.count == other.redoable.count
      && (proposal == nil) == (other.proposal == nil) && replicates == other.replicates
  }
}
