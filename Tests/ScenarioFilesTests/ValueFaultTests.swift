import TestSupport
import Testing
import WorkforceModel

/// Faults of single values: the kind, the range, the spelling.
@Suite struct ValueFaultTests {
  /// A scenario with one grade whose lines are given.
  private static func grade(_ lines: String) -> String {
    Samples.with("grades:\n  PO:\n    opening: 100\n    leaving: 7%/yr\n" + lines + "\n")
  }

  private static func leaving(_ value: String) -> String {
    Samples.with("grades:\n  PO:\n    opening: 100\n    leaving: \(value)\n")
  }

  private static func pathway(_ attrition: String, _ rest: String = "") -> String {
    Samples.with(
      """
      grades:
        PO: {opening: 100, leaving: 7%/yr}
      pathways:
        P: {months: 15mo, employed-as: PO, qualifies-as: PO, withdrawn: leave, attrition: \(attrition)\(rest)}

      """)
  }

  private static let rate =
    "a rate of leaving: a central annual rate (7.8%/yr), an annual probability (7.5% chance/yr) or "
    + "a monthly probability (0.65%/mo); may be uncertain"

  private static let cases: [ExpectedFault] = [
    ExpectedFault(
      grade("    capacity: «0.2»"),
      "0.2 is a number (500), but here stands the share of time free for the work: a share (60%); may be uncertain",
      help: "did you mean 20%?"),
    ExpectedFault(
      leaving("«7.8%»"), "7.8% is a share (60%), but here stands \(rate)", help: "did you mean 7.8%/yr?"),
    ExpectedFault(
      leaving("«7.8»"), "7.8 is a number (500), but here stands \(rate)", help: "did you mean 7.8%/yr?"),
    ExpectedFault(
      pathway("«180% over pathway»"), "attrition must be between 0% and 100%, not 180% over pathway"),
    ExpectedFault(leaving("«seven»"), "'seven' is not a number", help: "allowed: \(rate)"),
    ExpectedFault(leaving("7%«/year»"), "'/year' is not a unit", help: "did you mean /yr?"),
    ExpectedFault(
      grade("    target: «7,115 fte»"), "numbers are written with a point and without thousands separators",
      help: "did you mean 7115 fte?"),
    // A comma that parts no thousands is a decimal point.
    ExpectedFault(
      leaving("«11,5%/yr»"), "numbers are written with a point and without thousands separators",
      help: "did you mean 11.5%/yr?"),
    ExpectedFault(
      leaving("«trianglar»(6% 8% 11%)/yr"), "'trianglar' is not a distribution", help: "did you mean triangular?"),
    ExpectedFault(
      leaving("«pert(2% 4%)»/yr"), "pert takes 3 arguments, not 2", help: "write pert(low mode high)"),
    ExpectedFault(
      leaving("«pert(4% 2% 7%)/yr»"), "low, mode and high must ascend", help: "allowed: \(rate)"),
    ExpectedFault(
      leaving("pert(2% «4» 7%)/yr"), "this argument lacks the percent sign that others have",
      help: "did you mean 4%?"),
    ExpectedFault(
      leaving("«normal(7% 1%)/yr»"),
      "a rate of leaving must be 0% or more, but normal(7% 1%)/yr can be anything, negative numbers included",
      help: "truncate it: normal(7% 1%)/yr within 3.91%..10.09%"),
    ExpectedFault(
      pathway("«normal(20% 5%) over pathway»"),
      "attrition must be between 0% and 100%, but normal(20% 5%) over pathway can be anything, "
        + "negative numbers included",
      help: "truncate it: normal(20% 5%) over pathway within 4.55%..35.45%"),
    ExpectedFault(leaving("«1e999%/yr»"), "'1e999%/yr' is not a number", help: "allowed: \(rate)"),
    ExpectedFault(leaving("\"«\"»"), "a value is missing", help: "allowed: \(rate)"),
    ExpectedFault(
      leaving("\"«7.8%»\""), "7.8% is a share (60%), but here stands \(rate)", help: "did you mean 7.8%/yr?"),
    ExpectedFault(
      Samples.with(
        "grades: {PO: {opening: 1, leaving: 7%/yr}}\nintakes: {a: {starts: 2025-03, places: 5, into: PO, fill: «103%»}}\n"
      ),
      "the share of places filled must be between 0% and 100%, not 103%"),
    ExpectedFault(
      "cadre: 1\nname: n\nstart: «2024-13»\nmonths: 60mo\ngrades: {PO: {opening: 1, leaving: 7%/yr}}\n",
      "expected a month from 1900-01 to 2199-12, written 2024-09, not '2024-13'"),
    ExpectedFault(
      "cadre: 1\nname: n\nstart: «2024-9»\nmonths: 60mo\ngrades: {PO: {opening: 1, leaving: 7%/yr}}\n",
      "expected a month from 1900-01 to 2199-12, written 2024-09, not '2024-9'", help: "did you mean 2024-09?"),
    ExpectedFault(
      "cadre: 1\nname: n\nstart: 2024-09\nmonths: «60»\ngrades: {PO: {opening: 1, leaving: 7%/yr}}\n",
      "expected a length of 1 to 600 months, written 15mo or 5y, not '60'", help: "did you mean 60mo?"),
  ]

  @Test(arguments: cases) func isTold(_ expected: ExpectedFault) {
    let difference = expected.difference()
    #expect(difference == nil)
  }

  /// YAML splits a call at its commas inside braces: the reader knows.
  @Test func splitCall() {
    let marked = MarkedText(
      Samples.with("grades:\n  PO: {opening: 100, leaving: «uniform(6%», «7%)/yr»}\n"))
    let faults = ExpectedFault.faults(in: marked.text)
    #expect(faults.map(\.message) == ["the bracket after uniform is not closed", "unknown key '7%)/yr' in grades.PO"])
    #expect(faults.first?.help.first?.contains("inside { } a comma ends the value") == true)
    #expect(faults.last?.help == ["inside { } a comma ends the value: separate a distribution's arguments with spaces"])
  }
}
