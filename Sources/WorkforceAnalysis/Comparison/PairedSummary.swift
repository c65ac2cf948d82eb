/// A number in two runs, A and B, replicate by replicate: each by itself, and the difference B − A of each pair.
public struct PairedSummary: Sendable, Equatable {
  public let a: NumberSummary
  public let b: NumberSummary
  /// Of B − A over the pairs in which both numbers exist; its error is that of the mean difference, sd ÷ √R.
  public let difference: NumberSummary
  /// P(B > A), P(B < A) and P(B = A), of numbers as they are reported.
  public let above: ProbabilityEstimate
  public let below: ProbabilityEstimate
  public let equal: ProbabilityEstimate

  /// Whether the two are the same in every pair: then the difference is zero, not about zero.
  public var isSame: Bool { equal.replicates > 0 && equal.hits == equal.replicates }

  /// The standard deviation that the difference would have if the runs had separate random numbers.
  public var independentDeviation: Double? {
    guard let one = a.standardDeviation, let other = b.standardDeviation else { return nil }
    return (one * one + other * other).squareRoot()
  }

  /// An interval for the median of the difference that holds the true one with probability about 95 %; nil where it runs
  /// past the extremes.
  public var medianInterval: ClosedRange<Double>? {
    NumberSummary.within.firstIndex(of: 50).flatMap { difference.interval($0) }
  }
}
