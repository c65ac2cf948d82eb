import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// A file that extends another gives what differs from it.
@Suite struct ExtendsTests {
  private static func over(_ lines: String, base: String = Samples.full) throws -> Scenario {
    try Chains.read(["own": "extends: base\n" + lines, "base": base]).scenario
  }

  /// The full sample, changed as a text and by a file that extends it, simulates the same; and is the same.
  private static func agrees(_ lines: String, _ changes: (String, String)...) throws {
    var text = Samples.full
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let whole = try Samples.read(text).scenario
    var derived = try over(lines)
    #expect(derived.simulatedText == whole.simulatedText)
    #expect(derived.extends?.value == "base")
    derived.extends = nil
    #expect(derived == whole)
  }

  @Test func nothingIsTheBase() throws { try Self.agrees("") }

  @Test func aValueIsReplacedWholeWithItsProvenance() throws {
    try Self.agrees(
      "grades: {PO: {opening: 5000 fte, capacity: 90%, target: {2020-01: 6000 fte}}}",
      (
        "{value: 5436 fte, source: \"HMI Probation, 2025\", reviewed: 2025-03, valid-until: 2026-03, owner: MA}",
        "5000 fte"
      ),
      ("capacity: {<9mo: 80%, 9mo+: 100%}", "capacity: 90%"),
      (
        "target: {2022-09: 6160 fte, 2024-09: {value: 7115 fte by 2026-03, source: \"plan\"}}",
        "target: {2020-01: 6000 fte}"
      )
    )
  }

  /// A plain value is the group's principal row; its other rows stay.
  @Test func aGroupIsMergedByRow() throws {
    let rate =
      "{<5y: {value: 7%..8.2%/yr, source: \"HMPPS\"}, 5y+: {2024-01: 7.9%/yr, 2026-04: 7%/yr}, independent: true}"
    let factor = ("moves: [grades.PO.leaving.<5y, grades.PSO.leaving]", "moves: [grades.PSO.leaving]")
    let moves = "factors: {labour-market: {moves: [grades.PSO.leaving]}}"
    try Self.agrees("grades: {PO: {leaving: 6%/yr}}\n\(moves)", (rate, "6%/yr"), factor)
    try Self.agrees("grades: {PO: {leaving: {multiplier: ×1.3}}}", ("multiplier: ×1.1", "multiplier: ×1.3"))
    try Self.agrees("grades: {PO: {leaving: {multiplier: none}}}", ("\n      multiplier: ×1.1", ""))
  }

  @Test func namedThingsAreMergedAddedAndTakenOut() throws {
    try Self.agrees(
      "grades: {SPO: {opening: 1200}, X: {opening: 1, leaving: 2%/yr}}",
      ("{opening: 1100, leaving: 4.3%/yr}", "{opening: 1200, leaving: 4.3%/yr}\n  X: {opening: 1, leaving: 2%/yr}"))
    try Self.agrees("recruitment: {PSO: none}", ("  PSO: {number: {2024-10: 60/yr, 2026-04: 30/yr}, in: [may]}\n", ""))
    let without = try Self.over("factors: none\nmoves: none")
    #expect(without.factors.isEmpty && without.moves.isEmpty)
  }

  @Test func startsThatDifferAreMerged() throws {
    try Self.agrees(
      "intakes: {autumn: {2026-09: {places: 700, into: none}, 2027-09: none, 2028-09: {fill: 50%}}}",
      (
        "2026-09: {places: 650, fill: 90%, into: {PQiP-15: rest, PQiP-21: 10%},",
        "2026-09: {places: 700, fill: 90%,"
      ),
      ("2027-09: {places: {value: 600, source: \"plan\"}}", "2028-09: {fill: 50%}"))
  }

  @Test func noneTakesAValueOut() throws {
    let scenario = try Self.over(
      "note: none\nreplicates: none\ngrades: {PO: {target: none, name: none, fte-per-head: none}}")
    #expect(scenario.note == nil && scenario.grades["PO"]?.target == nil && scenario.grades["PO"]?.name == nil)
    #expect(scenario.replicates == .unset(10_000))
    #expect(scenario.grades["PO"]?.ftePerHead == Grade().ftePerHead)
    let named = try Self.over("grades: {PO: {name: \"none\"}}")
    #expect(named.grades["PO"]?.name?.value == "none")
    let text = ScenarioText.text(of: named.written)
    #expect(text.contains("name: \"none\""))
  }

  @Test func chainsOfThree() throws {
    let texts = [
      "own": "extends: middle\ngrades: {PO: {opening: 3}}",
      "middle": "extends: base\nname: Middle\ngrades: {PO: {target: none}}",
      "base": Samples.small.replacing("opening: 5436 fte", with: "opening: 1, target: 9 fte"),
    ]
    let read = try Chains.read(texts)
    #expect(read.scenario.name.value == "Middle" && read.scenario.grades["PO"]?.target == nil)
    #expect(read.scenario.extends?.value == "middle")
    #expect(read.scenario.grades["PO"]?.opening.value == .constant(3, .number))
  }

  /// What a base lacks the file that extends it may give.
  @Test func onlyTheResultMustBeWhole() throws {
    let base = "cadre: 1\ngrades: {PO: {leaving: 5%/yr}}"
    let read = try Chains.read([
      "own": "extends: base\nname: N\nstart: 2024-09\nmonths: 3mo\ngrades: {PO: {opening: 5}}", "base": base,
    ])
    #expect(read.scenario.grades["PO"]?.opening.value == .constant(5, .number))
  }

  /// Places are in the file that a value stands in; nothing is left of those that were replaced.
  @Test func placesAreInTheirFiles() throws {
    let own = "extends: base\ngrades:\n  PO:\n    leaving: 8%/yr\n    target: none\nfactors: none\n"
    let origins = try Chains.read(["own": own, "base": Samples.full]).origins
    #expect(origins["grades.PO.leaving.rate"] == SourceRange(source: "own", line: 4, column: 14, length: 5))
    #expect(origins["grades.PO.opening"]?.source == "base")
    #expect(origins.keys.filter { $0.hasPrefix("grades.PO.leaving.rate.") } == [])
    #expect(origins.keys.filter { $0.hasPrefix("grades.PO.target") || $0.hasPrefix("factors") } == [])
  }

  @Test func theDigestIsOfAllTexts() throws {
    let texts = ["own": "extends: base", "base": Samples.small]
    let digest = try Chains.chain(texts).digest
    var other = texts
    other["base"] = Samples.small + "# more"
    #expect(try Chains.chain(other).digest != digest)
    #expect(try Chains.chain(["own": Samples.small]).digest == ScenarioText.digest(ofText: Samples.small))
  }

  @Test func itCannotBeSet() throws {
    let read = try Samples.read(Samples.small)
    let place = SourceRange(source: "--set", line: 1, column: 1)
    #expect(throws: Faults.self) { try read.setting("extends", to: .text("base"), pathRange: place) }
  }
}
