extension Portable {
  /// The standard normal density at `z`. Accuracy: relative error at most 7e-16, as measured
  /// for |z| ≤ 37.
  static func normalPDF(_ z: Double) -> Double {
    inverseRootTwoPi * halfSquareExponential(abs(z))
  }

  /// The standard normal distribution function Φ(z).
  ///
  /// Domain: every value. Accuracy: relative error at most 9e-16 as measured, also in the lower
  /// tail down to z = −37.5, where results turn subnormal. The upper tail is Φ(−z).
  ///
  /// W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
  /// Computation 23 (1969), 631–637, whose coefficients these are.
  static func normalCDF(_ z: Double) -> Double {
    if z.isNaN { return z }
    let x = abs(z) * 0.7071067811865476
    if x <= 0.46875 {
      return 0.5 + 0.5 * z * 0.7071067811865476 * centralErrorRatio(x * x)
    }
    guard x < 28 else { return z < 0 ? 0 : 1 }
    let scaled = x <= 4 ? middleScaledTail(x) : farScaledTail(x)
    let tail = 0.5 * halfSquareExponential(abs(z)) * scaled
    return z < 0 ? tail : 1 - tail
  }

  /// exp(−z²/2) with the square taken apart: z = h + d with h a multiple of 1/16, whose square is
  /// exact, so that rounding z² does not cost digits in the tail (Cody 1969).
  private static func halfSquareExponential(_ z: Double) -> Double {
    guard z < 40 else { return z.isNaN ? z : 0 }
    let h = Double(Int(z * 16)) * 0.0625
    return exp(-0.5 * h * h) * exp(-0.5 * (z - h) * (z + h))
  }

  /// erf(x) ÷ x for x ≤ 0.46875, from y = x².
  private static func centralErrorRatio(_ y: Double) -> Double {
    let top =
      (((0.185777706184603153 * y + 3.16112374387056560) * y + 113.864154151050156) * y
        + 377.485237685302021) * y + 3209.37758913846947
    let bottom =
      (((y + 23.6012909523441209) * y + 244.024637934444173) * y + 1282.61652607737228) * y
      + 2844.23683343917062
    return top / bottom
  }

  /// exp(x²) erfc(x) for 0.46875 ≤ x ≤ 4.
  private static func middleScaledTail(_ x: Double) -> Double {
    let high =
      (((2.15311535474403846e-8 * x + 0.564188496988670089) * x + 8.88314979438837594) * x
        + 66.1191906371416295) * x + 298.635138197400131
    let top =
      (((high * x + 881.952221241769090) * x + 1712.04761263407058) * x
        + 2051.07837782607147) * x + 1230.33935479799725
    let low =
      (((x + 15.7449261107098347) * x + 117.693950891312499) * x + 537.181101862009858) * x
      + 1621.38957456669019
    let bottom =
      (((low * x + 3290.79923573345963) * x + 4362.61909014324716) * x
        + 3439.36767414372164) * x + 1230.33935480374942
    return top / bottom
  }

  /// exp(x²) erfc(x) for x ≥ 4.
  private static func farScaledTail(_ x: Double) -> Double {
    let y = 1 / (x * x)
    let top =
      ((((0.0163153871373020978 * y + 0.305326634961232344) * y + 0.360344899949804439) * y
        + 0.125781726111229246) * y + 0.0160837851487422766) * y + 6.58749161529837803e-4
    let bottom =
      ((((y + 2.56852019228982242) * y + 1.87295284992346725) * y + 0.527905102951428412) * y
        + 0.0605183413124413191) * y + 0.00233520497626869185
    // 1 ÷ √π, the limit of x exp(x²) erfc(x).
    return (0.5641895835477563 - y * top / bottom) / x
  }
}
