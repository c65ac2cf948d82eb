import Foundation
import Testing
import WorkforceModel
import WorkforceSimulation

/// What a rate means in a month, in closed form.
@Suite struct RateTests {
  private func path(_ lines: String, months: Int = 1) throws -> (legend: Legend, people: [Double]) {
    let text = "cadre: 1\nname: r\nstart: 2024-09\nmonths: \(months)mo\n" + lines
    let compiled = try PlanCompiler.compile(try Running.scenario(text).scenario)
    return (compiled.legend, try Simulation(plan: compiled.plan, seed: 1).expectedPath().people)
  }

  private func monthly(leaving rate: String) throws -> Double {
    let (legend, people) = try path("grades: {A: {opening: 1000, leaving: \(rate)}}")
    let series = legend.stocks[0].flowSeries + Legend.GradeFlow.leavers.rawValue
    return people[legend.column(series: series, month: 1)] / 1000
  }

  @Test func everyKindOfLeaving() throws {
    // 7.8 %/yr is 0.6479 % a month; the annual rate of a small hazard is nearly the probability.
    #expect(abs(try monthly(leaving: "7.8%/yr") - (1 - exp(-0.078 / 12))) < 1e-15)
    #expect(abs(try monthly(leaving: "7.8%/yr") - 0.00647892) < 5e-9)
    #expect(abs(try monthly(leaving: "7.5% chance/yr") - (1 - pow(1 - 0.075, 1.0 / 12))) < 1e-15)
    #expect(abs(try monthly(leaving: "0.65%/mo") - 0.0065) < 1e-15)
    #expect(abs(try monthly(leaving: "150%/yr") - (1 - exp(-0.125))) < 1e-15)
    #expect(try monthly(leaving: "0%/yr") == 0)
    #expect(try monthly(leaving: "100%/mo") == 1)
    #expect(try monthly(leaving: "100% chance/yr") == 1)
  }

  @Test(arguments: [
    ("20% over pathway", 1 - pow(0.8, 1.0 / 15)), ("12%/yr", 1 - exp(-0.01)), ("1%/mo", 0.01),
    ("12% chance/yr", 1 - pow(0.88, 1.0 / 12)), ("100% over pathway", 1),
  ])
  func everyKindOfAttrition(written: String, probability: Double) throws {
    let (legend, people) = try path(
      """
      grades: {A: {opening: 0, leaving: 0%/yr}}
      pathways:
        P: {months: 15mo, employed-as: A, qualifies-as: A, attrition: \(written), withdrawn: leave, learners: {0mo: 1000}}
      """)
    let series = legend.stocks[1].flowSeries + Legend.PathwayFlow.left.rawValue
    #expect(abs(people[legend.column(series: series, month: 1)] / 1000 - probability) < 1e-15)
  }

  /// Docs: 7.8 %/yr on a stock held constant gives leavers of 7.775 % a year, joiners not being exposed at once.
  @Test func aConstantStockLosesALittleLess() throws {
    let monthly = 1 - exp(-0.0065)
    let (legend, people) = try path(
      """
      grades: {A: {opening: 100000, leaving: 7.8%/yr}}
      recruitment: {A: {number: \(monthly * 100_000)/mo}}
      """, months: 12)
    let series = legend.stocks[0].flowSeries + Legend.GradeFlow.leavers.rawValue
    let leavers = (1...12).reduce(0) { $0 + people[legend.column(series: series, month: $1)] }
    #expect(abs(leavers / 100_000 - 12 * monthly) < 1e-9)
    #expect(abs(leavers / 100_000 - 0.07775) < 5e-6)
    #expect(abs(people[legend.column(series: legend.stocks[0].headsSeries, month: 12)] - 100_000) < 1e-3)
  }

  /// Two moves to one grade add their hazards; where an exit is certain nothing else can happen.
  @Test func exitsCompete() throws {
    func flows(_ leaving: String, _ moves: String) throws -> [Double] {
      let (legend, people) = try path(
        "grades: {A: {opening: 1000, leaving: \(leaving)}, B: {opening: 0, leaving: 0%/yr}}\nmoves: {\(moves)}")
      return [Legend.GradeFlow.leavers, .movesOut].map { flow in
        people[legend.column(series: legend.stocks[0].flowSeries + flow.rawValue, month: 1)] / 1000
      }
    }
    let one = try flows("12%/yr", "m: {from: A, to: B, rate: 36%/yr}")
    let two = try flows("12%/yr", "m: {from: A, to: B, rate: 12%/yr}, n: {from: A, to: B, rate: 24%/yr}")
    let total = 1 - exp(-0.04)
    for found in [one, two] {
      #expect(abs(found[0] - total / 4) < 1e-15 && abs(found[1] - total * 3 / 4) < 1e-15)
    }
    #expect(try flows("100%/mo", "m: {from: A, to: B, rate: 36%/yr}") == [1, 0])
    #expect(try flows("12%/yr", "m: {from: A, to: B, rate: 100% chance/yr}") == [0, 1])
  }

  /// Kinds do not mix silently: bands of different kinds are each taken in their own kind, or refused.
  @Test func bandsOfDifferentKindsAreNotMixedUp() throws {
    let lines = """
      grades:
        A: {opening: 1000, service: {<5y: 0%, 5y+: {share: 100%, to: 10y}}, leaving: {<5y: 6%/yr, 5y+: 2%/mo}}
      """
    do {
      let (legend, people) = try path(lines)
      let series = legend.stocks[0].flowSeries + Legend.GradeFlow.leavers.rawValue
      let found = people[legend.column(series: series, month: 1)] / 1000
      #expect(abs(found - 0.02) < 1e-12, "2%/mo was taken as \(found) a month")
    } catch is Faults {
      // To be told that bands are of one kind is as good.
    }
  }
}
