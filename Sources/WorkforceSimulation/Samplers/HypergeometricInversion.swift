/// Hypergeometric counts by the inverse distribution function: the smallest k with P(K ≤ k) ≥ u.
///
/// Of those drawn without replacement from a population the count is marked. One uniform gives
/// one count, which does not fall when u, the drawn or the marked rise. It is exact to the
/// resolution of u (to about 1e-14 in probability where the fewest are 128 or less, and 1e-12 of
/// the smaller tail above): by summing probabilities, and from a variance of 4 by an expansion
/// that is used only where its error bound leaves one answer. What the bound leaves open is
/// settled by the sum, of the order of one standard deviation long.
struct HypergeometricInversion: Sendable {
  /// The variance from which the expansion is tried first.
  static let expansionLimit = 4.0
  /// The fewest up to which P(K = 0) is multiplied out, factor by factor.
  static let productLimit = 128.0
  /// Above it a sum from 0 has lost the digits of the upper tail.
  private static let upperTail = 0.999

  private let population: Double
  /// Of those drawn, left, marked and not marked: the fewest.
  private let fewer: Double
  /// The fewer of the other two. With both at most half of the population every count in
  /// 0…fewer is possible.
  private let more: Double
  /// The count where none of the `fewer` is among the `more`.
  private let base: Int
  /// Whether the count falls from there.
  private let isMirrored: Bool

  /// - Parameters:
  ///   - population: 0…1e8.
  ///   - marked: how many of them carry the mark, 0…population.
  ///   - drawn: how many are taken, 0…population.
  @inline(__always)
  init(population: Int, marked: Int, drawn: Int) {
    precondition(marked >= 0 && marked <= population, "the marked are part of the population")
    precondition(drawn >= 0 && drawn <= population, "those drawn are part of the population")
    let unmarked = population - marked
    let left = population - drawn
    let isMostlyMarked = marked > unmarked
    let isMostlyDrawn = drawn > left
    let rarer = isMostlyMarked ? unmarked : marked
    let smaller = isMostlyDrawn ? left : drawn
    self.population = Double(population)
    fewer = Double(min(rarer, smaller))
    more = Double(max(rarer, smaller))
    isMirrored = isMostlyMarked != isMostlyDrawn
    base = isMostlyDrawn ? (isMostlyMarked ? marked - left : marked) : (isMostlyMarked ? drawn : 0)
  }

  /// The count, where only one is possible: nobody or everybody is drawn or marked.
  @inline(__always)
  var certain: Int? { fewer == 0 ? base : nil }

  /// How many of those drawn are marked.
  ///
  /// - Parameter u: a uniform number strictly between 0 and 1, for which 1 − u is exact (see
  ///   `Uniform`).
  /// - Returns: a possible count, whatever the rounding.
  @inline(__always)
  func count(at u: Double) -> Int {
    if let certain { return certain }
    return isMirrored ? base - smallCount(1 - u) : base + smallCount(u)
  }

  /// How many of the fewer are among the more.
  @inline(__always)
  private func smallCount(_ u: Double) -> Int {
    let mean = fewer * more / population
    // P(K ≥ 1) ≤ the mean, and equal to it for one person.
    if 1 - u >= mean { return 0 }
    if fewer == 1 { return 1 }
    return mean < Self.expansionLimit ? summedCount(u) : largeCount(u, mean)
  }

  @inline(never)
  private func largeCount(_ u: Double, _ mean: Double) -> Int {
    let variance = mean * (1 - fewer / population) * ((population - more) / (population - 1))
    if variance >= Self.expansionLimit {
      let (third, fourth) = cumulantRatios
      let quantile = LatticeQuantile(mean: mean, variance: variance, third: third, fourth: fourth, at: u)
      if let k = quantile.decided, Double(k) <= fewer { return k }
    }
    return summedCount(u)
  }

  /// The third and the fourth cumulant ÷ the variance, by K. Pearson, "On certain properties of
  /// the hypergeometrical series", Philosophical Magazine 47 (1899), 236–246. Population 4 or more.
  @inline(__always)
  var cumulantRatios: (third: Double, fourth: Double) {
    let n = population
    let third = (n - 2 * fewer) * (n - 2 * more) / (n * (n - 2))
    let a = fewer * (n - fewer)
    let b = more * (n - more)
    let fourth =
      ((n - 1) * (n * (n + 1) - 6 * (a + b)) + 6 * (a / n) * (b / n) * (5 * n - 6))
      / ((n - 1) * (n - 2) * (n - 3))
    return (third, fourth)
  }

  /// P(K = k) ÷ P(K = k − 1).
  @inline(__always)
  private func ratio(_ k: Double) -> Double {
    (fewer - k + 1) * (more - k + 1) / (k * (population - fewer - more + k))
  }

  /// Adds probabilities from 0 until they reach u.
  @inline(never)
  private func summedCount(_ u: Double) -> Int {
    guard fewer <= Self.productLimit else { return normalisedCount(u) }
    var term = noneProbability
    if u <= term { return 0 }
    guard u < Self.upperTail else {
      return ExactSearch.fromAbove(tail: 1 - u, limit: Int(fewer), first: term, ratio: ratio)
    }
    var sum = term
    var k = 0.0
    repeat {
      k += 1
      term *= ratio(k)
      sum += term
    } while u > sum && k < fewer
    return Int(k)
  }

  /// P(K = 0), at least 1e-76: the choices without the more, among all. Every fourth factor makes a product of its own, so
  /// that they do not wait for each other; none of the products, of 32 factors at most, is too large a number.
  @inline(__always)
  private var noneProbability: Double {
    var without = SIMD4<Double>(repeating: 1)
    var all = SIMD4<Double>(repeating: 1)
    var step = SIMD4<Double>(0, 1, 2, 3)
    while step[0] < fewer {
      let isTaken = step .< fewer
      without *= SIMD4(repeating: 1).replacing(with: population - more - step, where: isTaken)
      all *= SIMD4(repeating: 1).replacing(with: population - step, where: isTaken)
      step += 4
    }
    let parts = without / all
    return (parts[0] * parts[1]) * (parts[2] * parts[3])
  }

  /// Adds probabilities relative to that of the mode, whose sum makes any constant unnecessary;
  /// then from the nearer end, smallest first, so that tails keep their digits.
  @inline(never)
  private func normalisedCount(_ u: Double) -> Int {
    let mode = ((fewer + 1) * (more + 1) / (population + 2)).rounded(.down)
    let negligible = min(u, 1 - u) * 1e-19
    var total = 1.0
    var top = mode
    var last = 1.0
    while top < fewer, last > negligible {
      top += 1
      last *= ratio(top)
      total += last
    }
    var bottom = mode
    var first = 1.0
    while bottom > 0, first > negligible {
      first /= ratio(bottom)
      bottom -= 1
      total += first
    }
    return u < 0.5
      ? fromBelow(u * total, bottom, first, top) : fromAbove((1 - u) * total, top, last, bottom)
  }

  private func fromBelow(_ target: Double, _ bottom: Double, _ first: Double, _ top: Double) -> Int {
    var k = bottom
    var term = first
    var sum = first
    while sum < target, k < top {
      k += 1
      term *= ratio(k)
      sum += term
    }
    return Int(k)
  }

  private func fromAbove(_ tail: Double, _ top: Double, _ last: Double, _ bottom: Double) -> Int {
    var k = top
    var term = last
    var beyond = 0.0
    while k > bottom, beyond + term <= tail {
      beyond += term
      term /= ratio(k)
      k -= 1
    }
    return Int(k)
  }
}
