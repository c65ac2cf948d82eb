extension BinomialInversion {
  /// Eight counts side by side: for each the count that it has alone.
  ///
  /// - Parameters:
  ///   - n, u: as for one
  ///   - probability: of the event for one person, in 0…1
  @inline(__always)
  static func counts(
    of n: SIMD8<Int32>, probability: SIMD8<Double>, at u: SIMD8<Double>
  ) -> SIMD8<Int32> {
    let isMirrored = probability .> 0.5
    let other = 1 - probability
    let rarer = probability.replacing(with: other, where: isMirrored)
    let commoner = other.replacing(with: probability, where: isMirrored)
    let size = SIMD8<Double>(n)
    let mean = size * rarer
    let isLarge = mean .>= expansionLimit
    var isDecided = SIMDMask<SIMD8<Int64>>(repeating: false)
    var counts = SIMD8<Double>.zero
    if isLarge != isDecided {
      let quantile = LatticeQuantile.Eight(
        mean: mean, variance: mean * commoner, spread: rarer * commoner, skew: commoner - rarer,
        at: u.replacing(with: 1 - u, where: isMirrored))
      let (count, isKnown) = quantile.decided
      let isPossible = count .<= size
      let isAll = isLarge .& isKnown .& isPossible
      isDecided = isAll
      counts = count.replacing(with: size - count, where: isMirrored)
    }
    if isDecided != SIMDMask(repeating: true) {
      for place in 0..<8 where !isDecided[place] {
        let alone = BinomialInversion(probability: probability[place])
        counts[place] = Double(alone.count(of: Int(n[place]), at: u[place]))
      }
    }
    // The low bits of a number of this size are a whole number's.
    return SIMD8<Int32>(truncatingIfNeeded: unsafeBitCast(counts + 0x1p52, to: SIMD8<Int64>.self))
  }
}
