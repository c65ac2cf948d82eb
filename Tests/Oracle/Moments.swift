/// The mean and the variance of a count, in people and people².
public struct Moments: Sendable, Equatable {
  /// Expected number of people.
  public var mean: Double
  /// Variance of the number, in people².
  public var variance: Double

  /// A count with this mean and variance.
  public init(mean: Double, variance: Double) {
    self.mean = mean
    self.variance = variance
  }

  /// A count that is always nought: the start of a sum.
  public static let zero = Moments(mean: 0, variance: 0)

  /// Square root of the variance, in people; rounding below nought counts as nought.
  public var standardDeviation: Double { max(0, variance).squareRoot() }

  /// The sum of two independent counts: means add, variances add.
  public static func + (left: Moments, right: Moments) -> Moments {
    Moments(mean: left.mean + right.mean, variance: left.variance + right.variance)
  }

  /// Adds an independent count.
  public static func += (left: inout Moments, right: Moments) {
    left = left + right
  }
}
