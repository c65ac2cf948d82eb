import ScenarioFiles
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Scenarios that are the same up to a month D are the same run up to then, bit for bit in every replicate.
@Suite struct PlaceboTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var scenario: String
    /// What is laid over the scenario in the one run, and in the other; nothing stands for the scenario as it is.
    var one = ""
    var other: String
    /// The month of the run in which they first differ.
    var month: Int
  }

  static let cases = [
    Case(
      testDescription: "a rate that is constant, and one that is dated", scenario: "national-2024",
      other: """
        grades: {SPO: {leaving: {value: {2024-01: lognormal(4.9% 0.2)/yr, 2026-04: lognormal(9% 0.2)/yr}}}}
        """, month: 19),
    Case(
      testDescription: "a straight line", scenario: "national-2024",
      one: "moves: {promotion: {rate: {value: 2%/yr}}}",
      other: "moves: {promotion: {rate: {value: {2024-01: 2%/yr, 2026-04: 8%/yr by 2026-12}}}}", month: 20),
    Case(
      testDescription: "one band of a rate", scenario: "benchmark",
      other: "grades: {PSO: {leaving: {rate: {<1y: {2024-10: 20%/yr, 2025-07: 30%/yr}}}}}", month: 10),
    Case(
      testDescription: "a move", scenario: "national-2024",
      other: "moves: {promotion: {rate: {value: {2024-10: pert(1% 2% 3.5%)/yr, 2027-01: pert(2% 4% 7%)/yr}}}}",
      month: 28),
    Case(
      testDescription: "places of one start", scenario: "national-2024",
      other: "intakes: {autumn: {2026-09: {places: 700}}}", month: 24),
    Case(
      testDescription: "an uncertain fill and another split of one start", scenario: "national-2024",
      other: "intakes: {spring: {2027-03: {fill: uniform(40% 60%), into: {PQiP-15: rest}}}}", month: 30),
    Case(
      testDescription: "one start less", scenario: "benchmark",
      other: "intakes: {twice-yearly: {starts: every 6mo from 2024-12 until 2027-12}}", month: 45),
    Case(
      testDescription: "another intake", scenario: "national-2024",
      other: "intakes: {extra: {starts: 2026-01, places: 20, into: PQiP-21}}", month: 16),
    Case(
      testDescription: "a plan", scenario: "benchmark",
      other: "recruitment: {PSO: {number: {2024-10: 60/mo, 2027-04: 75/mo}}}", month: 31),
    Case(
      testDescription: "a yearly plan", scenario: "benchmark", one: "recruitment: {PSO: {number: 500/yr}}",
      other: "recruitment: {PSO: {number: {2024-10: 500/yr, 2026-01: 1100/yr}}}", month: 16),
    Case(
      testDescription: "a Poisson number", scenario: "national-2024",
      other: "recruitment: {returners: {number: {value: {2024-10: poisson(46/yr), 2028-01: poisson(460/yr)}}}}",
      month: 40),
    Case(
      testDescription: "a rate with yearly variation and origins", scenario: Running.wholeModel,
      one: "grades: {PO: {leaving: {rate: {<5y: 7%/yr, 5y+: 7%/yr}}}}",
      other: "grades: {PO: {leaving: {rate: {<5y: {2024-10: 7%/yr, 2026-06: 9%/yr}, 5y+: 7%/yr}}}}", month: 21),
    Case(
      testDescription: "a move by number", scenario: Running.wholeModel,
      other: "moves: {transfer: {number: {2024-10: 6/yr, 2027-01: 30/yr}}}", month: 31),
    Case(
      testDescription: "attrition drawn anew, later another", scenario: Running.wholeModel,
      other: """
        pathways: {P15: {attrition: {value: {2024-10: beta(18 82) over pathway each intake,
          2026-08: beta(50 50) over pathway each intake}}}}
        """, month: 23),
    Case(
      testDescription: "lateness and sources of one start", scenario: Running.wholeModel,
      other: "intakes: {autumn: {2027-03: {late: 2mo, from: {PSO: 80%}}}}", month: 30),
    Case(
      testDescription: "the most that is ordered", scenario: Running.wholeModel,
      one: "recruitment: {PSO: {at-most: 9/mo}}",
      other: "recruitment: {PSO: {at-most: {2024-09: 9/mo, 2028-02: 2/mo}}}", month: 44),
  ]

  @Test(arguments: cases)
  func theRunsAreTheSameBeforeTheyDiffer(_ given: Case) throws {
    let one = try Futures(scenario(given, given.one), replicates: 200)
    let other = try Futures(scenario(given, given.other), replicates: 200)
    #expect(one.firstDifference(from: other) == given.month)
  }

  private func scenario(_ given: Case, _ fragment: String) throws -> Scenario {
    guard !fragment.isEmpty else { return try Running.shipped(given.scenario).scenario }
    return try Running.shipped(given.scenario, with: fragment)
  }

  @Test func aDatedTargetMovesNobody() throws {
    let scenario = try Running.shipped("national-2024").scenario
    let dated = try Running.shipped("national-2024", with: "grades: {PO: {target: {2026-10: 8000 fte}}}")
    let one = try Futures(scenario, replicates: 130)
    let other = try Futures(dated, replicates: 130)
    #expect(one.firstDifference(from: other) == nil)
    for name in ["PO.target", "PO.vacancies", "PO.vacancy-rate"] {
      for step in 0...60 {
        let isSame = try values(name, step, one) == values(name, step, other)
        #expect(isSame == (step < 25), "\(name) in month \(step)")
      }
    }
  }

  private func values(_ name: String, _ step: Int, _ run: Futures) throws -> [Int64?] {
    let catalog = MetricCatalog(run.legend)
    return MetricEvaluation(catalog, run.ensemble).values(try catalog.metric(named: name), step: step)
  }
}
