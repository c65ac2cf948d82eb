internal import CVectors

/// Random words by address for eight futures side by side; see ``DrawAddress``.
struct FutureAddresses: Sendable {
  private let key: (UInt32, UInt32)
  /// By future, the first word of its counters.
  private let firsts: SIMD8<UInt32>
  private let width: Int32

  /// Bits of the widest vectors that this processor has. Results do not depend on the width.
  static let widest = cadre_vector_width()

  /// - Parameters:
  ///   - replicates: of the eight futures, from 1, below 2³¹
  ///   - isTwin: the second ones of two futures that share their parameters
  ///   - width: of the vectors used, in bits
  init(seed: UInt64, replicates: SIMD8<Int32>, isTwin: Bool = false, width: Int32 = FutureAddresses.widest) {
    self.width = width
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    firsts = SIMD8<UInt32>(truncatingIfNeeded: replicates) | (isTwin ? 1 << 31 : 0)
  }

  /// Makes the words of sixteens, for draws of whole stocks: 128 for each.
  ///
  /// - Parameter month: since 0000-01, below 2¹⁶
  @inline(__always)
  func makeWords(
    sites: UnsafePointer<UInt64>, blocks: UnsafePointer<UInt32>, count: Int, month: Int,
    into words: UnsafeMutablePointer<UInt32>
  ) {
    withUnsafePointer(to: firsts) {
      $0.withMemoryRebound(to: UInt32.self, capacity: 8) { firsts in
        cadre_words_of_sixteens(
          width, firsts, UInt32(truncatingIfNeeded: month), key.0, key.1, count, sites, blocks, words)
      }
    }
  }

  /// Makes one word for each of some exits, which may be followed by fifteen places that are read and written.
  ///
  /// - Parameters:
  ///   - places: 8 · cell + future
  ///   - offset: entry month − cell
  @inline(__always)
  func makeWords(
    places: UnsafePointer<Int32>, offset: Int, count: Int, site: UInt64, month: Int,
    into words: UnsafeMutablePointer<UInt32>
  ) {
    withUnsafePointer(to: firsts) {
      $0.withMemoryRebound(to: UInt32.self, capacity: 8) { firsts in
        cadre_words_each(
          width, firsts, UInt32(truncatingIfNeeded: month), key.0, key.1, count, site, places,
          Int32(truncatingIfNeeded: offset), words)
      }
    }
  }

  /// A uniform number for each future at an address; see ``DrawAddress/uniforms(site:pair:month:)``.
  func uniforms(site: UInt64, entry: Int, month: Int) -> SIMD8<Double> {
    // Of the four blocks of a sixteen the first is the one wanted: others cost less than another way would.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 128) { words in
      guard let first = words.baseAddress else { return .zero }
      withUnsafePointer(to: site) { site in
        withUnsafePointer(to: UInt32(truncatingIfNeeded: entry >> 1)) { block in
          makeWords(sites: site, blocks: block, count: 1, month: month, into: first)
        }
      }
      let high = first + (entry & 1) * 64
      var (upper, lower) = (SIMD8<UInt64>.zero, SIMD8<UInt64>.zero)
      for future in 0..<8 {
        upper[future] = UInt64(high[future])
        lower[future] = UInt64(high[future + 32])
      }
      return Uniform.open(upper, lower)
    }
  }
}
