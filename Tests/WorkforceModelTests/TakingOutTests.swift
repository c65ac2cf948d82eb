import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// `--set PATH=none` takes out what may be left out.
@Suite struct TakingOutTests {
  private static func changed(_ sets: (String, String)..., in text: String = Samples.full) throws -> (
    result: ReadScenario, applied: [[AppliedChange]]
  ) {
    var assignments: [Assignment] = []
    for (path, change) in sets {
      let range = SourceRange(source: "--set", line: 1, column: 1, length: path.count)
      assignments.append(
        Assignment(path, try ScenarioText.change(change, source: "--set", column: path.count + 2), pathRange: range))
    }
    return try Samples.read(text).setting(assignments)
  }

  @Test func values() throws {
    let (result, applied) = try Self.changed(("note", "none"), ("grades.PO.pay", "none"), ("grades.PO.name", "none"))
    #expect(result.scenario.note == nil && result.scenario.grades["PO"]?.pay == nil)
    #expect(applied[1].map(\.before) == ["{2024-04: £38565, 2025-04: £40000}"])
    #expect(applied.map { $0.map(\.after) } == [["none"], ["none"], ["its key"]])
    #expect(result.origins["grades.PO.pay"] == nil && result.origins["grades.PO.pay.2024-04"] == nil)
    // What has a default goes back to it.
    let capacity = try Self.changed(("grades.PO.capacity", "none")).result.scenario.grades["PO"]?.capacity
    #expect(capacity == Grade().capacity)
    // In quotes it is a text.
    #expect(try Self.changed(("note", "\"none\"")).result.scenario.note?.value == "none")
  }

  @Test func namedThingsGroupsAndLists() throws {
    let (result, _) = try Self.changed(("moves.back", "none"), ("costs", "none"), ("published", "none"))
    #expect(result.scenario.moves.keys.map { $0 } == ["promotion"])
    #expect(result.scenario.costs == Costs() && result.scenario.published.isEmpty)
    #expect(try Self.changed(("moves", "none")).result.scenario.moves.isEmpty)
    // What is written over the old one takes it out again.
    let base = try Samples.read(Samples.full).scenario
    let node = result.scenario.differences(from: base, called: Entry("base"))
    var expected = result.scenario
    expected.extends = Entry("base")
    #expect(Scenario.incomplete([base.written, node]) == expected)
  }

  @Test func startsAndProvenance() throws {
    let read = try Samples.read(Samples.full)
    let month = try #require(read.scenario.intakes["autumn"]?.differing.keys.first)
    let (result, applied) = try Self.changed(("intakes.autumn.\(month).places", "none"))
    #expect(result.scenario.intakes["autumn"]?.differing[month]?.places == nil)
    #expect(applied[0].first?.remarks == ["the start no longer differs"])
    let sourced = try Self.changed(("grades.PO.opening.source", "none")).result.scenario.grades["PO"]?.opening
    #expect(sourced?.provenance.source == nil && sourced?.provenance.owner == "MA")
  }

  @Test(arguments: [
    ("name", "name must be given: it cannot be none"),
    ("grades.PO.leaving", "grades.PO.leaving.rate must be given: it cannot be none"),
    ("grades.PO.service.<5y", "one entry of a value cannot be taken out: grades.PO.service.<5y"),
    ("grades.SPO.pay", "grades.SPO.pay is not given, so there is nothing to take out"),
    ("grades.PO.opening.note", "grades.PO.opening has no 'note'"),
  ])
  func whatCannotBeTakenOut(path: String, message: String) {
    let faults = #expect(throws: Faults.self) { try Self.changed((path, "none")) }
    #expect(faults?.diagnostics.map(\.message) == [message])
  }

  /// The rest of the scenario may need it.
  @Test func whatIsNeededElsewhere() {
    let text = Samples.small.replacing("}\n", with: ", target: 6000 fte}\n") + "recruitment: {PO: {fill: vacancies}}\n"
    let faults = #expect(throws: Faults.self) { try Self.changed(("grades.PO.target", "none"), in: text) }
    #expect(faults?.diagnostics.map(\.message) == ["PO has no target, so it has no vacancies to fill"])
    // The change is at fault, not the line that was right before.
    #expect(faults?.diagnostics.first?.range?.source == "--set")
    #expect(faults?.diagnostics.first?.help.last?.hasPrefix("it shows at test.yaml:") == true)
  }
}
