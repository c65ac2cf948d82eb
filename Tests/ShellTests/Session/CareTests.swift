import Talking
import Testing

@testable import Shell

/// What must not be lost, mixed up or said wrongly.
@Suite struct CareTests {
  private static func two(_ order: [String]) -> String {
    let grades = ["A": "A: {opening: 100, leaving: 5%/yr}", "B": "B: {opening: 10, leaving: 5%/yr}"]
    return """
      cadre: 1
      name: Two grades
      start: 2025-03
      months: 6mo
      replicates: 20
      grades:
      \(order.compactMap { grades[$0] }.map { "  \($0)" }.joined(separator: "\n"))

      """
  }

  /// The same values in another order simulate the same and number it otherwise: a run of one is none of the other.
  @Test func aRunIsNoneOfTheSameInAnotherOrder() throws {
    var talk = try Talk("one.yaml", files: ["one.yaml": Self.two(["A", "B"]), "other.yaml": Self.two(["B", "A"])])
    let shown = talk.say("table A.heads at 2025-03 --format csv").output
    #expect(shown.contains("A.heads,2025-03,mean,100\n"))
    let digest = talk.digest
    talk.say("open other.yaml")
    #expect(talk.digest == digest)
    #expect(talk.say("table A.heads at 2025-03 --format csv").output.contains("A.heads,2025-03,mean,100\n"))
    let compared = talk.say("compare one.yaml other.yaml --metric A.heads --at 2025-03 --format csv").output
    #expect(compared.contains("other,,A.heads,2025-03,mean,100\n"), "\(compared)")
  }

  @Test func resettingOneValueLeavesTheOthers() throws {
    var talk = try Talk()
    let target = talk.value("grades.PO.target")
    talk.say("set grades.PO.target 7000 fte; set grades.PO.opening 6000; set grades.PSO.opening 900")
    talk.say("reset grades.*.target")
    #expect(talk.value("grades.PO.target") == target)
    #expect(talk.value("grades.PO.opening") == "6000" && talk.value("grades.PSO.opening") == "900")
    // What is as it was opened leaves what is not.
    talk.say("reset grades.PSO.target")
    #expect(talk.session.unsavedChanges > 0)
    #expect(talk.value("grades.PO.opening") == "6000")
  }

  @Test func theSessionsNumberOfFuturesIsNotSaved() throws {
    var talk = try Talk()
    talk.say("run 30 PO.fte at 2029-09; set seed 4; save --output out.yaml")
    let text = talk.world.files["out.yaml"] ?? talk.say("save as out-2.yaml").told
    #expect(!text.contains("replicates: 30"))
  }

  @Test func whatWasSavedCanBeTakenBackAndSavedAgain() throws {
    var talk = try Talk(nil)
    talk.say("new; save as mine.yaml; set grades.staff.opening 150; save; undo; undo")
    #expect(talk.value("grades.staff.opening") == "100")
    #expect(talk.say("save").fault?.contains("is not as it was when this was opened") == true)
    #expect(talk.say("save --force").fault == nil)
    #expect(talk.world.files["mine.yaml"]?.contains("150") == false)
  }

  @Test func aBaseThatHasChangedIsNotExtended() throws {
    var talk = try Talk("base.yaml", files: ["base.yaml": Self.two(["A", "B"])])
    talk.say("set grades.A.opening 120")
    talk.world.put(Self.two(["A"]), at: "base.yaml")
    let reply = talk.say("save as more.yaml")
    #expect(reply.fault?.contains("base.yaml is not as it was") == true)
    #expect(talk.world.files["more.yaml"] == nil)
    #expect(talk.say("save as more.yaml --whole").fault == nil)
  }

  @Test(arguments: [
    ("assert PO.fte at 2024-09 >= 50%", "is no share"), ("assert PO.vacancy-rate at 2024-09 >= 5", "did you mean 5%?"),
    ("assert PO.fte p-at-target >= 5", "is a share"), ("assert PO.fte >= 7,5", "a number stands behind"),
    ("set PO.leaving 7%/yr", "did you mean grades.PO.leaving?"), ("get PO.target", "did you mean grades.PO.target?"),
    ("what if autumn.places +20%", "did you mean intakes.autumn.places?"),
    ("save as national-2024", "would hide the scenario"), ("get seed > out.yaml", "a result is no scenario"),
    ("run 1,000", "comes first"), ("run 50 PO.fte 2029-09", "did you mean at 2029-09?"),
    ("run 50 PO.fte,PSO.fte", "by blanks"), ("plot PO.fte at 2029-09 against benchmark", "leave out"),
    ("plot targets at 2029-09", "leave out"), ("undo 3", "there is one: undo 1"),
    ("run 50 PO.fte at 2027-13", "a month is written 2027-03, not '2027-13'"), ("table PO.hedas", "line:1:1: error: "),
    ("run 0", "line:1:1: error: "), ("run 20 --set seed=x", "in line:1:1"), ("name 'a", "does not end on its line"),
  ])
  func whatWouldBeWrongIsRefused(line: String, words: String) throws {
    var talk = try Talk()
    talk.say("set seed 3")
    let before = talk.session
    let reply = talk.say(line)
    #expect(reply.fault?.contains(words) == true, "\(reply.fault ?? "no fault")")
    #expect(talk.session.isSame(as: before))
  }

  @Test func claimsTakeTheMonthOnEitherSide() throws {
    var talk = try Talk()
    talk.say("run 40 PO.fte at 2029-09")
    #expect(talk.say("assert PO.fte mean >= 5,000 at 2024-09").fault == nil)
    #expect(talk.say("assert PO.fte mean at 2024-09 >= 5,000").fault == nil)
    #expect(talk.say("assert PO.fte mean >= 6,000 at 2024-09").code == 1)
  }

  @Test func aScriptThatGoesOnPassesWhatCannotBeRead() throws {
    var talk = try Talk(files: ["a.cadre": "get seed\nset a 1)\nget months\n", "b.cadre": "get seed\n"])
    let reply = talk.say("source a.cadre --keep-going")
    #expect(reply.output == "20240930\n60mo\n")
    #expect(reply.told.contains("a.cadre:2:8: error: "))
    #expect(talk.session.failureCode == 2)
    #expect(talk.say("source b.cadre x").fault?.contains("was given 1") == true)
  }

  /// A session that keeps results and one that does not give the same.
  @Test(arguments: [
    "run PO.fte PSO.heads --format csv", "targets --format csv", "what if intakes.*.places +20% --format csv",
  ])
  func keepingResultsChangesNone(line: String) throws {
    var kept = try Talk()
    kept.say("run 60; run 40 PO.fte at 2029-09; run 60 all.learners at 2029-09")
    let world = FakeWorld(keepsResults: false)
    var alone = Session(try world.open("national-2024"))
    alone.replicates = "60"
    try alone.run(line, source: "line", in: world)
    #expect(kept.say(line).output == world.takeOutput())
    #expect(kept.world.runs < 4)
  }

  @Test func namesOfTheSessionAreTold() throws {
    var talk = try Talk()
    talk.say("run 40 PO.fte at 2029-09; name before; set intakes.*.places +20%; name after")
    let compared = talk.say("compare before after at 2029-09 --metric PO.fte --replicates 40 --format csv").output
    #expect(compared.contains("after - before,,PO.fte,2029-09,mean,"), "\(compared.prefix(300))")
    #expect(talk.say("diff before").output.contains("A: national-2024 · B: before"))
  }
}
