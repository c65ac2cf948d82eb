import Foundation

/// Moments of the factor by which a rate varies from year to year (model, section 4):
/// f(y) = exp(x(y) − Var(x(y)) ÷ 2), x(y) = ρ x(y − 1) + σ ε(y), x(0) = 0.
public struct YearlyFactor: Sendable {
  /// Standard deviation σ of the innovation.
  public var variation: Double
  /// Persistence ρ.
  public var persistence: Double

  public init(variation: Double, persistence: Double) {
    self.variation = variation
    self.persistence = persistence
  }

  /// Var(x(y)) = σ² (1 + ρ² + … + ρ^(2 (y − 1))); years are counted from 1.
  public func deviationVariance(year: Int) -> Double {
    (0..<year).reduce(0) { $0 + variation * variation * pow(persistence, 2 * Double($1)) }
  }

  /// Cov(x(y), x(z)) = ρ^|z − y| Var(x of the earlier).
  public func deviationCovariance(_ first: Int, _ second: Int) -> Double {
    pow(persistence, Double(abs(first - second))) * deviationVariance(year: min(first, second))
  }

  /// Every factor has mean 1 and variance exp(Var(x(y))) − 1.
  public func moments(year: Int) -> Moments { Moments(mean: 1, variance: covariance(year, year)) }

  /// Cov(f(y), f(z)) = exp(Cov(x(y), x(z))) − 1.
  public func covariance(_ first: Int, _ second: Int) -> Double { exp(deviationCovariance(first, second)) - 1 }

  /// The average Σ w f of some years, with weights such as months of each year.
  public func sum(_ weights: [Int: Double]) -> Moments {
    var variance = 0.0
    for (first, left) in weights {
      for (second, right) in weights { variance += left * right * covariance(first, second) }
    }
    return Moments(mean: weights.values.reduce(0, +), variance: variance)
  }

  /// The product Π f over the years up to one: lognormal, as Σ x is normal with variance T = ΣΣ Cov.
  public func product(years: Int) -> Moments {
    let ones = 1...max(1, years)
    let total = ones.reduce(0.0) { sum, y in ones.reduce(sum) { $0 + deviationCovariance(y, $1) } }
    let own = ones.reduce(0.0) { $0 + deviationVariance(year: $1) }
    let mean = exp((total - own) / 2)
    return Moments(mean: mean, variance: mean * mean * (exp(total) - 1))
  }

  /// Those who stay, of n exposed to a central annual rate for some months of years 1, 2 …: given the path each stays with
  /// probability S = exp(−rate Σ w f), w in years. Var = E[n S (1 − S)] + n² Var(S), by quadrature over the path's normals.
  public func staying(_ people: Int, rate: Double, yearsOfMonths months: [Int], nodes: Int = 12) -> IntegratedMoments {
    let rules = months.map { _ in ProbabilityRule.normal(mean: 0, sd: 1, nodes: nodes) }
    return Quadrature.integrate(rules) { normals -> Moments in
      var deviation = 0.0
      var exposure = 0.0
      for (index, count) in months.enumerated() {
        deviation = persistence * deviation + variation * normals[index]
        exposure += exp(deviation - deviationVariance(year: index + 1) / 2) * Double(count) / 12
      }
      let stay = exp(-rate * exposure)
      return Moments(mean: Double(people) * stay, variance: Double(people) * stay * (1 - stay))
    }
  }
}
