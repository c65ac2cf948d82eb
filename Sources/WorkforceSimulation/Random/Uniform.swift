/// Uniform numbers strictly between 0 and 1, from random words.
enum Uniform {
  /// (k + ½) · 2⁻⁵² with k the top 52 bits of the 64-bit word `high`·2³² + `low`.
  ///
  /// Every value is a multiple of 2⁻⁵³ between 2⁻⁵³ and 1 − 2⁻⁵³, so it is represented exactly,
  /// neither 0 nor 1 occurs, and 1 − u is exact and of the same form.
  @inline(__always)
  static func open(_ high: UInt32, _ low: UInt32) -> Double {
    let word = UInt64(high) << 32 | UInt64(low)
    // 2k + 1 has at most 53 bits: the conversion and the scaling are exact.
    return Double((word >> 12) << 1 | 1) * 1.1102230246251565e-16
  }

  /// (k + ½) · 2⁻³² with k the word: of the same form, with fewer digits.
  @inline(__always)
  static func open(_ word: UInt32) -> Double { (Double(word) + 0.5) * 2.3283064365386963e-10 }

  /// Eight of the first form.
  @inline(__always)
  static func open(_ high: SIMD8<UInt64>, _ low: SIMD8<UInt64>) -> SIMD8<Double> {
    let top = (high &<< 32 | low) &>> 12
    // 1 + k · 2⁻⁵², whose low bits are those of k, less 1 − ½ · 2⁻⁵²: exact.
    return unsafeBitCast(top | 0x3FF0_0000_0000_0000, to: SIMD8<Double>.self) - 1 + 0x1p-53
  }
}
