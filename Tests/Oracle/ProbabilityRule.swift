import Foundation

/// Nodes and weights that stand for a distribution: Σ w f(x) is E[f(X)], exactly for polynomials of a degree below
/// twice the number of nodes in the variable of the rule. Weights sum to 1.
public struct ProbabilityRule: Sendable {
  /// Values that the quantity takes, in its own unit.
  public let nodes: [Double]
  /// Probability given to each.
  public let weights: [Double]

  private init(nodes: [Double], weights: [Double]) {
    self.nodes = nodes
    self.weights = weights
  }

  /// Golub–Welsch: monic orthogonal polynomials p(k+1) = (x − a(k)) p(k) − b(k) p(k−1) of a density.
  private init(count: Int, a: (Double) -> Double, b: (Double) -> Double) {
    precondition(count > 0, "a rule needs a node")
    let eigen = TridiagonalEigen(
      diagonal: (0..<count).map { a(Double($0)) },
      offDiagonal: (1..<count).map { b(Double($0)).squareRoot() })
    nodes = eigen.values
    weights = eigen.firstComponents.map { $0 * $0 }
  }

  /// The same probabilities on f(x), such as exp for a lognormal.
  public func map(_ transform: (Double) -> Double) -> ProbabilityRule {
    ProbabilityRule(nodes: nodes.map(transform), weights: weights)
  }

  /// A quantity that is certain.
  public static func fixed(_ value: Double) -> ProbabilityRule { ProbabilityRule(nodes: [value], weights: [1]) }

  /// Gauss–Hermite: a normal. Recurrence of the probabilists' Hermite polynomials: a = 0, b(k) = k.
  public static func normal(mean: Double, sd: Double, nodes count: Int) -> ProbabilityRule {
    ProbabilityRule(count: count, a: { _ in 0 }, b: { $0 }).map { mean + sd * $0 }
  }

  /// Gauss–Hermite in the logarithm: a lognormal with this median and this standard deviation of the logarithm.
  public static func lognormal(median: Double, sdlog: Double, nodes count: Int) -> ProbabilityRule {
    normal(mean: 0, sd: sdlog, nodes: count).map { median * exp($0) }
  }

  /// Gauss–Jacobi on 0...1: a Beta(α, β), from the recurrence of the Jacobi polynomials with exponents β − 1, α − 1.
  public static func beta(_ alpha: Double, _ beta: Double, nodes count: Int) -> ProbabilityRule {
    let p = beta - 1
    let q = alpha - 1
    let s = p + q
    let rule = ProbabilityRule(
      count: count,
      // The first terms are written apart: the general ones are 0/0 there for the uniform and the arcsine.
      a: { k in k == 0 ? (q - p) / (s + 2) : (q * q - p * p) / ((2 * k + s) * (2 * k + s + 2)) },
      b: { k in
        if k == 1 { return 4 * (1 + p) * (1 + q) / ((2 + s) * (2 + s) * (3 + s)) }
        let t = 2 * k + s
        return 4 * k * (k + p) * (k + q) * (k + s) / (t * t * (t + 1) * (t - 1))
      })
    return rule.map { (1 + $0) / 2 }
  }

  /// Gauss–Laguerre: a gamma. Recurrence with exponent shape − 1: a(k) = 2k + shape, b(k) = k (k + shape − 1).
  public static func gamma(shape: Double, scale: Double, nodes count: Int) -> ProbabilityRule {
    ProbabilityRule(count: count, a: { 2 * $0 + shape }, b: { $0 * ($0 + shape - 1) }).map { scale * $0 }
  }

  /// Gauss–Legendre: uniform between two values.
  public static func uniform(_ low: Double, _ high: Double, nodes count: Int) -> ProbabilityRule {
    beta(1, 1, nodes: count).map { low + (high - low) * $0 }
  }

  /// PERT with λ = 4: a Beta(1 + 4 (mode − low) / range, 1 + 4 (high − mode) / range) stretched over low...high.
  public static func pert(_ low: Double, _ mode: Double, _ high: Double, nodes count: Int) -> ProbabilityRule {
    let range = high - low
    return beta(1 + 4 * (mode - low) / range, 1 + 4 * (high - mode) / range, nodes: count).map { low + range * $0 }
  }

  /// Gauss–Legendre in probability: any distribution by its quantile function, such as a truncated one.
  public static func inProbability(nodes count: Int, quantile: (Double) -> Double) -> ProbabilityRule {
    beta(1, 1, nodes: count).map(quantile)
  }
}
