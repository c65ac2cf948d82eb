import Reports
import Shell
import TestSupport
import Testing
import WorkforceModel

/// What two scenarios assume differently.
@Suite struct DifferencesTests {
  private static func differences(
    _ one: String, _ other: String, scope: ScenarioDifferences.Scope = .assumptions
  ) throws -> [Difference] {
    ScenarioDifferences([try Samples.read(one).scenario, try Samples.read(other).scenario], scope: scope).items
  }

  private static func told(_ items: [Difference]) -> [String] {
    items.map { item in "\(item.path): \(item.sides.map { $0?.text ?? "(\(item.absent))" }.joined(separator: " → "))" }
  }

  @Test(arguments: [Samples.small, Samples.full, Samples.wholeModel])
  func aScenarioDiffersFromItselfInNothing(text: String) throws {
    #expect(try Self.differences(text, text, scope: .everything).isEmpty)
  }

  /// Whatever changes what is simulated is told, and nothing else: every value that may be left out of a scenario in which
  /// every row is given is taken out.
  @Test func whatIsSimulatedIsTold() throws {
    let read = try Samples.read(Samples.full)
    var (changed, same) = (0, 0)
    for value in read.scenario.values where value.isGiven && !["seed", "replicates"].contains(value.path) {
      let range = SourceRange(source: "--set", line: 1, column: 1)
      guard let other = try? read.setting(value.path, to: .text("none"), pathRange: range).result else { continue }
      let items = ScenarioDifferences([read.scenario, other.scenario]).items
      if other.scenario.simulatedText == read.scenario.simulatedText {
        #expect(items.isEmpty, "\(value.path): \(Self.told(items))")
        same += 1
      } else {
        #expect(items.contains { $0.valuePath == value.path }, "\(value.path)")
        changed += 1
      }
    }
    #expect(changed > 20 && same > 5, "\(changed) and \(same)")
  }

  @Test func valuesAreToldPartByPart() throws {
    let one = Samples.with(
      "grades: {A: {opening: 10, service: {<5y: 40%, 5y+: 60%}, leaving: {<5y: 7%/yr, 5y+: 8%/yr}, target: {2024-09: 9 fte, 2025-01: 8 fte}}}\n"
    )
    let other = Samples.with(
      "grades: {A: {opening: 10, service: {5y+: 60%, <5y: 40%}, leaving: {5y+: 9%/yr, <5y: 7%/yr}, target: {2024-09: 9 fte}}}\n"
    )
    #expect(
      try Self.told(Self.differences(one, other)) == [
        "grades.A.leaving.rate.5y+: 8%/yr → 9%/yr",
        // Dates that are not the same are told whole: what holds at one depends on those before.
        "grades.A.target: {2024-09: 9 fte, 2025-01: 8 fte} → {2024-09: 9 fte}",
      ])
  }

  @Test func spellingIsNoDifference() throws {
    let one = Samples.with(
      "grades: {A: {opening: 10, leaving: 430 leavers over 5513 person-years, fte-per-head: 1}}\nreplicates: 10000\n")
    let other = Samples.with("grades: {A: {leaving: 430 exits over 5513 person-years, opening: 10}}\n")
    #expect(try Self.told(Self.differences(one, other)) == [])
  }

  @Test func thingsThatOneDoesNotHave() throws {
    let one = Samples.with("grades: {A: {opening: 10, leaving: 5%/yr}}\n")
    let other = Samples.with(
      "grades: {A: {opening: 10, leaving: 5%/yr, target: 9 fte}, B: {name: Second, opening: 4, leaving: 3%/yr}}\nseed: 7\n"
    )
    let items = try Self.differences(one, other)
    #expect(
      Self.told(items) == [
        "seed: 1 → 7", "grades.A.target: (none) → 9 fte", "grades.B.opening: (none) → 4",
        "grades.B.leaving.rate: (none) → 3%/yr",
      ])
    #expect(items.map(\.thing) == [nil, nil, "grades.B", "grades.B"])
    #expect(items.map(\.hasThing) == [[true, true], [true, true], [false, true], [false, true]])
  }

  @Test func provenanceCountsWhenAsked() throws {
    let one = Samples.with("grades: {A: {opening: {value: 10, source: S}, leaving: 5%/yr}}\n")
    let other = Samples.with(
      "note: n\ngrades: {A: {opening: {value: 10, owner: O}, leaving: {value: 5%/yr, source: S}}}\n")
    #expect(try Self.differences(one, other).isEmpty)
    #expect(
      try Self.told(Self.differences(one, other, scope: .everything)) == [
        "note: (none) → n", "grades.A.opening.owner: (none) → O", "grades.A.opening.source: S → (none)",
        "grades.A.leaving.rate.source: (none) → S",
      ])
  }

  @Test func threeScenarios() throws {
    func text(_ rate: String) -> String { Samples.with("grades: {A: {opening: 10, leaving: \(rate)}}\n") }
    let scenarios = try ["5%/yr", "5%/yr", "6%/yr"].map { try Samples.read(text($0)).scenario }
    #expect(Self.told(ScenarioDifferences(scenarios).items) == ["grades.A.leaving.rate: 5%/yr → 5%/yr → 6%/yr"])
  }

  // MARK: the report

  private static func report(_ one: String, _ other: String) throws -> String {
    let loaded = [try Comparing.scenario(one, stem: "one"), try Comparing.scenario(other, stem: "other")]
    return try DifferencesPage.report(
      loaded, all: false, format: .table, version: "test", page: TextRenderer().render)
  }

  @Test func theTableSaysWhatRatesMean() throws {
    let one = Samples.with("grades: {A: {opening: 10, leaving: 7.8%/yr}}\n")
    let other = Samples.with("grades: {A: {opening: 10, leaving: 7%/yr}, B: {opening: 4, leaving: 3%/yr}}\n")
    #expect(
      try Self.report(one, other) == """
        A: one · B: other

        path                    A         B       taken to mean
        grades.A.leaving.rate   7.8%/yr   7%/yr   0.648 % a month → 0.582 % a month
        grades.B.opening        –         4
        grades.B.leaving.rate   –         3%/yr   – → 0.250 % a month

        """)
  }

  @Test func noDifferences() throws {
    let one = Samples.with("grades: {A: {opening: 10, leaving: 7.8%/yr}}\n")
    #expect(try Self.report(one, one) == "A: one · B: other\n\nno differences\n")
    #expect(
      try Self.report(one, one + "note: n\n") == """
        A: one · B: other

        no differences

          Not counted: 1 difference of names, notes, published figures and where values come from.

        """)
  }
}
