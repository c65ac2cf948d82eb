internal import CVectors

extension PoissonInversion {
  /// Eight counts side by side: for each the count that it has alone.
  /// - Parameter width: of the vectors used, in bits
  static func counts(
    mean: SIMD8<Double>, at u: SIMD8<Double>, width: Int32 = FutureAddresses.widest
  ) -> SIMD8<Int32> {
    var counts = SIMD8<Int32>.zero
    var open = withUnsafeBytes(of: mean) { mean in
      withUnsafeBytes(of: u) { u in
        withUnsafeMutableBytes(of: &counts) { counts in
          cadre_poisson(
            width, mean.assumingMemoryBound(to: Double.self).baseAddress,
            u.assumingMemoryBound(to: Double.self).baseAddress,
            counts.assumingMemoryBound(to: Int32.self).baseAddress)
        }
      }
    }
    while open != 0 {
      let place = open.trailingZeroBitCount
      counts[place] = Int32(truncatingIfNeeded: PoissonInversion(mean: mean[place]).count(at: u[place]))
      open &= open - 1
    }
    return counts
  }
}
