extension Portable {
  /// The standard normal quantile Φ⁻¹(p).
  ///
  /// Domain: 0 ≤ p ≤ 1, infinite at the ends, NaN outside. Accuracy: relative error at most
  /// 7e-16 as measured for p from 1e-290 to 1 − 2⁻⁵³. Antisymmetric exactly where 1 − p is exact.
  /// Non-decreasing but for the last place: arguments a few units apart may fall by one or two.
  ///
  /// M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
  /// Applied Statistics 37 (1988), 477–484, routine PPND16, whose coefficients these are.
  @inline(__always)
  static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    guard abs(q) <= 0.425 else { return outerQuantile(p) }
    let r = 0.180625 - q * q
    let s = r * r
    // Both polynomials in pairs of terms, for a shorter chain of dependent operations.
    let a01 = 3.3871328727963666080 + r * 133.14166789178437745
    let a23 = 1971.5909503065514427 + r * 13731.693765509461125
    let a45 = 45921.953931549871457 + r * 67265.770927008700853
    let a67 = 33430.575583588128105 + r * 2509.0809287301226727
    let b01 = 1 + r * 42.313330701600911252
    let b23 = 687.18700749205790830 + r * 5394.1960214247511077
    let b45 = 21213.794301586595867 + r * 39307.895800092710610
    let b67 = 28729.085735721942674 + r * 5226.4952788528545610
    let top = a01 + s * (a23 + s * (a45 + s * a67))
    let bottom = b01 + s * (b23 + s * (b45 + s * b67))
    return q * top / bottom
  }

  /// The outer 15 %, where p or 1 − p is below 0.075.
  @inline(never)
  private static func outerQuantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    let tail = p < 0.5 ? p : 1 - p
    let r = (-log(tail)).squareRoot()
    let magnitude = r <= 5 ? nearTailQuantile(r - 1.6) : farTailQuantile(r - 5)
    return p < 0.5 ? -magnitude : magnitude
  }

  /// −Φ⁻¹ for tails from 0.075 down to exp(−25).
  private static func nearTailQuantile(_ r: Double) -> Double {
    let high =
      ((7.74545014278341407640e-4 * r + 0.0227238449892691845833) * r
        + 0.241780725177450611770) * r + 1.27045825245236838258
    let top =
      (((high * r + 3.64784832476320460504) * r + 5.76949722146069140550) * r
        + 4.63033784615654529590) * r + 1.42343711074968357734
    let low =
      ((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r
        + 0.0151986665636164571966) * r + 0.148103976427480074590
    let bottom =
      (((low * r + 0.689767334985100004550) * r + 1.67638483018380384940) * r
        + 2.05319162663775882187) * r + 1
    return top / bottom
  }

  /// −Φ⁻¹ for tails below exp(−25).
  private static func farTailQuantile(_ r: Double) -> Double {
    let high =
      ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
        + 0.00124266094738807843860) * r + 0.0265321895265761230930
    let top =
      (((high * r + 0.296560571828504891230) * r + 1.78482653991729133580) * r
        + 5.46378491116411436990) * r + 6.65790464350110377720
    let low =
      ((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r
        + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4
    let bottom =
      (((low * r + 0.0148753612908506148525) * r + 0.136929880922735805310) * r
        + 0.599832206555887937690) * r + 1
    return top / bottom
  }
}
