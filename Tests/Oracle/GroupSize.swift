/// How many people a group has: a number, or a draw that is independent of what becomes of them.
public enum GroupSize: Sendable, Equatable {
  /// Exactly n people.
  case fixed(Int)
  /// A Poisson number with this mean, in people.
  case poisson(Double)
  /// Binomial: so many places, each filled with this probability.
  case binomial(Int, Double)

  /// Expected number of people.
  public var expected: Double {
    switch self {
    case .fixed(let count): Double(count)
    case .poisson(let mean): mean
    case .binomial(let places, let fill): Double(places) * fill
    }
  }

  /// The sum over the group of X, where X has these moments for one person who is there.
  ///
  /// People are independent (model, section 8). With m = E[X] and q = E[X²]: n people have variance n (q − m²), a
  /// Poisson sum λ q, and N places filled with probability f have N (f q − f² m²). For X that is 0 or 1 with
  /// probability S these are n S (1 − S), λ S and N f S (1 − f S).
  public func moments(first: Double, second: Double) -> Moments {
    switch self {
    case .fixed(let count):
      Moments(mean: Double(count) * first, variance: Double(count) * (second - first * first))
    case .poisson(let mean):
      Moments(mean: mean * first, variance: mean * second)
    case .binomial(let places, let fill):
      Moments(
        mean: Double(places) * fill * first,
        variance: Double(places) * (fill * second - fill * fill * first * first))
    }
  }

  /// Whether the size makes sense: nothing negative, a fill between 0 and 1.
  public var isValid: Bool {
    switch self {
    case .fixed(let count): count >= 0
    case .poisson(let mean): mean >= 0
    case .binomial(let places, let fill): places >= 0 && (0...1).contains(fill)
    }
  }
}
