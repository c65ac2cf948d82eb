import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// Changes that cannot be made: what is said, where, and what would mend it.
@Suite struct ChangeFaultTests {
  struct Case: Sendable {
    var path: String
    /// What is marked stands between `«` and `»`; nothing is marked where the path is at fault.
    var change: String
    var message: String
    var help: [String]

    init(_ path: String, _ change: String, _ message: String, _ help: String...) {
      (self.path, self.change, self.message, self.help) = (path, change, message, help)
    }
  }

  private static let forms =
    "a change is +20%, +2pt, or a shift in the value's own unit such as +0.5%/yr, -£500 or +3mo"
  private static let quoted = "a text that begins with a sign is quoted: "

  private static let cases = [
    Case(
      "grades.PSO.opening", "«+50»",
      "grades.PSO.opening is 3945 fte: it is shifted in its own unit, full-time equivalents (5436 fte)",
      "did you mean +50 fte?"),
    Case(
      "grades.PSO.leaving", "«-2/yr»",
      "grades.PSO.leaving.rate is 12%/yr: it is shifted in its own unit, a central annual rate (7.8%/yr)",
      "did you mean -2%/yr?"),
    Case(
      "intakes.autumn.fill", "«+0.5»",
      "intakes.autumn.fill is 85%..99%: it is shifted in its own unit, a share (60%)", forms),
    Case(
      "grades.PSO.opening", "«+2pt»", "grades.PSO.opening is 3945 fte, no percentage, so it takes no percentage points",
      "did you mean +2 fte?"),
    Case("grades.PSO.leaving", "+2«pts»", "'pts' is not a unit", "did you mean +2pt?", forms),
    Case("grades.PSO.leaving", "«+1%..2%/yr»", "a shift is a certain number, not 1%..2%/yr", forms),
    Case(
      "grades.PSO.leaving", "«-120%»", "-120% takes away more than there is", "-100% is the most that can be taken away"
    ),
    Case(
      "grades.PSO.leaving", "«-13pt»", "a rate of leaving must be 0% or more, not -1%/yr"),
    Case(
      "pathways.P.attrition", "«×1.2»",
      "×1.2 is a multiplier (×1.1), but here stands attrition: a probability over the pathway (20% over pathway), a "
        + "monthly probability (0.65%/mo), a central annual rate (7.8%/yr) or an annual probability (7.5% chance/yr); "
        + "may be uncertain", "to scale what is there write +20%"),
    Case("name", "«+20%»", "name is replaced as a whole: +20% is no change of it", "it is a text", quoted + "\"+20%\""),
    Case(
      "pathways.P.employed-as", "«-1»", "pathways.P.employed-as is replaced as a whole: -1 is no change of it",
      "it is the name of a grade", quoted + "\"-1\""),
    Case(
      "intakes.autumn.starts", "«+3mo»", "intakes.autumn.starts is replaced as a whole: +3mo is no change of it",
      "it is a month (2025-03) or a repeating schedule (every 12mo from 2025-09, optionally until 2028-09)",
      quoted + "\"+3mo\""),
    Case(
      "pathways.P.months", "«+20%»",
      "pathways.P.months is a length in whole months, and is shifted by months, not changed by +20%",
      "for example +3mo"),
    Case("pathways.P.months", "+3mo from «2026-04»", "pathways.P.months cannot change with time"),
    Case(
      "grades.PO.opening", "+3 from «2026-04»", "people or FTE in post cannot change with time",
      "leave out 'from 2026-04' to change it from the start"),
    Case(
      "grades.PO.capacity", "+1% from «2026-04»", "the share of time free for the work cannot change with time"),
    Case(
      "grades.PSO.leaving", "+1% from «2026-4»",
      "expected a month from 1900-01 to 2199-12, written 2024-09, not '2026-4'",
      "did you mean 2026-04?"),
    Case(
      "grades.PSO.leaving", "+1% from «2031-01»", "2031-01 is after 2029-09, the last month simulated",
      "set months to look further"),
    Case(
      "grades.PO.target", "+1% from «2026-01»", "in 2026-01 the value is on a straight line from 2025-09 to 2026-09",
      "change it from 2026-09, when it has arrived, or give the whole line anew"),
    Case(
      "grades.PO.target.2027-09", "+1% from «2026-01»",
      "the path names the value of 2027-09 alone, so it takes no 'from'"
    ),
    Case(
      "grades.PO.leaving", "«{<4y: 7%/yr, 4y+: 8%/yr}» from 2026-04",
      "the bands of a value from a month on are those that it has: <5y and 5y+"),
    Case(
      "intakes.autumn.2027-09.places", "+1% from «2026-01»", "the path names one start, so it takes no 'from'"),
    Case(
      "intakes.autumn.places", "+1% from «2028-10»", "intakes.autumn has no start from 2028-10 to 2029-08",
      "it starts every 12mo from 2025-09"),
    Case("intakes.autumn.places", "«600.5»", "places must be whole, not 600.5", "people are whole: 600 or 601"),
    Case("pathways.P.learners.6mo", "«2.5»", "learners must be whole, not 2.5", "people are whole: 2 or 3"),
    Case("intakes.autumn.into.P", "«+5pt»", "the shares sum to 105%, not 100%", "one part may be written 'rest'"),
    Case("pathways.P.withdrawn.leave", "«+80pt»", "a share must be between 0% and 100%, not 110%"),
    Case(
      "pathways.P.withdrawn.PSO", "+5pt", "pathways.P.withdrawn.PSO is the rest, which is no number to change",
      "change the other parts, or give it a share of its own"),
    Case(
      "grades.PO.leaving.<6y", "+5%", "grades.PO.leaving.rate has no '<6y'", "there is: <5y and 5y+"),
    Case(
      "pathways.P.fte-per-head", "+5%", "pathways.P.fte-per-head is not given, so there is nothing to change",
      "give it a value first: FTE per head: a number (0.94), 0 to 2, above 0; may be uncertain"),
  ]

