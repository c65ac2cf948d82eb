extension Portable {
  /// The distribution function of the gamma distribution of unit scale.
  ///
  /// Domain: shape > 0; 0 for x ≤ 0. Accuracy: relative error at most 1e-13 as measured for
  /// shapes 0.05…1e7, in the lower tail too; `GammaTails.upper` is as precise in the upper one.
  static func gammaCDF(shape: Double, _ x: Double) -> Double {
    guard shape > 0, !x.isNaN else { return .nan }
    if x <= 0 { return 0 }
    return x == .infinity ? 1 : GammaTails(shape: shape).lower(x).probability
  }

  /// The quantile of the gamma distribution of unit scale.
  ///
  /// Domain: shape > 0, 0 ≤ p ≤ 1 (0 and infinity at the ends), NaN outside. Accuracy: relative
  /// error at most 3e-14 as measured for shapes 0.05…1e7 and p from 1e-16 to 1 − 1e-16.
  static func gammaQuantile(shape: Double, _ p: Double) -> Double {
    guard shape > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    // Below, P(X ≤ x) = x^a ÷ Γ(a + 1) to the last digit, and x may be too small to iterate on.
    let smallest = (log(p) + logGamma(shape + 1)) / shape
    if smallest < -40 { return exp(smallest) }
    let tails = GammaTails(shape: shape)
    let isLower = p <= 0.5
    let target = log(isLower ? p : 1 - p)
    var x = gammaQuantileStart(shape: shape, p, smallest: smallest)
    // Newton's method in log x on the logarithm of the smaller tail. The tail is log-concave
    // in log x, so after the first step the iterates approach from one side.
    for _ in 0..<60 {
      let tail = isLower ? tails.lower(x) : tails.upper(x)
      let excess = (tail.logProbability - target) * tail.ratio
      let step = min(max(isLower ? -excess : excess, -3), 3)
      x += x * expm1(step)
      // The next error is of the order of the square of this step times √shape.
      if abs(step) < 1e-10 / (1 + shape.squareRoot()) { break }
    }
    return x
  }

  /// Wilson and Hilferty's cube (Proceedings of the National Academy of Sciences 17, 1931) or,
  /// where it does not apply, the leading term of the lower tail.
  private static func gammaQuantileStart(
    shape: Double, _ p: Double, smallest: Double
  ) -> Double {
    let ninth = 1 / (9 * shape)
    let root = 1 - ninth + normalQuantile(p) * ninth.squareRoot()
    if root > 0.3, shape > 0.5 { return shape * root * root * root }
    // The leading term overshoots 1 where p is large: start from the scale of the tail there.
    return smallest < 0 ? exp(smallest) : 1 + smallest
  }
}
