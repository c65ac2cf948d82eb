import CVectors
import Testing

@testable import WorkforceSimulation

/// Binomial and Poisson counts made side by side are those that each has alone, on vectors of every width.
@Suite struct EightDrawsTests {
  private func word(_ place: Int) -> UInt32 {
    let word = Philox4x32.block(counter: (UInt32(place), 1, 2, 3), key: (4, 5)).0
    // Some in the tails.
    return place % 11 == 0 ? word >> 24 : place % 13 == 0 ? ~(word >> 22) : word
  }

  private static let rare = [0, 0.0005, 0.0067, 0.0132, 0.031, 0.11, 0.4999, 0.5, 0.5001, 0.93, 1]
  private static let widths: [Int32] = [128, 256, 512].filter { $0 <= cadre_vector_width() }

  @Test(arguments: widths) func binomialCountsAreThoseOfEach(width: Int32) {
    let sizes: [Int32] = [0, 1, 2, 3, 5, 8, 9, 30, 300, 600, 4_000, 4_096, 60_000, 100_000_000]
    let probabilities = [0, 1e-9, 0.001, 0.0067, 0.013, 0.3, 0.4999, 0.5, 0.500001, 0.93, 0.999, 1 - 1e-9, 1]
    for round in 0..<6_000 {
      let n = SIMD8<Int32>((0..<8).map { sizes[(round + (round % 4 == 0 ? $0 : 0)) % sizes.count] })
      let p = SIMD8<Double>(
        (0..<8).map { probabilities[(round / 8 + (round % 3 == 0 ? $0 : 0)) % probabilities.count] })
      let u = SIMD8<Double>(
        (0..<8).map { place in
          let own = word(round * 8 + place)
          // Some as near to 0 and 1 as they come.
          return round % 17 == 0 ? Uniform.open(own >> 31 &* .max, own) : Uniform.open(own)
        })
      let together = BinomialInversion.counts(of: n, probability: p, at: u, width: width)
      for place in 0..<8 {
        let due = BinomialInversion(probability: p[place]).count(of: Int(n[place]), at: u[place])
        #expect(Int(together[place]) == due, "n \(n[place]), p \(p[place]), u \(u[place])")
      }
    }
  }

  /// What is split off from exits of many: settled ones are those of the law, most are settled, and the others stay.
  @Test(arguments: widths) func largeSplitsAreThoseOfEach(width: Int32) {
    var (openCount, all) = (0, 0)
    for round in 0..<600 {
      let probabilities = (0..<8).map { Self.rare[(round + $0) % Self.rare.count] }
      let count = 1 + round % 19
      let before = (0..<2 * count).map { Int32($0 % 2 == 0 ? 1 : 3 + (round * 7 + $0) % [4, 9, 40, 700][round % 4]) }
      let places = (0..<2 * count).map { Int32($0 * 5 + $0 / 3) }
      let words = (0..<2 * count).map { word(round * 40 + $0) }
      var (lefts, somes) = (before, [Int32](repeating: -1, count: 2 * count))
      var (exits, sums) = ((0..<count).map { Int32(2 * $0 + 1) }, [Int32](repeating: 5, count: 8))
      let open = cadre_split_larges(width, count, &exits, places, words, probabilities, &lefts, &somes, &sums)
      var due = [Int32](repeating: 5, count: 8)
      for exit in before.indices {
        guard exit % 2 == 1, !exits[..<open].contains(Int32(exit)) else {
          #expect(lefts[exit] == before[exit])
          continue
        }
        let future = Int(places[exit] % 8)
        let law = BinomialInversion(probability: probabilities[future])
        let some = Int32(law.count(of: Int(before[exit]), at: Uniform.open(words[exit])))
        #expect(somes[exit] == some && lefts[exit] == before[exit] - some)
        due[future] += some
      }
      #expect(sums == due)
      openCount += open
      all += count
    }
    #expect(openCount * 5 < all)
  }

  @Test(arguments: widths) func poissonCountsAreThoseOfEach(width: Int32) {
    let means = [0, 0.3, 2, 3.999, 4, 4.001, 7.5, 29, 31, 500, 1e6]
    for round in 0..<6_000 {
      let mean = SIMD8<Double>((0..<8).map { means[(round + (round % 3 == 0 ? $0 : 0)) % means.count] })
      let u = SIMD8<Double>((0..<8).map { Uniform.open(word(round * 8 + $0), word(round * 8 + $0 + 1)) })
      let together = PoissonInversion.counts(mean: mean, at: u, width: width)
      for place in 0..<8 {
        #expect(Int(together[place]) == PoissonInversion(mean: mean[place]).count(at: u[place]))
      }
    }
  }
}
