/// Binomial counts by the inverse distribution function: the smallest k with P(K ≤ k) ≥ u.
///
/// One uniform gives one count, which does not fall when u, n or p rise: two scenarios that share
/// uniforms are compared on common random numbers. The count is exact to the resolution of u (to
/// about 1e-14 in probability below n·min(p, 1 − p) = 30, and 1e-11 of the probability above):
/// below 4 by summing probabilities from 0, above by an expansion that is used only where its
/// error bound leaves one answer. What the bound leaves open is settled by the sum below 30 and by
/// the distribution function above.
struct BinomialInversion: Sendable {
  /// n·min(p, 1 − p) from which the expansion is tried first.
  static let expansionLimit = 4.0
  /// n·min(p, 1 − p) from which the distribution function, not a sum, settles what is undecided.
  static let summationLimit = 30.0

  /// min(p, 1 − p): the rarer outcome is the one counted.
  private let rarer: Double
  private let commoner: Double
  /// rarer ÷ commoner.
  private let odds: Double
  private let isMirrored: Bool

  /// - Parameter p: the probability of the event for one person, in 0…1.
  init(probability p: Double) {
    precondition(p >= 0 && p <= 1, "a probability lies in 0…1")
    isMirrored = p > 0.5
    rarer = isMirrored ? 1 - p : p
    commoner = isMirrored ? p : 1 - p
    odds = rarer / commoner
  }

  /// The number of events among `n` people.
  ///
  /// - Parameters:
  ///   - n: 0…1e9.
  ///   - u: a uniform number strictly between 0 and 1, for which 1 − u is exact (see `Uniform`).
  /// - Returns: a count in 0…n, whatever the rounding.
  @inline(__always)
  func count(of n: Int, at u: Double) -> Int {
    isMirrored ? n - rarerCount(n, 1 - u) : rarerCount(n, u)
  }

  // MARK: for many counts with one probability

  /// Whether it never happens.
  var isNever: Bool { rarer == 0 && !isMirrored }

  /// The probability that the event happens to none of n is this to the power of n, where ``isSummed(_:)`` holds.
  var ofNone: Double { commoner }

  /// Whether the number among `n` people is found by adding probabilities from nobody on.
  @inline(__always)
  func isSummed(_ n: Int) -> Bool { !isMirrored && Double(n) * rarer < Self.expansionLimit }

  /// The number among `n` people, where ``isSummed(_:)`` holds.
  /// - Parameter none: ``ofNone`` to the power of n
  @inline(__always)
  func count(of n: Int, at u: Double, none: Double) -> Int { summedCount(Double(n), u, none: none) }

  /// No less than the probability, in 2⁻³²: among n people nobody is counted at a word below 2³² − n times this.
  var boundOfOne: Int { isMirrored ? 1 << 32 : Int((rarer * 0x1p32).rounded(.up)) }

  /// One person is counted at the words above this, and at no other.
  var thresholdOfOne: Int { Self.threshold(isMirrored ? rarer : commoner) }

  /// Of two people one or two are counted at the words above the first, and two above the second.
  var thresholdsOfTwo: (first: Int, second: Int) {
    let happening = isMirrored ? commoner : rarer
    let other = isMirrored ? rarer : commoner
    // 1 − p² as the sum of two products keeps its digits where p is near 1.
    let atMostOne = other * (1 + happening)
    return (Self.threshold(other * other), Self.threshold(atMostOne))
  }

  /// The last word whose uniform number is not above a probability.
  private static func threshold(_ probability: Double) -> Int { Int((probability * 0x1p32 - 0.5).rounded(.down)) }

  @inline(__always)
  private func rarerCount(_ n: Int, _ u: Double) -> Int {
    let size = Double(n)
    // Bernoulli's inequality: (1 − p)^n ≥ 1 − n p. Most small cells lose nobody, and need no exponential to know it.
    if u <= 1 - size * rarer { return 0 }
    guard size * rarer < Self.expansionLimit else { return largeCount(size, u) }
    return summedCount(size, u)
  }

  /// Adds probabilities until they reach u.
  @inline(__always)
  private func summedCount(_ size: Double, _ u: Double) -> Int {
    // q^n is at least 2^-60 here: p ≤ ½ and n p < 30.
    guard size <= 8 else { return summedCount(size, u, none: Portable.exp(size * Portable.log1p(-rarer))) }
    var none = 1.0
    for _ in 0..<Int(size) { none *= commoner }
    return summedCount(size, u, none: none)
  }

  @inline(__always)
  private func summedCount(_ size: Double, _ u: Double, none term0: Double) -> Int {
    // The first three counts without a branch on each, which would often be mispredicted.
    // Beyond n a term is 0, or has a factor 0, so that the sums stay.
    let term1 = term0 * (odds * size)
    let term2 = term1 * (odds * (size - 1) * 0.5)
    let term3 = term2 * (odds * (size - 2) * (1.0 / 3))
    let sum1 = term0 + term1
    let sum2 = sum1 + term2
    let sum3 = sum2 + term3
    // A sum near 1 has lost the digits of the upper tail; it might even stay below u.
    if u <= sum3, u < 0.999 {
      return (u > term0 ? 1 : 0) + (u > sum1 ? 1 : 0) + (u > sum2 ? 1 : 0)
    }
    guard u < 0.999 else { return upperCount(size, u, none: term0) }
    var term = term3
    var sum = sum3
    var k = 3.0
    repeat {
      // The quotient does not wait for the term before: divisions overlap.
      let ratio = odds * (size - k) / (k + 1)
      k += 1
      term *= ratio
      sum += term
    } while u > sum && k < size
    return Int(k)
  }

  @inline(never)
  private func upperCount(_ size: Double, _ u: Double, none: Double) -> Int {
    ExactSearch.fromAbove(tail: 1 - u, limit: Int(size), first: none) { k in
      odds * (size - k + 1) / k
    }
  }

  @inline(never)
  private func largeCount(_ size: Double, _ u: Double) -> Int {
    let mean = size * rarer
    let quantile = LatticeQuantile(
      mean: mean, variance: mean * commoner, spread: rarer * commoner,
      skew: commoner - rarer, at: u)
    if let k = quantile.decided, Double(k) <= size { return k }
    return mean < Self.summationLimit
      ? summedCount(size, u) : exactCount(Int(size), u, near: quantile.value)
  }

  /// P(K ≤ k) = P(B > p) for B of the beta distribution with shapes k + 1 and n − k (Abramowitz
  /// and Stegun 26.5.24), compared with u in the smaller of the two tails.
  @inline(never)
  private func exactCount(_ n: Int, _ u: Double, near guess: Double) -> Int {
    ExactSearch.smallest(in: 0...n, near: Int(guess)) { k in
      let tails = BetaTails(Double(k) + 1, Double(n - k))
      return u < 0.5
        ? tails.upper(rarer, commoner).probability >= u
        : tails.lower(rarer, commoner).probability <= 1 - u
    }
  }
}
