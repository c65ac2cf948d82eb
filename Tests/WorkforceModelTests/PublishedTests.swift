import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// Figures listed for comparison: read, written, changed by place, and no part of what is simulated.
@Suite struct PublishedTests {
  private static let grade = "grades:\n  PO: {opening: 100, leaving: 7%/yr}\n"
  private static let two = """
    published:
      - {metric: PO.leavers-12mo, at: 2025-09, value: 430, source: "table 4", owner: MA}
      - {metric: PO.wastage, at: 2024/25, value: 7.8%}

    """

  @Test func aListIsRead() throws {
    let read = try Samples.read(Samples.with(Self.grade + Self.two))
    let published = read.scenario.published
    #expect(published.map(\.metric.value) == ["PO.leavers-12mo", "PO.wastage"])
    #expect(published.map(\.at.value.month) == [Month(year: 2025, month: 9), Month(year: 2025, month: 3)])
    #expect(
      published[0].value == Entry(.constant(430, .number), provenance: Provenance(source: "table 4", owner: "MA")))
    #expect(published[1].value.value.certainValue == 0.078)
    #expect(read.origins["published.2.value"]?.line == 9)
  }

  @Test func whatIsWrittenReadsBackWithTheSourceBesideTheValue() throws {
    let scenario = try Samples.read(Samples.with(Self.grade + Self.two)).scenario
    let text = ScenarioText.text(of: scenario.written)
    #expect(text.contains("{metric: PO.leavers-12mo, at: 2025-09, value: 430, source: table 4, owner: MA}"))
    #expect(text.contains("at: 2024/25, value: 7.8%"))
    #expect(try Samples.read(text).scenario == scenario)
  }

  @Test func nothingThatIsSimulatedChanges() throws {
    let plain = try Samples.read(Samples.with(Self.grade)).scenario
    let listed = try Samples.read(Samples.with(Self.grade + Self.two)).scenario
    #expect(listed.simulatedText == plain.simulatedText)
    #expect(listed != plain)
  }

  @Test func entriesAreSetByTheirPlace() throws {
    let read = try Samples.read(Samples.with(Self.grade + Self.two))
    func set(_ path: String, _ text: String) throws(Faults) -> ReadScenario {
      let range = SourceRange(source: "--set", line: 1, column: 1, length: path.count)
      return try read.setting(path, to: ScenarioText.value(text, source: "--set", column: 20), pathRange: range).result
    }
    let one = try set("published.1.value", "431")
    #expect(one.scenario.published[0].value.value == .constant(431, .number))
    #expect(one.scenario.published[1] == read.scenario.published[1])
    #expect(try set("published.2.source", "table 5").scenario.published[1].value.provenance.source == "table 5")
    #expect(try set("published.*.at", "2026-03").scenario.published.map(\.at.value.month.year) == [2026, 2026])
    let whole = try set("published", "[{metric: PO.fte, at: 2025-03, value: 99 fte}]")
    #expect(whole.scenario.published.map(\.metric.value) == ["PO.fte"])
    #expect(whole.origins["published.2.value"] == nil)
    for place in ["0", "3", "x"] {
      let fault = #expect(throws: Faults.self) { try set("published.\(place).value", "1") }
      #expect(fault?.diagnostics.first?.message == "published has no '\(place)'")
      #expect(fault?.diagnostics.first?.help == ["entries are called by their place, 1 to 2"])
    }
  }

  @Test(arguments: [
    ExpectedFault(
      Samples.with(grade + "published: «430»\n"), "published is a list, each entry behind a dash, not '430'"),
    ExpectedFault(
      Samples.with(grade + "published:\n  - {metric: PO.fte, at: «2024/26», value: 1}\n"),
      "a financial year ends in the calendar year after the one it begins in, not 2024/26",
      help: "did you mean 2024/25?"),
    ExpectedFault(
      Samples.with(grade + "published:\n  - {metric: PO.fte, at: «Sep 2024», value: 1}\n"),
      "expected a month, written 2025-09, or for a flow a financial year, written 2024/25, not 'Sep 2024'"),
    ExpectedFault(
      Samples.with(grade + "published:\n  - {metric: PO.fte, at: 2024-09, value: 1, «sorce»: x}\n"),
      "unknown key 'sorce' in published.1", help: "did you mean source?"),
  ])
  func faultsAreTold(_ expected: ExpectedFault) {
    #expect(expected.difference() == nil, "\(expected.difference() ?? "")")
  }

  @Test func everyYearWritesBack() {
    for year in [1900, 1999, 2024, 2099, 2198] {
      var reading = Reading()
      let given = PublishedPeriod.financialYear(ending: Month(year: year + 1, month: 3))
      #expect(PublishedPeriod.read(.text(given.description), rule: (), path: "", in: &reading) == given)
      #expect(reading.diagnostics.isEmpty)
    }
    #expect("\(PublishedPeriod.financialYear(ending: Month(year: 2000, month: 3)))" == "1999/00")
  }
}