  @Test(arguments: cases) func everyFault(_ given: Case) throws {
    let marked = MarkedText("\(given.path)=\(given.change)")
    let change = String(marked.text.dropFirst(given.path.count + 1))
    do throws(Faults) {
      // The horizon of the one about a month without starts ends before the next start.
      let months: [(String, String)] = given.change.contains("2028-10") ? [("months", "59mo")] : []
      let read = try ScenarioText.scenario(ChangeTests.text, source: "test.yaml")
      let range = SourceRange(source: "--set", line: 1, column: 1, length: given.path.unicodeScalars.count)
      let assignments = try ([(given.path, change)] + months).map { path, text throws(Faults) in
        Assignment(
          path, try ScenarioText.change(text, source: "--set", column: path.unicodeScalars.count + 2), pathRange: range)
      }
      _ = try read.setting(assignments)
      Issue.record("\(marked.text) is taken")
    } catch {
      let fault = try #require(error.diagnostics.first)
      #expect(fault.message == given.message)
      #expect(fault.help == given.help)
      let mark = marked.marks.first ?? MarkedText.Mark(line: 1, column: 1, length: given.path.unicodeScalars.count)
      #expect(fault.range?.column == mark.column, "\(marked.text)")
      #expect(fault.range?.length == mark.length, "\(marked.text)")
    }
  }

  /// Each change is read and its faults are told in its own place, also when another is at fault.
  @Test func everyChangeOfABatchIsTold() {
    let faults = #expect(throws: Faults.self) {
      try ChangeTests.changed([
        ("grades.PO.openin", "+5"), ("grades.PO.opening", "+5 fte"), ("pathways.*.months", "+5mo"),
      ])
    }
    #expect(faults?.diagnostics.map(\.range?.source) == ["--set 1", "--set 2"])
    #expect(faults?.diagnostics.map(\.range?.column) == [1, 19])
  }

  /// A split with a wrong sum still has its names looked at.
  @Test func aWrongSumHidesNoUnknownName() throws {
    let faults = ExpectedFault.faults(in: ChangeTests.text.replacing("{P: 90%, PO: 10%}", with: "{P: 90%, PX: 20%}"))
    #expect(faults.map(\.message) == ["the shares sum to 110%, not 100%", "there is no pathway or grade 'PX'"])
  }
}
