import Foundation
import Oracle

/// Holds simulated counts to exact moments, with a bound on the chance of a false alarm over all comparisons.
///
/// With m comparisons and a family-wise rate α, each one may be wrong with probability α/m (Bonferroni). With
/// x = ln(2m/α) and z = √(2x), the normal's two-sided tail beyond z is below 2 exp(−z²/2) = α/m.
struct Agreement {
  private let x: Double
  private var z: Double { (2 * x).squareRoot() }
  /// What disagreed, in words.
  private(set) var violations: [String] = []
  private(set) var comparisons = 0

  /// - Parameters:
  ///   - comparisons: at most how many there will be; a mean and a variance are two
  ///   - falseAlarm: the probability that any of them fails though all is well
  init(comparisons: Int, falseAlarm: Double) { x = log(2 * Double(comparisons) / falseAlarm) }

  /// A count at fixed parameters: a sum over independent people, each counted once at most.
  ///
  /// Mean: Bernstein's inequality, |Σ (k − μ)| ≤ √(2 R V x) + x/3, which needs no normality. Variance: the fourth
  /// cumulant of such a sum is at most V, so Σ (k − μ)² has variance at most R (2V² + V); normal with the first
  /// Edgeworth term for its skewness, which is below (4 + 2/√V)/√R; left out where fewer than 400 events stand behind it.
  mutating func fixed(_ name: String, _ values: [Double], _ exact: Moments) {
    let count = Double(values.count)
    let variance = max(0, exact.variance)
    let (first, second, _) = Agreement.sums(values, about: exact.mean)
    let rounding = 1e-9 * count * (1 + exact.mean)
    let slack = variance < 1e-12 ? 0 : (2 * count * variance * x).squareRoot() + x / 3
    expect(abs(first) <= slack + rounding, "\(name): mean \(exact.mean + first / count), not \(exact.mean)")
    guard count * variance >= 400 else { return }
    let error = (count * (2 * variance * variance + variance)).squareRoot()
    let skew = (4 + 2 / variance.squareRoot()) / count.squareRoot()
    let limit = error * (z + (z * z - 1) * skew / 6) + rounding
    expect(abs(second - count * variance) <= limit, "\(name): variance \(second / count), not \(variance)")
  }

  /// A count under uncertain parameters: nearly normal, its fourth moment taken from the sample.
  mutating func uncertain(_ name: String, _ values: [Double], mean: Double, variance: Double) {
    let count = Double(values.count)
    let (first, second, fourth) = Agreement.sums(values, about: mean)
    let slack = z * (variance * count).squareRoot()
    expect(abs(first) <= slack, "\(name): mean \(mean + first / count), not \(mean)")
    let squared = second / count
    let error = (max(0, fourth - squared * second)).squareRoot()
    let skew = 4 / count.squareRoot()
    let limit = error * (z + (z * z - 1) * skew / 6)
    expect(abs(second - count * variance) <= limit, "\(name): sd \(squared.squareRoot()), not \(variance.squareRoot())")
  }

  private mutating func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
    comparisons += 1
    if !holds { violations.append(words()) }
  }

  private static func sums(_ values: [Double], about mean: Double) -> (Double, Double, Double) {
    var (first, second, fourth) = (0.0, 0.0, 0.0)
    for value in values {
      let distance = value - mean
      let square = distance * distance
      first += distance
      second += square
      fourth += square * square
    }
    return (first, second, fourth)
  }
}
