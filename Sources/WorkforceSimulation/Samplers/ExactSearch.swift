/// The two slow, precise ways to a count. The samplers take them rarely.
enum ExactSearch {
  /// The smallest k in `range` for which `isReached` holds, from a guess. It is taken to hold
  /// from some k on, and at the upper end without being asked.
  static func smallest(
    in range: ClosedRange<Int>, near guess: Int, where isReached: (Int) -> Bool
  ) -> Int {
    var k = min(max(guess, range.lowerBound), range.upperBound)
    if k == range.upperBound || isReached(k) {
      while k > range.lowerBound, isReached(k - 1) { k -= 1 }
    } else {
      repeat { k += 1 } while k < range.upperBound && !isReached(k)
    }
    return k
  }

  /// The smallest k with P(K > k) ≤ `tail`, summing probabilities from the far end, smallest
  /// first, so that tails far below the rounding of a sum near 1 are resolved.
  ///
  /// - Parameters:
  ///   - tail: 1 − u, above 0.
  ///   - limit: the largest possible count.
  ///   - first: P(K = 0).
  ///   - ratio: P(K = k) ÷ P(K = k − 1), falling in k.
  static func fromAbove(
    tail: Double, limit: Int, first: Double, ratio: (Double) -> Double
  ) -> Int {
    var k = 0
    var term = first
    // Once terms at least halve, all those beyond k amount to less than the term at k.
    while k < limit {
      let next = ratio(Double(k + 1))
      if next < 0.5, term < tail * 1e-17 { break }
      k += 1
      term *= next
    }
    var beyond = 0.0
    while k > 0, beyond + term <= tail {
      beyond += term
      term /= ratio(Double(k))
      k -= 1
    }
    return k
  }
}
