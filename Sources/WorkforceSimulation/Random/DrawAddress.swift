/// Uniform numbers by address: (seed, replicate, site, entry month, month) → one block of Philox.
///
/// The key is the seed; the counter is (replicate, site low, site high, pair of entry months · 2¹⁶ + month). A block has
/// 128 bits: two uniforms of 52 bits for an even entry month and the odd one after it, or, for the draws of whole stocks,
/// four words of 32 bits for entry months that are four apart.
struct DrawAddress: Sendable {
  private let key: (UInt32, UInt32)
  private let replicate: UInt32

  /// - Parameters:
  ///   - replicate: from 1, below 2³¹
  ///   - isTwin: the second of two futures that share their parameters
  init(seed: UInt64, replicate: Int, isTwin: Bool = false) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = UInt32(truncatingIfNeeded: replicate) | (isTwin ? 1 << 31 : 0)
  }

  /// - Parameters:
  ///   - pair: entry month ÷ 2, below 2¹⁶; 0 where there is no cell, and for the open cell
  ///   - month: since 0000-01, below 2¹⁶; for parameters the month that they are drawn anew for, or 0
  @inline(__always)
  func uniforms(site: UInt64, pair: Int, month: Int) -> (Double, Double) {
    let counter = (
      replicate, UInt32(truncatingIfNeeded: site), UInt32(truncatingIfNeeded: site >> 32),
      UInt32(truncatingIfNeeded: pair) << 16 | UInt32(truncatingIfNeeded: month)
    )
    let words = Philox4x32.block(counter: counter, key: key)
    return (Uniform.open(words.0, words.1), Uniform.open(words.2, words.3))
  }
}
