import Foundation
import Testing
import WorkforceModel
import WorkforceSimulation

/// Shared factors: the dependence of two numbers on the normal scale.
@Suite struct FactorTests {
  static let replicates = 40_000

  private func draws(_ weight: String, first: String, second: String) throws -> ([Double], [Double]) {
    let text = """
      cadre: 1
      name: factors
      start: 2024-09
      months: 1mo
      grades:
        A: {opening: 0, leaving: {rate: 5%/yr, multiplier: ×\(first)}}
        B: {opening: 0, leaving: {rate: 5%/yr, multiplier: ×\(second)}}
      factors:
        common: {moves: [grades.A.leaving.multiplier, grades.B.leaving.multiplier], weight: \(weight)}
      """
    let run = try Recorded(try Running.scenario(text).scenario, replicates: Self.replicates, steps: [1], seed: 3)
    return (
      try #require(run.parameter("grades.A.leaving.multiplier")),
      try #require(run.parameter("grades.B.leaving.multiplier"))
    )
  }

  /// Of the normal scores of two lognormals.
  private func correlation(_ weight: String) throws -> Double {
    let (first, second) = try draws(weight, first: "lognormal(1 0.1)", second: "lognormal(2 0.3)")
    let one = first.map { log($0) / 0.1 }
    let two = second.map { log($0 / 2) / 0.3 }
    // Both are standard normal: a mean within 5 standard errors (6e-7), the second moment too (of variance 2).
    let root = Double(Self.replicates).squareRoot()
    for scores in [one, two] {
      #expect(abs(scores.reduce(0, +)) < 5 * root)
      #expect(abs(scores.reduce(0) { $0 + $1 * $1 } - Double(Self.replicates)) < 5 * 2.0.squareRoot() * root)
    }
    return zip(one, two).reduce(0) { $0 + $1.0 * $1.1 } / Double(Self.replicates)
  }

  @Test func weightOneMakesNumbersComonotone() throws {
    let (first, second) = try draws("1", first: "gamma(9 0.1)", second: "pert(0.5 1 3)")
    let order = first.indices.sorted { first[$0] < first[$1] }
    #expect(zip(order, order.dropFirst()).allSatisfy { second[$0] <= second[$1] })
    #expect(Set(first).count > Self.replicates * 9 / 10)
    let (one, same) = try draws("1", first: "gamma(9 0.1)", second: "gamma(9 0.1)")
    #expect(one == same)
  }

  /// The mean product of two standard normals of correlation ρ has variance (1 + ρ²) ÷ R; 5 standard errors are 6e-7.
  @Test(arguments: [("0", 0.0), ("0.6", 0.36), ("0.9", 0.81)])
  func theCorrelationIsTheProductOfTheWeights(weight: String, expected: Double) throws {
    let error = ((1 + expected * expected) / Double(Self.replicates)).squareRoot()
    let found = try correlation(weight)
    #expect(abs(found - expected) < 5 * error, "\(found)")
  }

  /// Bands that are drawn apart have a draw each, dated or not, which a factor can move by the band's path.
  @Test(arguments: ["uniform(1% 9%)/yr", "{2024-01: uniform(1% 9%)/yr, 2025-01: uniform(2% 8%)/yr}"])
  func aFactorMovesIndependentBands(rate: String) throws {
    let text = """
      cadre: 1
      name: bands
      start: 2024-09
      months: 1mo
      grades:
        A:
          opening: 100
          service: {<5y: 50%, 5y+: {share: 50%, to: 10y}}
          leaving: {<5y: \(rate), 5y+: \(rate), independent: true}
      factors:
        common: {moves: [grades.A.leaving.<5y, grades.A.leaving.5y+], weight: 1}
      """
    let run = try Recorded(try Running.scenario(text).scenario, replicates: 100, steps: [1], seed: 3)
    let paths = run.legend.parameters.map(\.path)
    let below = try #require(paths.first { $0.contains("rate.<5y") })
    let above = try #require(paths.first { $0.contains("rate.5y+") })
    let young = try #require(run.parameter(below))
    let old = try #require(run.parameter(above))
    #expect(young == old)
  }
}
