import Oracle
import Testing

/// The benchmark's published figures at month 60, to the digits printed.
@Suite struct BenchmarkTests {
  @Test(arguments: [
    (BenchmarkSpread.runningFloors, BenchmarkSeries.poHeads, 7541.27, 48.60),
    (.runningFloors, .psoHeads, 5179.23, 43.59),
    (.runningFloors, .learners, 1140.22, 9.88),
    (.largestRemainder, .poHeads, 7540.38, 48.60),
  ])
  func fixedParameters(spread: BenchmarkSpread, series: BenchmarkSeries, mean: Double, sd: Double) {
    let moments = BenchmarkOracle(spread: spread).moments(series, month: 60)
    #expect(abs(moments.mean - mean) <= 0.005)
    #expect(abs(moments.standardDeviation - sd) <= 0.005)
  }

  /// The integrals take seconds: each is computed once.
  static let floors = BenchmarkIntegral(spread: .runningFloors)
  static let remainder = BenchmarkIntegral(spread: .largestRemainder)

  @Test(arguments: [
    (BenchmarkSeries.poHeads, 7536.51, 237.37), (.psoHeads, 5175.83, 186.70), (.learners, 1139.95, 25.18),
  ])
  func uncertainParametersWithRunningFloors(series: BenchmarkSeries, mean: Double, sd: Double) {
    let moments = Self.floors.moments(series, month: 60)
    #expect(abs(moments.mean - mean) <= 0.005)
    #expect(abs(moments.standardDeviation - sd) <= 0.005)
  }

  @Test func uncertainParametersWithLargestRemainder() {
    let moments = Self.remainder.moments(.poHeads, month: 60)
    #expect(abs(moments.mean - 7535.63) <= 0.005)
    #expect(abs(moments.standardDeviation - 237.47) <= 0.005)
  }

  @Test func moreNodesChangeNothing() {
    let fine = BenchmarkIntegral(spread: .largestRemainder, multiplierNodes: 5, attritionNodes: 5)
    for series in BenchmarkSeries.allCases where !series.needsBothMultipliers {
      for month in stride(from: 6, through: 60, by: 6) {
        let left = Self.remainder.moments(series, month: month)
        let right = fine.moments(series, month: month)
        #expect(abs(left.mean - right.mean) < 1e-4, "\(series) \(month)")
        #expect(abs(left.standardDeviation - right.standardDeviation) < 1e-4, "\(series) \(month)")
      }
    }
  }

  @Test func theTotalIsIntegratedOverAllThreeParameters() {
    let total = BenchmarkIntegral.total(spread: .largestRemainder, months: [60])[0]
    let means = [BenchmarkSeries.poHeads, .psoHeads, .learners].map { Self.remainder.moments($0, month: 60).mean }
    #expect(abs(total.mean - means.reduce(0, +)) < 1e-3)
    #expect(total.chanceVariance > 0 && total.parameterVariance > total.chanceVariance)
  }

  @Test func everyMonthBalances() {
    let solved = BenchmarkOracle(spread: .largestRemainder)
    for month in 1...60 {
      func mean(_ series: BenchmarkSeries, _ month: Int) -> Double { solved.moments(series, month: month).mean }
      let po = mean(.poHeads, month - 1) + 4 + mean(.qualifiers, month) - mean(.poLeavers, month)
      let pso = mean(.psoHeads, month - 1) + 60 + mean(.conversions, month) - mean(.psoLeavers, month)
      let starts = month % 6 == 3 ? 500.0 : 0
      let learners = mean(.learners, month - 1) + starts - mean(.withdrawals, month) - mean(.qualifiers, month)
      #expect(abs(po - mean(.poHeads, month)) < 1e-8)
      #expect(abs(pso - mean(.psoHeads, month)) < 1e-8)
      #expect(abs(learners - mean(.learners, month)) < 1e-8)
      #expect(abs(mean(.learnersLeft, month) + mean(.conversions, month) - mean(.withdrawals, month)) < 1e-9)
    }
  }

  @Test func theOpeningPositionIsWhole() {
    for spread in BenchmarkSpread.allCases {
      let solved = BenchmarkOracle(spread: spread)
      #expect(solved.moments(.poHeads, month: 0) == Moments(mean: 5436, variance: 0))
      #expect(solved.moments(.psoHeads, month: 0) == Moments(mean: 3945, variance: 0))
      #expect(solved.moments(.learners, month: 0) == Moments(mean: 1641, variance: 0))
      #expect(solved.oracle.stock("PO", month: 0, service: 0..<60).mean == 1957)
      #expect(solved.oracle.stock("PQiP-15", month: 0).mean == 985)
      #expect(solved.oracle.stock("PQiP-21", month: 0).mean == 492)
      #expect(solved.oracle.stock("PQiP-27", month: 0).mean == 164)
    }
  }
}
