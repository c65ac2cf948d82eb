/// The powers of the probability that it happens to nobody, one after another, for eight futures: the same numbers as
/// ``DrawScratch/none(_:_:)`` gives, by the same multiplications.
struct NextPowers {
  private var powers: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  private let fourth: SIMD8<Double>
  private var last = SIMD8<Double>(repeating: 1)
  /// What all powers are multiplied by.
  private var factor = SIMD8<Double>(repeating: 1)

  init(_ commoner: SIMD8<Double>) {
    let second = commoner * commoner
    fourth = second * second
    powers = (SIMD8(repeating: 1), commoner, second, second * commoner)
  }

  @inline(__always)
  mutating func next() -> SIMD8<Double> {
    last = powers.0
    powers = (powers.1, powers.2, powers.3, powers.0 * fourth)
    return last * factor
  }

  /// From the power after the last one on, powers are products of it and the first ones.
  mutating func startAgain(_ commoner: SIMD8<Double>) {
    let step = last * commoner
    self = NextPowers(commoner)
    factor = step
  }
}
