import Foundation
import Oracle
import Testing

/// Cases small enough to work out by hand.
@Suite struct SmallCaseTests {
  private func near(_ left: Double, _ right: Double, _ tolerance: Double = 1e-10) -> Bool {
    abs(left - right) <= tolerance
  }

  private func pathway(_ attrition: Double, months: Int) -> OraclePathway {
    OraclePathway(
      key: "Q", length: months, withdrawal: Monthly.constant(Monthly.cumulative(attrition, overMonths: months)),
      withdrawnTo: ["A": 0.4], qualifiesAs: "B", employedAs: "A")
  }

  private let stayers = ["A", "B"].map { OracleGrade(key: $0, leaving: Monthly.constant(0)) }

  @Test func aCentralRateBecomesAMonthlyProbability() {
    #expect(near(Monthly.central(0.078), 0.006479, 5e-7))
    #expect(near(Monthly.annualChance(0.075), 1 - pow(0.925, 1.0 / 12)))
    #expect(near(1 - pow(1 - Monthly.central(0.12, inNamedMonths: 2), 2), 1 - exp(-0.12)))
  }

  @Test func aGradeDecays() {
    let grade = OracleGrade(key: "A", leaving: Monthly.constant(Monthly.central(0.078)))
    let oracle = GroupOracle(
      OracleModel(months: 24, grades: [grade], groups: [OracleGroup(.fixed(1000), in: "A", month: 0, age: 7)]))
    for month in 0...24 {
      let survival = exp(-0.0065 * Double(month))
      let stock = oracle.stock("A", month: month)
      #expect(near(stock.mean, 1000 * survival, 1e-9))
      #expect(near(stock.variance, 1000 * survival * (1 - survival), 1e-9))
      #expect(near(oracle.stock("A", month: month, service: 0..<(7 + month)).mean, 0))
    }
    #expect(near(oracle.flow(.leavers("A"), months: 1...12).mean, 1000 * (1 - exp(-0.078)), 1e-9))
  }

  @Test func aStockHeldConstantLosesALittleLessThanTheRate() {
    // Those who leave are replaced in the same month: 1000 people, 1000 (1 − e^−0.0065) joiners a month on average.
    let grade = OracleGrade(key: "A", leaving: Monthly.constant(Monthly.central(0.078)))
    let replaced = 1000 * (1 - exp(-0.0065))
    let joiners = (1...36).map { OracleGroup(.poisson(replaced), in: "A", month: $0) }
    let oracle = GroupOracle(
      OracleModel(months: 36, grades: [grade], groups: joiners + [OracleGroup(.fixed(1000), in: "A", month: 0)]))
    #expect(near(oracle.stock("A", month: 36).mean, 1000, 1e-8))
    let leavers = oracle.flow(.leavers("A"), months: 25...36).mean
    #expect(near(leavers / 1000, 0.07775, 5e-6))
  }

  @Test func eightyOfAHundredQualify() {
    let intake = OracleGroup(.fixed(100), in: "Q", month: 3)
    let oracle = GroupOracle(
      OracleModel(months: 30, grades: stayers, pathways: [pathway(0.2, months: 15)], groups: [intake]))
    for month in 1...30 {
      let exposed = (4...18).contains(month)
      #expect((oracle.flow(.withdrawals("Q"), month: month).mean > 0) == exposed)
      #expect((oracle.flow(.finished("Q"), month: month).mean > 0) == (month == 18))
    }
    let qualified = oracle.flow(.finished("Q"), month: 18)
    #expect(near(qualified.mean, 80) && near(qualified.variance, 16))
    #expect(near(oracle.flow(.withdrawals("Q"), months: 1...30).mean, 20))
    #expect(near(oracle.flow(.left("Q"), months: 1...30).mean, 12))
    #expect(near(oracle.flow(.reverted("Q"), months: 1...30).variance, 100 * 0.08 * 0.92))
    #expect(near(oracle.stock("A", month: 30).mean, 8) && near(oracle.stock("B", month: 30).mean, 80))
    #expect(oracle.flow(.starts("Q"), month: 3) == Moments(mean: 100, variance: 0))
    #expect(oracle.stock("Q", month: 2).mean == 0 && oracle.stock("Q", month: 3).mean == 100)
    // The newly qualified have service 0 at the close of month 18, and 12 at that of month 30.
    #expect(near(oracle.stock("B", month: 18, service: 0..<1).mean, 80))
    #expect(near(oracle.stock("B", month: 29, service: 0..<12).mean, 80))
    #expect(near(oracle.stock("B", month: 30, service: 0..<12).mean, 0))
  }

