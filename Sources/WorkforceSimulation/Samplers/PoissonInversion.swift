/// Poisson counts by the inverse distribution function: the smallest k with P(K ≤ k) ≥ u.
///
/// The count does not fall when u or the mean rise. Exact in the same sense and by the same means
/// as `BinomialInversion`.
struct PoissonInversion: Sendable {
  /// The mean from which the expansion is tried first.
  static let expansionLimit = 4.0
  /// The mean from which the distribution function, not a sum, settles what is undecided.
  static let summationLimit = 30.0

  private let mean: Double
  /// exp(−mean), where it is used.
  private let none: Double

  /// - Parameter mean: the expected count, 0…1e8.
  init(mean: Double) {
    precondition(mean >= 0 && mean < .infinity, "a mean count is finite and not negative")
    self.mean = mean
    none = mean < Self.summationLimit ? Portable.exp(-mean) : 0
  }

  /// The count at a uniform number strictly between 0 and 1.
  func count(at u: Double) -> Int {
    mean < Self.expansionLimit ? summedCount(u) : largeCount(u)
  }

  /// Adds probabilities until they reach u.
  @inline(__always)
  private func summedCount(_ u: Double) -> Int {
    if u <= none { return 0 }
    // A sum near 1 has lost the digits of the upper tail; it might even stay below u.
    guard u < 0.999 else { return upperCount(u) }
    var term = none
    var sum = none
    var k = 0.0
    repeat {
      k += 1
      term *= mean / k
      sum += term
    } while u > sum
    return Int(k)
  }

  @inline(never)
  private func upperCount(_ u: Double) -> Int {
    ExactSearch.fromAbove(tail: 1 - u, limit: .max, first: none) { k in mean / k }
  }

  @inline(never)
  private func largeCount(_ u: Double) -> Int {
    let quantile = LatticeQuantile(mean: mean, variance: mean, spread: 0, skew: 1, at: u)
    if let k = quantile.decided { return k }
    return mean < Self.summationLimit ? summedCount(u) : exactCount(u, near: quantile.value)
  }

  /// P(K ≤ k) = P(G > mean) for G of the gamma distribution with shape k + 1 (Abramowitz and
  /// Stegun 26.4.21), compared with u in the smaller of the two tails.
  @inline(never)
  private func exactCount(_ u: Double, near guess: Double) -> Int {
    ExactSearch.smallest(in: 0...Int.max, near: Int(guess)) { k in
      let tails = GammaTails(shape: Double(k) + 1)
      return u < 0.5
        ? tails.upper(mean).probability >= u : tails.lower(mean).probability <= 1 - u
    }
  }
}
