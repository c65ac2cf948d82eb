import CVectors
import Testing

@testable import WorkforceSimulation

/// Words made together are those of the generator's blocks, on vectors of every width.
@Suite struct SixteensTests {
  private let sites: [UInt64] = [0, 1, 0xFFFF_FFFF, 0x1_0000_0000, .max, 0x0123_4567_89AB_CDEF, 77]
  private let blocks: [UInt32] = [0, 4, 8, 0xFFFC, 6068, 6072, 12]
  private let firsts: [UInt32] = [1, 2, 3, 0x8000_0004, 5, .max, 0, 70_000]

  /// The widths that this processor has; the narrowest there always is.
  private static let widths: [Int32] = [128, 256, 512].filter { $0 <= cadre_vector_width() }

  private func block(
    _ first: UInt32, _ site: UInt64, _ block: UInt32, month: UInt32, key: (UInt32, UInt32)
  ) -> [UInt32] {
    let words = Philox4x32.block(
      counter: (
        first, UInt32(truncatingIfNeeded: site), UInt32(truncatingIfNeeded: site >> 32), block << 16 | month
      ), key: key)
    return [words.0, words.1, words.2, words.3]
  }

  @Test(arguments: widths) func wordsOfSixteensAreThoseOfTheBlocks(width: Int32) {
    for (month, key) in [(24_297, (17, 19)), (0xFFFF, (.max, 0))] as [(UInt32, (UInt32, UInt32))] {
      for count in 1...sites.count {
        var words = [UInt32](repeating: 0, count: 128 * count)
        cadre_words_of_sixteens(width, firsts, month, key.0, key.1, count, sites, blocks, &words)
        for sixteen in 0..<count {
          for (future, first) in firsts.enumerated() {
            for lane in 0..<4 {
              let own = block(first, sites[sixteen], blocks[sixteen] + UInt32(lane), month: month, key: key)
              let made = (0..<4).map { words[(16 * sixteen + 4 * $0 + lane) * 8 + future] }
              #expect(made == own)
            }
          }
        }
      }
    }
  }

  @Test(arguments: widths) func wordsOfPlacesAreThoseOfTheBlocks(width: Int32) {
    for count in [1, 7, 8, 9, 15, 16, 17, 40] {
      let cells = (0..<count + 16).map { $0 * 31 % 900 }
      let futures = cells.map { $0 / 5 % 8 }
      let places = zip(cells, futures).map { Int32($0 * 8 + $1) }
      var words = [UInt32](repeating: 0, count: count + 16)
      cadre_words_each(width, firsts, 24_300, 5, 7, count, sites[5], places, 23_777, &words)
      for place in 0..<count {
        let entry = UInt32(cells[place] + 23_777)
        let own = block(firsts[futures[place]], sites[5], entry / 16 * 4 + entry % 4, month: 24_300, key: (5, 7))
        #expect(words[place] == own[Int(entry / 4 % 4)])
      }
    }
  }

  /// The cells that may lose somebody are those whose people times the bound, and the word, reach 2³².
  @Test(arguments: widths) func candidatesAreThoseThatReachTheBound(width: Int32) {
    let bounds: [UInt32] = [0, 1, 0x0100_0000, 0x7FFF_FFFF, .max, 30_000_000, 2, 0x8000_0000]
    let people: [Int32] = [0, 1, 2, 35, 100_000, .max, 7, 143]
    let cells = (0..<31 * 8).map { people[$0 * 5 / 3 % 8] }
    let own: [UInt32] = [0, 1, .max, 0xFFFF_FFFE, 0x8000_0000, 0xFF00_0001]
    let words = (0..<31 * 8).map { own[$0 * 7 % 6] }
    for count in [1, 2, 31] {
      var places = [Int32](repeating: -1, count: 32 * 8)
      let found = cadre_candidates(width, count, cells, words, bounds, &places)
      let due = (0..<8 * count).filter { place in
        let reach = UInt64(cells[place]) * UInt64(bounds[place % 8]) + UInt64(words[place])
        return reach > UInt64(UInt32.max)
      }
      #expect(places[..<found].map { Int($0) } == due)
    }
  }

