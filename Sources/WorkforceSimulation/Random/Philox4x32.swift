/// The counter-based generator Philox-4x32-10.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", Proceedings of SC11 (2011), section 3.2 and table 2. A block depends on its counter
/// and its key alone, so every draw can have an address and none depends on the order of work.
enum Philox4x32 {
  /// The 128 random bits that belong to `counter` under `key`.
  @inline(__always)
  static func block(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var state = counter
    var key = key
    for round in 0..<10 {
      if round > 0 {
        // Weyl sequences: the golden ratio and √3 − 1, as 32-bit fractions.
        key.0 &+= 0x9E37_79B9
        key.1 &+= 0xBB67_AE85
      }
      let first = UInt64(state.0) &* 0xD251_1F53
      let second = UInt64(state.2) &* 0xCD9E_8D57
      state = (
        UInt32(truncatingIfNeeded: second >> 32) ^ state.1 ^ key.0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ state.3 ^ key.1,
        UInt32(truncatingIfNeeded: first)
      )
    }
    return state
  }
}
