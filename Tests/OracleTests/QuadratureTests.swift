import Foundation
import Oracle
import Testing

/// Rules against moments known in closed form.
@Suite struct QuadratureTests {
  private func expectation(_ rule: ProbabilityRule, _ function: (Double) -> Double) -> Double {
    zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * function($1.0) }
  }

  private func near(_ left: Double, _ right: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(right))
  }

  @Test(arguments: [1, 2, 3, 5, 8, 16, 40])
  func weightsSumToOne(nodes: Int) {
    for rule in [
      ProbabilityRule.normal(mean: 3, sd: 2, nodes: nodes), .beta(20, 80, nodes: nodes), .beta(1, 1, nodes: nodes),
      .beta(0.5, 0.5, nodes: nodes), .gamma(shape: 2.5, scale: 3, nodes: nodes), .pert(2, 4, 7, nodes: nodes),
    ] {
      #expect(rule.nodes.count == nodes)
      #expect(near(rule.weights.reduce(0, +), 1))
    }
  }

  @Test func momentsOfANormal() {
    let rule = ProbabilityRule.normal(mean: 0, sd: 1, nodes: 6)
    for (power, moment) in [(2, 1.0), (4, 3), (6, 15), (8, 105), (10, 945), (11, 0)] {
      #expect(near(expectation(rule) { pow($0, Double(power)) }, moment, 1e-11), "\(power)")
    }
    let three = ProbabilityRule.normal(mean: 0, sd: 1, nodes: 3)
    #expect(near(three.nodes[2], 3.0.squareRoot()) && near(three.weights[1], 2.0 / 3))
  }

  @Test func meanOfALognormal() {
    let rule = ProbabilityRule.lognormal(median: 1, sdlog: 0.08, nodes: 8)
    #expect(near(expectation(rule) { $0 }, exp(0.0032)))
    #expect(near(expectation(rule) { $0 * $0 }, exp(0.0128)))
  }

  @Test func momentsOfABeta() {
    for (alpha, beta) in [(20.0, 80.0), (1, 1), (0.5, 0.5), (2.5, 1), (0.5, 20.5)] {
      let rule = ProbabilityRule.beta(alpha, beta, nodes: 5)
      var moment = 1.0
      for power in 1...9 {
        moment *= (alpha + Double(power) - 1) / (alpha + beta + Double(power) - 1)
        #expect(near(expectation(rule) { pow($0, Double(power)) }, moment), "\(alpha) \(beta) \(power)")
      }
    }
  }

  @Test func momentsOfAGammaAndAPert() {
    let gamma = ProbabilityRule.gamma(shape: 430.5, scale: 1 / 5513, nodes: 6)
    #expect(near(expectation(gamma) { $0 }, 430.5 / 5513))
    #expect(near(expectation(gamma) { $0 * $0 }, 430.5 * 431.5 / (5513 * 5513)))
    let pert = ProbabilityRule.pert(0.02, 0.04, 0.07, nodes: 6)
    #expect(near(expectation(pert) { $0 }, (0.02 + 4 * 0.04 + 0.07) / 6))
  }

  @Test func anyDistributionByItsQuantiles() {
    let exponential = ProbabilityRule.inProbability(nodes: 200) { -log(1 - $0) }
    #expect(near(expectation(exponential) { $0 }, 1, 1e-4))
    let uniform = ProbabilityRule.uniform(0.12, 0.6, nodes: 4)
    #expect(near(expectation(uniform) { $0 * $0 }, (0.6 * 0.6 + 0.6 * 0.12 + 0.12 * 0.12) / 3))
  }

  @Test func theLawOfTotalVariance() {
    // Binomial(n, p) with p ~ Beta(α, β) is beta-binomial; with an added factor that is certain.
    let (alpha, beta, size) = (20.0, 80.0, 50.0)
    let result = Quadrature.integrate([.beta(alpha, beta, nodes: 4), .fixed(1)]) { values -> Moments in
      Moments(mean: size * values[0] * values[1], variance: size * values[0] * (1 - values[0]))
    }
    let total = alpha + beta
    #expect(near(result.mean, size * alpha / total))
    let variance = size * alpha * beta * (total + size) / (total * total * (total + 1))
    #expect(near(result.variance, variance))
    #expect(near(result.chanceShare, total / (total + size)))
  }
}
