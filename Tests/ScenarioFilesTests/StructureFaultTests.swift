import TestSupport
import Testing
import WorkforceModel

/// Faults of keys, of what is missing, and of values that do not go together.
@Suite struct StructureFaultTests {
  private static let head = Samples.with("")
  private static let grades =
    head + "grades:\n  PO: {opening: 100, leaving: 7%/yr}\n  PSO: {opening: 90, leaving: 9%/yr}\n"

  private static func pathway(_ lines: String, withdrawn: String = "leave") -> String {
    grades + "pathways:\n  P:\n    months: 15mo\n    employed-as: PSO\n    qualifies-as: PO\n"
      + "    attrition: 20% over pathway\n    withdrawn: \(withdrawn)\n" + lines
  }

  private static func intake(_ lines: String) -> String { grades + "intakes:\n  a:\n" + lines }

  private static let cases: [ExpectedFault] = [
    ExpectedFault(
      head + "grades:\n  PO:\n    opening: 5\n    leaving: 7%/yr\n    «capcity»: 80%\n",
      "unknown key 'capcity' in grades.PO",
      help: "did you mean capacity?"),
    ExpectedFault(
      head + "grades:\n  «PO»:\n    opening: 5\n", "grades.PO lacks 'leaving': the leaving rate"),
    ExpectedFault(
      "«cadre»: 1\nname: n\nmonths: 5mo\ngrades: {PO: {opening: 1, leaving: 7%/yr}}\n",
      "the scenario lacks 'start': the month at whose end the opening position stands",
      help: "start: a month from 1900-01 to 2199-12, written 2024-09"),
    ExpectedFault(
      head + "grades:\n  PO:\n    opening: {value: 5, «sorce»: x}\n    leaving: 7%/yr\n", "unknown key 'sorce'",
      help: "did you mean source?"),
    ExpectedFault(
      head + "grades:\n  PO:\n    opening: {«vlue»: 5}\n    leaving: 7%/yr\n", "unknown key 'vlue'",
      help: "did you mean value?"),
    ExpectedFault(
      grades + "intakes:\n  a: {starts: 2025-03, places: 5, into: «{PO: 60%, PSO: 30%}»}\n",
      "the shares sum to 90%, not 100%", help: "one part may be written 'rest'"),
    ExpectedFault(
      pathway("", withdrawn: "«{leave: rest, PO: rest}»"), "at most one part of a split may be the rest"),
    ExpectedFault(
      pathway("", withdrawn: "«{leave: 20%..40%, PO: 70%}»"),
      "shares cannot all be stated when one is uncertain: one part must be the rest",
      help: "one part may be written 'rest'"),
    ExpectedFault(
      head + "grades:\n  PO: {opening: 100, leaving: «{<5y: 7%/yr, 6y+: 8%/yr}»}\n",
      "the bands do not cover every length once: nothing covers 5y-6y"),
    ExpectedFault(
      head + "grades:\n  PO: {opening: 100, leaving: 7%/yr, service: «{<5y: 50%, 4y+: 50%}»}\n",
      "the bands do not cover every length of service once: 4y+ overlaps another band"),
    ExpectedFault(
      head + "grades:\n  PO: {opening: 100, leaving: «{<5y: 7%/yr, 5y+: 8%/yr}»}\n",
      "grades.PO.leaving.rate has a band from 5y+, but the opening heads of 0mo+ are one group of unknown service",
      help: "say how far the group reaches: grades.PO.service: {…, 0mo+: {share: …, to: 30y}}"),
    ExpectedFault(
      grades + "moves:\n  promotion: {from: PO, to: «SPO», rate: 4%/yr}\n", "there is no grade 'SPO'",
      help: "did you mean PO or PSO?"),
    ExpectedFault(
      pathway("    learners: {2023-09: 200, 2023-03: «20»}\n"),
      "learners with 18 months done have finished a programme of 15mo", help: "months done go from 0mo to 14mo"),
    ExpectedFault(
      pathway("    learners: {2024-10: «20»}\n"),
      "learners who start in 2024-10 are not there at the end of 2024-09"),
    ExpectedFault(
      intake("    starts: «2024-09»\n    places: 5\n    into: PO\n"),
      "a start in 2024-09 is not after the opening position of 2024-09",
      help: "learners who have started stand in pathways.….learners"),
    ExpectedFault(
      intake("    starts: every 12mo from 2025-09\n    places: 5\n    into: PO\n    «2026-03»: {places: 6}\n"),
      "intakes.a has no start in 2026-03", help: "starts nearby: 2025-09, 2026-09 and 2027-09"),
    ExpectedFault(
      grades + "factors:\n  z: {moves: [«grades.PO.leeving»], weight: 0.5}\n",
      "there is no uncertain number 'grades.PO.leeving'"),
    ExpectedFault(
      grades
        + "pathways:\n  «PO»: {months: 15mo, employed-as: PSO, qualifies-as: PO, withdrawn: leave, attrition: 1%/mo}\n",
      "'PO' names both a grade and a pathway"),
    ExpectedFault(
      head + "grades:\n  «2PO»: {opening: 100, leaving: 7%/yr}\n",
      "'2PO' cannot name a grade: a name begins with a letter"),
    ExpectedFault(
      head + "grades:\n  «P.O»: {opening: 100, leaving: 7%/yr}\n",
      "'P.O' cannot name a grade: a name is made of letters, digits, '-' and '_'"),
    ExpectedFault(
      head + "grades:\n  «leave»: {opening: 100, leaving: 7%/yr}\n",
      "'leave' cannot name a grade: 'leave' has a meaning of its own and cannot be a name"),
    ExpectedFault(
      head + "grades:\n  «source»: {opening: 100, leaving: 7%/yr}\n",
      "'source' cannot name a grade: 'source' has a meaning of its own and cannot be a name"),
    ExpectedFault(
      head + "«[»a, b]: 1\ngrades:\n  PO: {opening: 1, leaving: 7%/yr}\n", "a key is a text, not a list or a mapping"),
    ExpectedFault(
      "«[a, b]»\n", "a scenario is a mapping with a 'key: value' on each line, not a list [ … ]",
      help: "begin with cadre: 1"),
  ]

