import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// Where a distribution would leave its range, the limits that are offered are complete, and are accepted as they stand.
@Suite struct FittingLimitsTests {
  private static func text(leaving: String, fill: String) -> String {
    Samples.with(
      """
      grades:
        PO: {opening: 500, leaving: \(leaving)}
      intakes:
        autumn: {starts: every 12mo from 2025-09, places: 500, fill: \(fill), into: PO}

      """)
  }

  private static func set(_ line: String, in read: ReadScenario) throws(Faults) -> ReadScenario {
    let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
    let range = SourceRange(source: "--set", line: 1, column: 1, length: parts[0].count)
    let change = try ScenarioText.change(parts[1], source: "--set", column: parts[0].count + 2)
    return try read.setting([Assignment(parts[0], change, pathRange: range)]).result
  }

  struct Case: Sendable {
    var leaving = "5%/yr"
    var fill = "90%"
    var change: String
    var help: String
  }

  private static let cases = [
    Case(
      leaving: "lognormal(7.6% 0.13)/yr", change: "grades.PO.leaving=-1pt",
      help: "truncate it: --set 'grades.PO.leaving.rate=lognormal(7.6% 0.13)/yr within 1%..11.36% minus 1%'"),
    Case(
      leaving: "lognormal(7.6% 0.13)/yr", change: "grades.PO.leaving=-1pt from 2026-04",
      help: "truncate it: "
        + "--set 'grades.PO.leaving.rate=lognormal(7.6% 0.13)/yr within 1%..11.36% minus 1% from 2026-04'"),
    // A limit that is there is kept.
    Case(
      leaving: "lognormal(7.6% 0.13)/yr within 0.5%..10%", change: "grades.PO.leaving=-1pt",
      help: "truncate it: --set 'grades.PO.leaving.rate=lognormal(7.6% 0.13)/yr within 1%..10% minus 1%'"),
    Case(
      leaving: "6%..9%/yr", change: "grades.PO.leaving=-2pt",
      help: "truncate it: --set 'grades.PO.leaving.rate=6%..9%/yr within 2%..10.75% minus 2%'"),
    Case(
      leaving: "gamma(16 0.5%)/yr", change: "grades.PO.leaving=-1pt",
      help: "truncate it: --set 'grades.PO.leaving.rate=gamma(16 0.5%)/yr within 1%..15.65% minus 1%'"),
    Case(
      leaving: "430 leavers over 5513 person-years", change: "grades.PO.leaving=-1pt",
      help: "truncate it: "
        + "--set 'grades.PO.leaving.rate=430 leavers over 5513 person-years within 1%..9.024% minus 1%'"),
    Case(
      fill: "triangular(60% 70% 99%) each intake", change: "intakes.autumn.fill=+5%",
      help: "truncate it: "
        + "--set 'intakes.autumn.fill=triangular(60% 70% 99%) within 60%..95.23% times 1.05 each intake'"),
    Case(
      fill: "beta(8 8)", change: "intakes.autumn.fill=+50%",
      help: "limits that fit cut off more than one draw in twenty: "
        + "--set 'intakes.autumn.fill=beta(8 8) within 0%..66.66% times 1.5'"),
    // Limits that would leave only a tail are no help.
    Case(
      fill: "85%..99%", change: "intakes.autumn.fill=+20%",
      help: "limits that fit would cut off most of its draws: give it a distribution that stays there"),
    Case(
      fill: "uniform(85% 99%)", change: "intakes.autumn.fill=+80%", help: "give it a distribution that stays there"),
  ]

  @Test(arguments: cases) func whatIsOfferedIsAccepted(_ given: Case) throws {
    let read = try Samples.read(Self.text(leaving: given.leaving, fill: given.fill))
    let faults = #expect(throws: Faults.self) { try Self.set(given.change, in: read) }
    let help = try #require(faults?.diagnostics.first?.help.first)
    #expect(help == given.help)
    guard let offered = help.split(separator: "'").dropFirst().first else { return }
    let changed = try Self.set(String(offered), in: read)
    #expect(changed.scenario != read.scenario)
  }

  /// In a file it is the value itself that is offered.
  @Test func inAFile() throws {
    let fault = try #require(ExpectedFault.faults(in: Self.text(leaving: "normal(7% 1%)/yr", fill: "90%")).first)
    let offered = "normal(7% 1%)/yr within 3.91%..10.09%"
    #expect(fault.help == ["truncate it: \(offered)"])
    #expect(ExpectedFault.faults(in: Self.text(leaving: offered, fill: "90%")).isEmpty)
  }
}
