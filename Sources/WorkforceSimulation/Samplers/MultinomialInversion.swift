/// People who each fall to one of several parts, independently: how many to each.
///
/// In the order of the parts, each has a binomial number of those whom the parts before it leave,
/// with its weight ÷ the sum of its weight and those after it.
struct MultinomialInversion: Sendable {
  /// Of each part its law among itself and the parts after it, the last part first.
  private let reversedLaws: [BinomialInversion]

  /// - Parameter weights: in proportion to the probabilities: finite, 0 or more, their sum finite
  ///   and above 0.
  init(weights: [Double]) {
    // Sums from the last part back: a difference would lose small weights behind large ones, and
    // would not make the last part certain.
    var rest = 0.0
    reversedLaws = weights.reversed().map { weight in
      precondition(weight >= 0, "a weight is not negative")
      rest += weight
      return BinomialInversion(probability: rest > 0 ? weight / rest : 0)
    }
    precondition(rest > 0 && rest < .infinity, "the weights have a finite sum above 0")
  }

  /// Divides `n` people over the parts.
  ///
  /// - Parameters:
  ///   - n: 0…1e9.
  ///   - uniform: the uniform of a part by its index, as `BinomialInversion` takes it. It is
  ///     asked at most once for each, in order: not for the last part, nor once nobody is left.
  /// - Returns: one count for each part, `n` together; 0 where the weight is 0.
  func counts(of n: Int, at uniform: (Int) -> Double) -> [Int] {
    var counts = [Int](repeating: 0, count: reversedLaws.count)
    var left = n
    for part in counts.indices where left > 0 {
      let after = counts.count - 1 - part
      counts[part] = after == 0 ? left : reversedLaws[after].count(of: left, at: uniform(part))
      left -= counts[part]
    }
    return counts
  }
}