  @Test(arguments: cases) func isTold(_ expected: ExpectedFault) {
    let difference = expected.difference()
    #expect(difference == nil)
  }

  @Test func allFaultsOfAFileInOrder() {
    let marked = MarkedText(
      """
      cadre: 1
      name: Many
      start: «2024-13»
      months: «60»
      grades:
        PO:
          opening: 5436 fte
          leaving: «7.8»
          «leaving»: 7%/yr
          «capasity»: 80%
        «PO»: {opening: 1}
        «9»: {opening: 1}
      """)
    let faults = ExpectedFault.faults(in: marked.text)
    let places = faults.compactMap(\.range).map { MarkedText.Mark(line: $0.line, column: $0.column, length: $0.length) }
    #expect(places == marked.marks)
    #expect(faults[3].message == "duplicate key 'leaving'")
    #expect(faults[3].label == "first given on line 8")
  }

  /// As it is shown, from a file with the line endings of Windows.
  @Test func rendered() {
    let text = Samples.with("grades:\n  PO: {opening: 5, opening: 6, leaving: 7.8%}\n").replacing("\n", with: "\r\n")
    #expect(
      DiagnosticRenderer(texts: ["test.yaml": text]).render(ExpectedFault.faults(in: text)) == """
        test.yaml:6:20: error: duplicate key 'opening'
            6 |   PO: {opening: 5, opening: 6, leaving: 7.8%}
              |                    ^~~~~~~ first given on line 6
        test.yaml:6:41: error: 7.8% is a share (60%), but here stands a rate of leaving: a central annual rate (7.8%/yr), \
        an annual probability (7.5% chance/yr) or a monthly probability (0.65%/mo); may be uncertain
            6 |   PO: {opening: 5, opening: 6, leaving: 7.8%}
              |                                         ^~~~ a rate of leaving
          help: did you mean 7.8%/yr?

        """)
  }

  @Test func manyFaultsAreCapped() {
    let keys = (0..<80).map { "key\($0): 1" }.joined(separator: "\n")
    let faults = ExpectedFault.faults(in: keys)
    #expect(faults.count == 51)
    #expect(faults.last?.message == "… and 35 more")
  }
}
