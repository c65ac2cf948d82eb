extension Portable {
  /// log Γ(x).
  ///
  /// Domain: x > 0, infinite at 0, NaN below. Accuracy: relative error at most 5e-16 as
  /// measured, also beside the zeros at 1 and 2.
  static func logGamma(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x >= 0 ? .infinity : .nan }
    if x >= 10 {
      return (x - 0.5) * (log(x) - 1) + ((halfLogTwoPi - 0.5) + stirlingSeries(x))
    }
    // Γ(x + 1) = x Γ(x) brings every argument to 1.5…2.5.
    if x < 0.5 { return logGammaNearTwo(x) - log(x * (1 + x)) }
    if x < 1.5 { return logGammaNearTwo(x - 1) - log1p(x - 1) }
    var shifted = x
    var product = 1.0
    while shifted > 2.5 {
      shifted -= 1
      product *= shifted
    }
    let base = logGammaNearTwo(shifted - 2)
    return product == 1 ? base : base + log(product)
  }

  /// What Stirling's formula leaves out: log Γ(x) − [(x − ½) log x − x + ½ log 2π].
  ///
  /// Domain: x > 0. Accuracy: absolute error below 1e-14; the densities of gamma and beta
  /// distributions are built on it because the large terms of log Γ then never meet (C. Loader,
  /// "Fast and accurate computation of binomial probabilities", 2000).
  static func stirlingError(_ x: Double) -> Double {
    if x >= 10 { return stirlingSeries(x) }
    return logGamma(x) - ((x - 0.5) * log(x) - x + halfLogTwoPi)
  }

  /// Stirling's series Σ B₂ₖ ÷ (2k (2k − 1) x²ᵏ⁻¹) for x ≥ 10, with exact Bernoulli numbers
  /// (Abramowitz and Stegun 6.1.41). The first term left out is below 2e-18 at x = 10.
  private static func stirlingSeries(_ x: Double) -> Double {
    let inverse = 1 / x
    let y = inverse * inverse
    let high = ((1.0 / 156 - y * (3617.0 / 122_400)) * y - 691.0 / 360_360) * y + 1.0 / 1188
    let low = ((high * y - 1.0 / 1680) * y + 1.0 / 1260) * y - 1.0 / 360
    return inverse * (1.0 / 12 + y * low)
  }

  /// log Γ(2 + y) for −½ ≤ y ≤ ½ (and, for arguments below ½, y up to ½): y times a polynomial.
  private static func logGammaNearTwo(_ y: Double) -> Double {
    y * polynomial(nearTwo, y)
  }

  /// log Γ(2 + y) ÷ y on |y| ≤ ½, absolute error 9e-21 before rounding.
  private static let nearTwo: [Double] = [
    0.42278433509846713, 0.3224670334241132, -0.06735230105319809, 0.02058080842778463,
    -0.007385551028674025, 0.0028905103307344045, -0.0011927539116998527,
    0.0005096695250241955, -0.00022315475858818615, 9.94575066878814e-05,
    -4.4926233820610826e-05, 2.0507291996563825e-05, -9.439526202058818e-06,
    4.374223481082048e-06, -2.0389077825677104e-06, 9.584207048594987e-07,
    -4.508168225446838e-07, 2.0193835401136915e-07, -9.558178101635195e-08,
    6.472569840064724e-08, -3.085985478390577e-08,
  ]
}
