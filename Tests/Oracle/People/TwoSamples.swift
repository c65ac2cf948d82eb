import Foundation

/// Holds two simulations of one model to each other: means, variances and covariances of counts, with a bound on the
/// chance of a false alarm over all comparisons.
///
/// With m comparisons and a family-wise rate α each may be wrong with probability α/m (Bonferroni); x = ln(2m/α). A
/// difference of two means of y is held to Bernstein's bound √(2xV) + x b (1/R₁ + 1/R₂)/3, where V = v (1/R₁ + 1/R₂), v is
/// the variance of y in both samples together and b its largest distance from their common mean: √(2x) is above the
/// normal quantile of α/m, and the second term covers counts too rare to be normal. For a variance y is the squared
/// distance from the common mean, for a covariance the product of two distances; both are heavier in the tails, which b
/// sees.
public struct TwoSamples {
  private let x: Double
  /// How many comparisons there may be.
  private let limit: Int
  /// What disagreed, in words, the worst first.
  public var violations: [String] { found.sorted { $0.ratio > $1.ratio }.map(\.words) }
  private var found: [(ratio: Double, words: String)] = []
  /// How many comparisons were made.
  public private(set) var comparisons = 0
  /// The largest difference as a share of what is allowed: somewhat below 1 when all is well.
  public private(set) var worst = 0.0

  /// - Parameters:
  ///   - comparisons: at most how many there will be; a mean and a variance are two
  ///   - falseAlarm: the probability that any of them fails though both samples are of one law
  public init(comparisons: Int, falseAlarm: Double) {
    limit = comparisons
    x = log(2 * Double(comparisons) / falseAlarm)
  }

  /// The mean and the variance of one count in both samples. What is absent in some replicates (NaN) is left out there.
  public mutating func compare(_ name: String, _ left: [Double], _ right: [Double]) {
    let (first, second) = (left.filter { !$0.isNaN }, right.filter { !$0.isNaN })
    guard first.count > 1 && second.count > 1 else {
      check(
        "\(name): present in \(first.count) and \(second.count) replicates", (first.count > 1) == (second.count > 1))
      return
    }
    let middle = Self.mean(first, second)
    means("\(name): mean", first, second)
    means(
      "\(name): variance", first.map { ($0 - middle) * ($0 - middle) }, second.map { ($0 - middle) * ($0 - middle) })
  }

  /// The covariance of two counts, each given by replicate in both samples.
  public mutating func covariance(
    _ name: String, _ left: (a: [Double], b: [Double]), _ right: (a: [Double], b: [Double])
  ) {
    let a = Self.mean(left.a, right.a)
    let b = Self.mean(left.b, right.b)
    means(
      "\(name): covariance", zip(left.a, left.b).map { ($0 - a) * ($1 - b) },
      zip(right.a, right.b).map { ($0 - a) * ($1 - b) })
  }

  private mutating func means(_ name: String, _ left: [Double], _ right: [Double]) {
    let count = Double(left.count + right.count)
    let middle = Self.mean(left, right)
    var square = 0.0
    var farthest = 0.0
    for value in [left, right].joined() {
      let distance = abs(value - middle)
      square += distance * distance
      farthest = max(farthest, distance)
    }
    let sizes = 1 / Double(left.count) + 1 / Double(right.count)
    let allowed = (2 * x * square / count * sizes).squareRoot() + x * farthest * sizes / 3
    let first = left.reduce(0, +) / Double(left.count)
    let second = right.reduce(0, +) / Double(right.count)
    let difference = abs(first - second)
    let ratio = difference / (allowed + 1e-9 * (1 + abs(middle)))
    worst = max(worst, ratio)
    check("\(name) \(first) and \(second), \(ratio) of what is allowed", ratio <= 1, ratio)
  }

  private mutating func check(_ words: @autoclosure () -> String, _ holds: Bool, _ ratio: Double = .infinity) {
    comparisons += 1
    precondition(comparisons <= limit, "more comparisons than the false-alarm rate was stated for")
    if !holds { found.append((ratio, words())) }
  }

  private static func mean(_ left: [Double], _ right: [Double]) -> Double {
    (left.reduce(0, +) + right.reduce(0, +)) / Double(left.count + right.count)
  }
}
