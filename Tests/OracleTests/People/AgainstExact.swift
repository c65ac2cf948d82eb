import Foundation
import Oracle

/// Holds a sample to an exact mean and variance. With m comparisons at a family-wise false-alarm rate α and x = ln(2m/α):
/// |mean − μ| ≤ √(2xσ²/R) + x b/(3R) (Bernstein), b the largest distance from μ; for a variance the same of squared
/// distances, their variance taken from the sample.
struct AgainstExact {
  private let x: Double
  private(set) var violations: [String] = []
  private(set) var comparisons = 0

  init(comparisons: Int, falseAlarm: Double) { x = log(2 * Double(comparisons) / falseAlarm) }

  mutating func mean(_ name: String, _ values: [Double], _ exact: Double) {
    hold("\(name): mean", values, exact)
  }

  mutating func moments(_ name: String, _ values: [Double], _ exact: Moments) {
    hold("\(name): mean", values, exact.mean)
    hold("\(name): variance", values.map { ($0 - exact.mean) * ($0 - exact.mean) }, exact.variance)
  }

  mutating func covariance(_ name: String, _ a: [Double], _ b: [Double], means: (Double, Double), _ exact: Double) {
    hold("\(name): covariance", zip(a, b).map { ($0 - means.0) * ($1 - means.1) }, exact)
  }

  private mutating func hold(_ name: String, _ values: [Double], _ exact: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let spread = values.reduce(0.0) { $0 + ($1 - exact) * ($1 - exact) } / count
    let farthest = values.reduce(0.0) { max($0, abs($1 - exact)) }
    let allowed = (2 * x * spread / count).squareRoot() + x * farthest / (3 * count) + 1e-9 * (1 + abs(exact))
    comparisons += 1
    if !(abs(mean - exact) <= allowed) { violations.append("\(name) \(mean), not \(exact) ± \(allowed)") }
  }
}
