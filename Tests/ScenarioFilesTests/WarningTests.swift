import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// What is remarked without being a fault.
@Suite struct WarningTests {
  /// Setting a number to a certain value must not need the factor that moves it to be changed too.
  @Test func factorOnACertainNumberIsAWarning() throws {
    let marked = MarkedText(
      """
      cadre: 1
      name: One
      start: 2024-09
      months: 12mo
      grades:
        PO: {opening: 100, leaving: 7%/yr}
      factors:
        z: {moves: [«grades.PO.leaving»], weight: 0.5}
      """)
    let read = try ScenarioText.scenario(marked.text, source: "test.yaml")
    let warning = try #require(read.warnings.first)
    #expect(read.warnings.count == 1)
    #expect(warning.severity == .warning)
    #expect(warning.message == "grades.PO.leaving is certain, so factor z does not move it")
    // Several are one warning.
    let two = marked.text.replacing("[grades.PO.leaving]", with: "[grades.PO.leaving, grades.PO.opening]")
    let both = try ScenarioText.scenario(two, source: "test.yaml").warnings
    #expect(
      both.map(\.message) == ["grades.PO.leaving and grades.PO.opening are certain, so factor z does not move them"])
    let range = try #require(warning.range)
    let mark = try #require(marked.marks.first)
    #expect((range.line, range.column) == (mark.line, mark.column))
  }
}
