internal import CVectors

extension BinomialInversion {
  /// Eight counts side by side: for each the count that it has alone.
  ///
  /// - Parameters:
  ///   - n, u: as for one
  ///   - probability: of the event for one person, in 0…1
  ///   - width: of the vectors used, in bits
  static func counts(
    of n: SIMD8<Int32>, probability: SIMD8<Double>, at u: SIMD8<Double>, width: Int32 = FutureAddresses.widest
  ) -> SIMD8<Int32> {
    var counts = SIMD8<Int32>.zero
    var open = withUnsafeBytes(of: n) { n in
      withUnsafeBytes(of: probability) { probability in
        withUnsafeBytes(of: u) { u in
          withUnsafeMutableBytes(of: &counts) { counts in
            cadre_happening(
              width, n.assumingMemoryBound(to: Int32.self).baseAddress,
              probability.assumingMemoryBound(to: Double.self).baseAddress,
              u.assumingMemoryBound(to: Double.self).baseAddress,
              counts.assumingMemoryBound(to: Int32.self).baseAddress)
          }
        }
      }
    }
    while open != 0 {
      let place = open.trailingZeroBitCount
      let alone = BinomialInversion(probability: probability[place])
      counts[place] = Int32(truncatingIfNeeded: alone.count(of: Int(n[place]), at: u[place]))
      open &= open - 1
    }
    return counts
  }
}
