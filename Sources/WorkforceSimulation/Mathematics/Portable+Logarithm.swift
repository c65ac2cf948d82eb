extension Portable {
  /// The natural logarithm.
  ///
  /// Domain: x ≥ 0, −infinity at 0, NaN below; subnormal arguments are handled.
  /// Accuracy: measured largest error 0.75 units in the last place.
  @inline(__always)
  static func log(_ x: Double) -> Double {
    guard x >= 2.2250738585072014e-308, x < .infinity else { return extremeLogarithm(x) }
    return normalLogarithm(x, correction: 0, power: 0)
  }

  /// `log(1 + x)`, precise near 0.
  ///
  /// Domain: x ≥ −1. Accuracy: measured largest error 0.75 units in the last place.
  static func log1p(_ x: Double) -> Double {
    if x > -0.29, x < 0.41 { return nearOne(x) }
    guard x > -1, x < .infinity else { return extremeLogarithm(1 + x) }
    let sum = 1 + x
    // What rounding took from 1 + x; the logarithm moves by that ÷ (1 + x).
    let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
    return normalLogarithm(sum, correction: lost / sum, power: 0)
  }

  /// `log(1 + x) − x`, without the cancellation near 0: the exponent of every saddle point.
  ///
  /// Domain: x > −1. Accuracy: relative error at most 8e-16, as measured.
  static func log1pMinus(_ x: Double) -> Double {
    guard x > -0.29, x < 0.41 else { return log1p(x) - x }
    // With s = x ÷ (2 + x): log(1 + x) = 2s + s³ L(s²) and 2s − x = −s x.
    let s = x / (2 + x)
    let z = s * s
    return s * (z * logarithmSeries(z) - x)
  }

  /// log(1 + f) for 1 + f between √½ and √2.
  ///
  /// With s = f ÷ (2 + f), log(1 + f) = 2 artanh s = 2s + s³ L(s²), and 2s = f − s f, so that
  /// f itself, which is exact, carries the leading digits.
  @inline(__always)
  private static func nearOne(_ f: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    // −s f = −f²/2 + s f²/2: the rounded half square is then the larger part.
    return f - (half - s * (half + z * logarithmSeries(z)))
  }

  /// L(z) with artanh s = s + ½ s³ L(s²), for z ≤ 0.02946; absolute error 2.1e-18.
  @inline(__always)
  private static func logarithmSeries(_ z: Double) -> Double {
    let y = z * z
    let l01 = 0.6666666666666666 + z * 0.40000000000000885
    let l23 = 0.28571428570799784 + z * 0.22222222392581045
    let l45 = 0.18181795547521137 + z * 0.15386244737621665
    let l67 = 0.13268638369266825 + z * 0.13088034850927555
    return l01 + y * (l23 + y * (l45 + y * l67))
  }

  /// log(x · 2^power) + correction for a normal x.
  @inline(__always)
  private static func normalLogarithm(_ x: Double, correction: Double, power: Int) -> Double {
    // Subtracting the bits of √½ leaves, in the exponent field, the k with x ÷ 2^k in √½…√2.
    let bits = x.bitPattern
    let k = Int(Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) >> 52)
    let mantissa = Double(bitPattern: bits &- UInt64(bitPattern: Int64(k) << 52))
    let f = mantissa - 1
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    let e = Double(k &+ power)
    let small = s * (half + z * logarithmSeries(z)) + (e * 5.497923018708371e-14 + correction)
    return e * 0.6931471805598903 - ((half - small) - f)
  }

  /// Zero, subnormal, negative and infinite arguments.
  @inline(never)
  private static func extremeLogarithm(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    guard x > 0 else { return .nan }
    if x == .infinity { return x }
    return normalLogarithm(x * 18_014_398_509_481_984.0, correction: 0, power: -54)
  }
}