  /// What is split off from one person or two, on vectors of every width: enough exits for the sums to be carried over.
  @Test(arguments: widths) func splitsAreThoseOfTheThresholds(width: Int32) {
    let ones: [Int64] = [-1, 0, 1 << 31, 0xFFFF_FFFF, 5, 1 << 30, 3 << 30, 77]
    let firsts: [Int64] = [-1, 0, 1 << 30, 0xFFFF_FFFE, 2, 1 << 20, 1 << 31, 7]
    let seconds: [Int64] = [-1, 9, 3 << 30, 0xFFFF_FFFF, 9, 1 << 31, 0xFFFF_FF00, 700]
    for count in [0, 1, 7, 8, 9, 1700] {
      let places = (0..<count).map { Int32($0 * 5 + $0 / 3) }
      let left: [Int32] = [1, 2, 1, 1, 3, 2, 40]
      let before = (0..<count).map { left[$0 * 3 % 7] }
      let words = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9) >> ($0 % 5 == 0 ? 24 : 0) }
      var (lefts, somes) = (before, [Int32](repeating: 9, count: count))
      var sums = (0..<8).map { Int32($0) }
      var larges = [Int32](repeating: -1, count: count + 8)
      let large = cadre_split(width, count, places, words, ones, firsts, seconds, &lefts, &somes, &sums, &larges)
      var due = (0..<8).map { Int32($0) }
      for exit in 0..<count {
        let (future, word) = (Int(places[exit] % 8), Int64(words[exit]))
        let some: Int32 =
          switch before[exit] {
          case 1: word > ones[future] ? 1 : 0
          case 2: (word > firsts[future] ? 1 : 0) + (word > seconds[future] ? 1 : 0)
          default: -1
          }
        #expect(somes[exit] == some)
        #expect(lefts[exit] == before[exit] - max(0, some))
        due[future] += max(0, some)
      }
      #expect(sums == due)
      #expect(larges[..<large].map { Int($0) } == before.indices.filter { before[$0] > 2 })
      var rests = sums
      cadre_sums(count, places, lefts, &rests)
      for exit in 0..<count { due[Int(places[exit] % 8)] += lefts[exit] }
      #expect(rests == due)
      var (kept, keptLefts) = (places, lefts)
      let some = cadre_compact(width, count, &kept, &keptLefts)
      let isSome = lefts.indices.filter { lefts[$0] != 0 }
      #expect(Array(kept[..<some]) == isSome.map { places[$0] })
      #expect(Array(keptLefts[..<some]) == isSome.map { lefts[$0] })
    }
  }

  /// Word e of a sixteen belongs to the entry month 16 s + e: words of other months share its block, four apart.
  @Test func theUniformOfAWordIsOpen() {
    #expect(Uniform.open(0) == 0x1p-33)
    #expect(Uniform.open(0xFFFF_FFFF) == 1 - 0x1p-33)
    #expect(Uniform.open(1) == 3 * 0x1p-33)
  }

  /// Uniform numbers of eight futures are those of each alone.
  @Test func uniformsOfFuturesAreThoseOfEach() {
    let replicates = SIMD8<Int32>(1, 2, 3, 9, 10_000, 7, 7, 2_000_000_000)
    for isTwin in [false, true] {
      let together = FutureAddresses(seed: 0xABCD_EF01_2345_6789, replicates: replicates, isTwin: isTwin)
      for (site, entry, month) in [(1, 0, 24_300), (.max, 24_301, 24_310), (1 << 40, 65_535, 3)] as [(UInt64, Int, Int)]
      {
        let uniforms = together.uniforms(site: site, entry: entry, month: month)
        for future in 0..<8 {
          let alone = DrawAddress(seed: 0xABCD_EF01_2345_6789, replicate: Int(replicates[future]), isTwin: isTwin)
            .uniforms(site: site, pair: entry >> 1, month: month)
          #expect(uniforms[future] == (entry & 1 == 0 ? alone.0 : alone.1))
        }
      }
    }
  }
}
