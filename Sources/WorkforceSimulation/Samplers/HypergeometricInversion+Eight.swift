internal import CVectors

extension HypergeometricInversion {
  /// Eight counts side by side: for each the count that it has alone.
  ///
  /// - Parameters:
  ///   - population, marked, drawn: as for one; with nobody in the population the count is 0
  ///   - words: random words, whose uniform numbers are taken
  @inline(__always)
  static func counts(
    population: SIMD8<Int32>, marked: SIMD8<Int32>, drawn: SIMD8<Int32>, words: UnsafePointer<UInt32>,
    width: Int32 = FutureAddresses.widest
  ) -> SIMD8<Int32> {
    var (population, marked, drawn, counts) = (population, marked, drawn, SIMD8<Int32>.zero)
    let isDone = withNumbers(&population) { population in
      withNumbers(&marked) { marked in
        withNumbers(&drawn) { drawn in
          withNumbers(&counts) { counts in
            cadre_hypergeometric(width, population, marked, drawn, words, counts)
          }
        }
      }
    }
    return isDone != 0 ? counts : oneByOne(population, marked, drawn, words)
  }

  @inline(__always)
  private static func withNumbers<Result>(
    _ eight: inout SIMD8<Int32>, _ body: (UnsafeMutablePointer<Int32>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &eight) { $0.withMemoryRebound(to: Int32.self, capacity: 8, body) }
  }

  @inline(never)
  private static func oneByOne(
    _ population: SIMD8<Int32>, _ marked: SIMD8<Int32>, _ drawn: SIMD8<Int32>, _ words: UnsafePointer<UInt32>
  ) -> SIMD8<Int32> {
    var counts = SIMD8<Int32>.zero
    for place in 0..<8 {
      counts[place] = Int32(
        truncatingIfNeeded: HypergeometricInversion(
          population: Int(population[place]), marked: Int(marked[place]), drawn: Int(drawn[place])
        ).count(at: Uniform.open(words[place])))
    }
    return counts
  }
}
