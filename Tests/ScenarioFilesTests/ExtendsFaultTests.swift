import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// Faults of files that extend one another stand where they were made.
@Suite struct ExtendsFaultTests {
  private static func faults(_ own: String, base: String = Samples.small) -> [String] {
    Chains.faults(["own": own, "base": base])
  }

  @Test func faultsStandInTheirOwnFile() {
    let base = Samples.small.replacing("opening: 5436 fte", with: "opening: many, tarqet: 5 fte")
    #expect(
      Self.faults("extends: base\nmonths: x\ngrades: {PO: {opening: 5, leavin: 5}}", base: base).map(Self.placed) == [
        "base:6:17", "base:6:23", "own:2:9", "own:3:27",
      ])
  }

  private static func placed(_ fault: String) -> String { String(fault.prefix { $0 != " " }) }

  /// A fault in a value that is replaced is one all the same.
  @Test func whatIsReplacedMustBeSound() {
    let base = Samples.small.replacing("7.8%/yr", with: "7.8")
    #expect(Self.faults("extends: base\ngrades: {PO: {leaving: 7%/yr}}", base: base).map(Self.placed) == ["base:6:36"])
  }

  /// A base that was right by itself is not at fault for what lies over it.
  @Test func whatBreaksTheBaseIsAtFault() {
    let base =
      Samples.small.replacing("}\n", with: ", target: 6000 fte}\n  A: {opening: 5, leaving: 5%/yr}\n")
      + "recruitment: {PO: {fill: vacancies}}\nmoves: {up: {from: PO, to: A, rate: 5%/yr}}\n"
    #expect(Self.faults("extends: base\nname: x", base: base).isEmpty)
    #expect(
      Self.faults("extends: base\nname: x\ngrades:\n  PO:\n    target: none\n", base: base)
        == ["own:5:13 PO has no target, so it has no vacancies to fill"])
    #expect(
      Self.faults("extends: base\nmonths: 5mo\ngrades: {A: none}\n", base: base).map(Self.placed) == ["own:3:13"])
    // A fault that the base has by itself stays there.
    let wrong = base.replacing("to: A", with: "to: B")
    #expect(Self.faults("extends: base\nmonths: 5mo", base: wrong).map(Self.placed) == ["base:9:28"])
  }

  @Test func whatIsMissingIsToldWhereTheThingStands() {
    #expect(
      Self.faults("extends: base\ngrades:\n  X: {opening: 5}\n") == [
        "own:3:3 grades.X lacks 'leaving': the leaving rate"
      ])
    #expect(
      Self.faults("extends: base\nmonths: 5mo", base: "cadre: 1\nname: N\nstart: 2024-09") == [
        "own:1:1 the scenario lacks 'grades': the posts that people hold and are counted in"
      ])
  }

  @Test(arguments: [
    ("months: none", "own:2:9 months must be given: it cannot be none"),
    ("grades: none", "own:2:9 grades must be given: it cannot be none"),
    ("grades: {PO: none}", "own:2:9 a scenario has at least one grade"),
    ("grades: {PO: {leaving: none}}", "own:2:24 grades.PO.leaving must be given: it cannot be none"),
    ("grades: {PO: {leaving: {rate: none}}}", "own:2:31 grades.PO.leaving.rate must be given: it cannot be none"),
    ("grades: {PX: none}", "own:2:10 grades has no grade 'PX' to take out"),
    ("moves: {a: none}", "own:2:9 moves has no move 'a' to take out"),
  ])
  func whatCannotBeTakenOut(line: String, fault: String) {
    #expect(Self.faults("extends: base\n\(line)") == [fault])
  }

  /// Where nothing is extended there is nothing to take out.
  @Test func noneStandsOnlyOverABase() {
    let text = Samples.small.replacing("leaving:", with: "target: none, leaving:")
    #expect(ExpectedFault.faults(in: text).count == 1)
  }

  @Test func aBaseThatIsNotThere() {
    let found = Chains.faults(["own": "cadre: 1\nextends: bse\nmonths: 2mo", "base": Samples.small])
    #expect(found == ["own:2:10 there is no 'bse'"])
    #expect(Chains.faults(["own": "extends: ''"]).count == 1)
    #expect(Chains.faults(["own": "extends: none"]).count == 1)
    #expect(Chains.faults(["own": "extends:"]).count == 1)
    #expect(Chains.faults(["own": "extends: [a]"]).count == 1)
    #expect(
      ExpectedFault.faults(in: "extends: base\n").map(\.message) == [
        "the scenario 'base' is not at hand: this text must stand by itself"
      ])
  }

  @Test func circlesAreNamed() {
    #expect(
      Chains.faults(["own": "extends: b", "b": "extends: c\n", "c": "cadre: 1\nextends: b"]) == [
        "c:2:10 a scenario cannot extend itself: b → c → b"
      ])
    #expect(Chains.faults(["own": "extends: own"]) == ["own:1:10 a scenario cannot extend itself: own → own"])
  }

  @Test func chainsAreBounded() throws {
    var texts = ["own": Samples.small]
    for number in 1..<ScenarioChain.longest {
      texts["\(number)"] = "extends: \(number == 1 ? "own" : "\(number - 1)")"
    }
    #expect(throws: Never.self) { try Chains.read(texts, own: "\(ScenarioChain.longest - 1)") }
    texts["last"] = "extends: \(ScenarioChain.longest - 1)"
    #expect(Chains.faults(texts, own: "last") == ["1:1:10 more than 16 files extend one another"])
  }

  @Test func syntaxOfTheBase() {
    #expect(Self.faults("extends: base", base: "a: [").map(Self.placed) == ["base:1:5"])
    #expect(Self.faults("extends: base", base: "a").map(Self.placed) == ["base:1:1"])
    // What else is wrong with the file that extends it is told too.
    #expect(Self.faults("extends: base\nname: a\nname: b", base: "a").map(Self.placed) == ["own:3:1", "base:1:1"])
  }
}
