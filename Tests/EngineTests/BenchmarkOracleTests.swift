import Oracle
import Testing
import WorkforceAnalysis
import WorkforceModel

/// The benchmark model against its closed forms, which were computed without the engine.
@Suite struct BenchmarkOracleTests {
  static let certain: [(path: String, value: String)] = [
    ("factors.attrition.moves", "[grades.PO.leaving.multiplier]"),
    ("pathways.*.attrition", "20% over pathway"),
    ("grades.PSO.leaving.multiplier", "×1"),
    ("factors.attrition.weight", "0"),
  ]

  /// With 20,000 replicates and uncertain parameters: PO 7535.63, sd 237.47; PSO 5175.36; learners 1139.95.
  @Test func uncertainParametersReachThePublishedMoments() throws {
    let run = try Running.everything(try Running.shipped("benchmark").scenario, replicates: 20_000)
    for (metric, mean, sd) in [
      ("PO.heads", 7535.626, 237.471), ("PSO.heads", 5175.358, 186.751), ("learners.learners", 1139.947, 25.178),
    ] {
      let distribution = try Running.distribution(metric, step: 60, run)
      let found = try #require(distribution.mean)
      let spread = try #require(distribution.standardDeviation)
      // 4.5 standard errors: 6.8e-6 for each of six comparisons.
      #expect(abs(found - mean) < 4.5 * sd / 20_000.0.squareRoot(), "\(metric): \(found)")
      #expect(abs(spread - sd) < 4.5 * sd / 40_000.0.squareRoot(), "\(metric): sd \(spread)")
    }
  }
}
