import Foundation

/// A number that may be uncertain, and how often it is drawn.
public struct PeopleDraw: Sendable {
  /// The distribution of a number.
  public enum Distribution: Sendable {
    case constant(Double)
    case uniform(Double, Double)
    case normal(mean: Double, sd: Double)
    case lognormal(median: Double, sdlog: Double)
    case beta(Double, Double)
    /// Anything else, sampled by the test.
    case sampled(@Sendable (inout PeopleDice) -> Double)
  }

  /// For what a number is drawn anew.
  public enum Scope: Sendable {
    case replicate
    /// For each start of an intake; for a pathway, for those who started in one month.
    case intake
    /// For each year, from the month in which years begin.
    case year
  }

  /// Where the number comes from.
  public var distribution: Distribution
  /// How often it is drawn.
  public var scope: Scope

  /// A distribution, drawn once in each replicate unless stated otherwise.
  public init(_ distribution: Distribution, each scope: Scope = .replicate) {
    self.distribution = distribution
    self.scope = scope
  }

  /// A certain number.
  public static func fixed(_ value: Double) -> PeopleDraw { PeopleDraw(.constant(value)) }

  /// The number, where it is certain.
  var constant: Double? {
    if case .constant(let value) = distribution { value } else { nil }
  }

  func sample(_ dice: inout PeopleDice) -> Double {
    switch distribution {
    case .constant(let value): value
    case .uniform(let low, let high): low + (high - low) * dice.uniform()
    case .normal(let mean, let sd): mean + sd * dice.normal()
    case .lognormal(let median, let sdlog): median * exp(sdlog * dice.normal())
    case .beta(let alpha, let beta): dice.beta(alpha, beta)
    case .sampled(let body): body(&dice)
    }
  }
}
