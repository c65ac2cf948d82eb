import Reports
import TestSupport
import Testing
import WorkforceModel

/// The assumptions register: what is in it, what it was taken to mean, what is missing.
@Suite struct RegisterTests {
  private static let text = Samples.with(
    """
    grades:
      PO:
        opening: {value: 5436 fte, source: table, owner: MA, reviewed: 2024-06, valid-until: 2025-03}
        service: {<5y: {share: 36%, note: counted}, 5y+: 64%, source: survey}
        leaving:
          <5y: {value: 7.8%/yr, source: "one"}
          5y+: {value: lognormal(6% 0.2)/yr, assumption: true}
        fte-per-head: {value: pert(0.92 0.94 0.97), assumption: true, owner: JB}
      PSO: {opening: 90, leaving: 7.5% chance/yr, target: 100 fte}
    pathways:
      P: {months: 15mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway, withdrawn: leave}
    recruitment:
      PSO: {number: {value: poisson(46/yr), note: every month}}
    published:
      - {metric: PO.fte, at: 2025-03, value: 5000}

    """)

  private static func register(on date: Month? = nil) throws -> AssumptionsRegister {
    AssumptionsRegister(try Samples.read(text), on: date)
  }

  @Test func valuesAreInItAndNamesAreNot() throws {
    let paths = try Self.register().entries.map(\.path)
    #expect(
      paths == [
        "grades.PO.opening", "grades.PO.fte-per-head", "grades.PO.service", "grades.PO.service.<5y",
        "grades.PO.leaving.rate.<5y", "grades.PO.leaving.rate.5y+", "grades.PSO.opening", "grades.PSO.leaving.rate",
        "grades.PSO.target", "pathways.P.months", "pathways.P.attrition", "pathways.P.withdrawn",
        "recruitment.PSO.number",
      ])
  }

  @Test func numbersSayWhatTheyMean() throws {
    let entries = try Self.register().entries
    func meaning(_ path: String) -> String? { entries.first { $0.path == path }?.meaning }
    // 1 − exp(−0.078 ÷ 12), 1 − 0.925^(1 ÷ 12), 1 − 0.8^(1 ÷ 15)
    #expect(meaning("grades.PO.leaving.rate.<5y") == "0.648 % a month")
    #expect(meaning("grades.PSO.leaving.rate") == "0.648 % a month")
    #expect(meaning("pathways.P.attrition") == "1.477 % a month")
    #expect(meaning("grades.PO.fte-per-head") == "0.942 at the mean")
    #expect(meaning("recruitment.PSO.number") == "3.833 a month, drawn")
    #expect(meaning("grades.PO.opening") == "5,436 FTE")
  }

  @Test func whatIsMissingIsFlagged() throws {
    let entries = try Self.register().entries
    func flags(_ path: String) -> [RegisterEntry.Flag] { entries.first { $0.path == path }?.flags ?? [] }
    #expect(flags("grades.PO.opening") == [])
    #expect(flags("grades.PO.fte-per-head") == [.neverReviewed])
    #expect(flags("grades.PSO.opening") == [.noSource, .noOwner, .neverReviewed])
    // The source of a whole value is that of its parts.
    #expect(flags("grades.PO.service.<5y") == [.noOwner, .neverReviewed])
    #expect(try Self.register().summary == "13 values: 4 with a source, 2 assumed, 7 neither.")
  }

  /// A value holds through the month until which it is valid.
  @Test(arguments: [(2025, 3, false), (2025, 4, true)])
  func datesAreHeldAgainstTheMonthGiven(year: Int, month: Int, isExpired: Bool) throws {
    let register = try Self.register(on: Month(year: year, month: month))
    #expect(register.entries.first?.flags.contains(.expired) == isExpired)
    #expect(try Self.register().date == Month(year: 2024, month: 9))
  }
}
