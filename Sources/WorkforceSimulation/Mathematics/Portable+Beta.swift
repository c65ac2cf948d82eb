extension Portable {
  /// The distribution function of the beta distribution, the regularised incomplete beta function.
  ///
  /// Domain: a, b > 0; 0 for x ≤ 0, 1 for x ≥ 1. Accuracy: relative error at most 3e-13 as
  /// measured for shapes 0.05…1e7, in the lower tail too. For the upper tail use
  /// `betaCDF(b, a, 1 - x)`.
  static func betaCDF(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard a > 0, b > 0, !x.isNaN else { return .nan }
    if x <= 0 { return 0 }
    return x >= 1 ? 1 : BetaTails(a, b).lower(x, 1 - x).probability
  }

  /// The quantile of the beta distribution; see ``BetaQuantile``.
  static func betaQuantile(_ a: Double, _ b: Double, _ p: Double) -> Double { BetaQuantile(a, b).value(at: p) }

  /// log B(a, b) without the cancellation of large log Γ.
  static func logGammaQuotient(_ a: Double, _ b: Double) -> Double {
    let n = a + b
    let corrections = stirlingError(a) + stirlingError(b) - stirlingError(n)
    // (a − ½) log a + (b − ½) log b − (n − ½) log n, regrouped.
    let logA = a < b ? log(a / n) : log1p(-b / n)
    let logB = a < b ? log1p(-a / n) : log(b / n)
    return (a - 0.5) * logA + (b - 0.5) * logB - 0.5 * log(n) + halfLogTwoPi + corrections
  }
}