  @Test func openingLearnersFaceTheExposuresThatAreLeft() {
    let opening = OracleGroup(.fixed(100), in: "Q", month: 0, age: 12)
    let oracle = GroupOracle(
      OracleModel(months: 6, grades: stayers, pathways: [pathway(0.2, months: 15)], groups: [opening]))
    #expect(near(oracle.flow(.finished("Q"), month: 3).mean, 100 * pow(0.8, 3.0 / 15)))
    #expect(oracle.stock("Q", month: 3).mean == 0)
    #expect(oracle.flow(.starts("Q"), months: 1...6).mean == 0)
  }

  @Test func hazardsCompete() {
    // Two exits of a half each leave a quarter; the rest is shared equally.
    let grade = OracleGrade(
      key: "A", leaving: Monthly.constant(0.5), moves: [OracleMove(to: "B", probability: Monthly.constant(0.5))])
    let model = OracleModel(
      months: 1, grades: [grade, stayers[1]], groups: [OracleGroup(.fixed(8), in: "A", month: 0)])
    let oracle = GroupOracle(model)
    #expect(near(oracle.stock("A", month: 1).mean, 2))
    #expect(near(oracle.flow(.leavers("A"), month: 1).mean, 3))
    #expect(near(oracle.flow(.movesIn("B"), month: 1).mean, 3))
    #expect(near(oracle.stock("B", month: 1, service: 0..<1).mean, 3))
  }

  @Test func sizesThatAreDrawn() {
    let grade = OracleGrade(key: "A", leaving: Monthly.constant(0.1))
    func stock(_ size: GroupSize) -> Moments {
      GroupOracle(OracleModel(months: 3, grades: [grade], groups: [OracleGroup(size, in: "A", month: 1)]))
        .stock("A", month: 3)
    }
    let fixed = stock(.fixed(50))
    let poisson = stock(.poisson(50))
    let binomial = stock(.binomial(50, 0.9))
    #expect(near(fixed.mean, 40.5) && near(fixed.variance, 50 * 0.81 * 0.19))
    #expect(near(poisson.mean, 40.5) && near(poisson.variance, 40.5))
    #expect(near(binomial.mean, 36.45) && near(binomial.variance, 50 * 0.729 * 0.271))
  }

  @Test func aPersonWhoMovesToAndFroCountsEachTime() {
    // Each month everyone moves with probability 0.3, from A to B or back: the moves of one person are Binomial(T, 0.3).
    let grades = [("A", "B"), ("B", "A")].map { from, to in
      OracleGrade(
        key: from, leaving: Monthly.constant(0), moves: [OracleMove(to: to, probability: Monthly.constant(0.3))])
    }
    func oracle(_ size: GroupSize) -> GroupOracle {
      GroupOracle(OracleModel(months: 10, grades: grades, groups: [OracleGroup(size, in: "A", month: 0)]))
    }
    let both = OracleFlow.anyOf([.movesOut("A"), .movesOut("B")])
    let fixed = oracle(.fixed(40)).flow(both, months: 1...10)
    #expect(near(fixed.mean, 120) && near(fixed.variance, 40 * 10 * 0.3 * 0.7))
    // A compound Poisson: λ E[X²].
    let drawn = oracle(.poisson(40)).flow(both, months: 1...10)
    #expect(near(drawn.mean, 120) && near(drawn.variance, 40 * (2.1 + 9)))
  }

  @Test func whatLeavesIsNotThere() {
    // Still in post against left: S (1 − S) each, covariance −n S (1 − S).
    let grade = OracleGrade(key: "A", leaving: Monthly.constant(0.1))
    let oracle = GroupOracle(
      OracleModel(months: 5, grades: [grade], groups: [OracleGroup(.fixed(30), in: "A", month: 0)]))
    let survival = pow(0.9, 5.0)
    let covariance = oracle.covariance(.stock("A", month: 5), .flow(.leavers("A"), months: 1...5))
    #expect(near(covariance, -30 * survival * (1 - survival)))
  }
}
