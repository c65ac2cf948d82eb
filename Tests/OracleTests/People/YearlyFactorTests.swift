import Foundation
import Oracle
import Testing

/// Moments of the yearly factor, three ways.
@Suite struct YearlyFactorTests {
  private let factor = YearlyFactor(variation: 0.3, persistence: 0.6)

  @Test func theFirstYears() {
    #expect(abs(factor.deviationVariance(year: 1) - 0.09) < 1e-15)
    #expect(abs(factor.deviationVariance(year: 2) - 0.09 * 1.36) < 1e-15)
    #expect(abs(factor.deviationCovariance(1, 3) - 0.09 * 0.36) < 1e-15)
    #expect(abs(factor.moments(year: 1).variance - (exp(0.09) - 1)) < 1e-15)
    // In the long run σ² ÷ (1 − ρ²); with ρ = 1 a random walk.
    #expect(abs(factor.deviationVariance(year: 60) - 0.09 / 0.64) < 1e-12)
    #expect(abs(YearlyFactor(variation: 0.1, persistence: 1).deviationVariance(year: 7) - 0.07) < 1e-15)
  }

  /// By quadrature over the innovations, which uses none of the formulas.
  @Test func averageAndProductByQuadrature() {
    let rules = (0..<3).map { _ in ProbabilityRule.normal(mean: 0, sd: 1, nodes: 16) }
    let found = Quadrature.integrate(rules) { normals -> [Moments] in
      var deviation = 0.0
      var variance = 0.0
      var average = 0.0
      var product = 1.0
      for normal in normals {
        deviation = 0.6 * deviation + 0.3 * normal
        variance = 0.36 * variance + 0.09
        average += exp(deviation - variance / 2) / 3
        product *= exp(deviation - variance / 2)
      }
      return [Moments(mean: average, variance: 0), Moments(mean: product, variance: 0)]
    }
    let average = factor.sum([1: 1.0 / 3, 2: 1.0 / 3, 3: 1.0 / 3])
    let product = factor.product(years: 3)
    #expect(abs(found[0].mean - 1) < 1e-9 && abs(average.mean - 1) < 1e-15)
    #expect(abs(found[0].variance - average.variance) < 1e-8)
    #expect(abs(found[1].mean - product.mean) < 1e-8)
    #expect(abs(found[1].variance - product.variance) < 1e-6)
  }

  /// With no variation those who stay are Binomial; with little, n² r² Var(Σ w f) S² is added.
  @Test func thoseWhoStay() {
    let still = YearlyFactor(variation: 0, persistence: 0).staying(50, rate: 0.2, yearsOfMonths: [6, 12])
    #expect(abs(still.mean - 50 * exp(-0.3)) < 1e-9 && still.parameterVariance < 1e-12)
    let little = YearlyFactor(variation: 0.01, persistence: 0.5)
    let stay = 50 * exp(-0.3)
    let linear = stay * stay * 0.04 * little.sum([1: 0.5, 2: 1]).variance
    #expect(abs(little.staying(50, rate: 0.2, yearsOfMonths: [6, 12]).parameterVariance / linear - 1) < 0.01)
  }
}
