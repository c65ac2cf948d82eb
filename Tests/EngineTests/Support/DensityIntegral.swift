import Foundation
import Oracle

/// Moments integrated over a parameter given by its density alone: no quantile function is involved.
enum DensityIntegral {
  /// Gauss–Legendre on each of the pieces between the points given; the density need not be normalised.
  static func integrate(
    _ points: [Double], density: (Double) -> Double, moments body: (Double) -> Moments
  ) -> IntegratedMoments {
    var nodes: [(weight: Double, moments: Moments)] = []
    for (low, high) in zip(points, points.dropFirst()) {
      let rule = ProbabilityRule.uniform(low, high, nodes: 24)
      for (node, share) in zip(rule.nodes, rule.weights) {
        nodes.append((share * (high - low) * density(node), body(node)))
      }
    }
    let total = nodes.reduce(0) { $0 + $1.weight }
    let mean = nodes.reduce(0) { $0 + $1.weight * $1.moments.mean } / total
    let chance = nodes.reduce(0) { $0 + $1.weight * $1.moments.variance } / total
    let spread = nodes.reduce(0.0) { $0 + $1.weight * ($1.moments.mean - mean) * ($1.moments.mean - mean) } / total
    return IntegratedMoments(mean: mean, chanceVariance: chance, parameterVariance: spread)
  }

  /// The density of a normal, up to a factor.
  static func normal(_ x: Double, mean: Double, sd: Double) -> Double {
    exp(-(x - mean) * (x - mean) / (2 * sd * sd))
  }

  /// The density of a triangular, up to a factor.
  static func triangular(_ x: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double {
    x < mode ? (x - low) / (mode - low) : (high - x) / (high - mode)
  }
}
