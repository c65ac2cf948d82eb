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
      let wanted = (0..<count + 16).map { UInt32($0 * 31 % 65_536) }
      let picks = wanted.map { $0 / 3 % 4 }
      let futures = wanted.map { $0 / 5 % 8 }
      var words = [UInt32](repeating: 0, count: count + 16)
      cadre_words_each(width, firsts, 24_300, 5, 7, count, sites[5], wanted, picks, futures, &words)
      for place in 0..<count {
        let own = block(firsts[Int(futures[place])], sites[5], wanted[place], month: 24_300, key: (5, 7))
        #expect(words[place] == own[Int(picks[place])])
      }
    }
  }

  /// The cells that may lose somebody are those whose people times the bound, and the word, reach 2³².
  @Test(arguments: widths) func candidatesAreThoseThatReachTheBound(width: Int32) {
    let bounds: [UInt32] = [0, 1, 0x0100_0000, 0x7FFF_FFFF, .max, 30_000_000, 2, 0x8000_0000]
    let cells: [Int32] = (0..<31 * 8).map { [0, 1, 2, 35, 100_000, .max, 7, 143][$0 * 5 / 3 % 8] }
    let words: [UInt32] = (0..<31 * 8).map { [0, 1, .max, 0xFFFF_FFFE, 0x8000_0000, 0xFF00_0001][$0 * 7 % 6] }
    for count in [1, 2, 31] {
      var places = [Int32](repeating: -1, count: 32 * 8)
      let found = cadre_candidates(width, count, cells, words, bounds, &places)
      let due = (0..<8 * count).filter {
        UInt64(cells[$0]) * UInt64(bounds[$0 % 8]) + UInt64(words[$0]) > UInt64(UInt32.max)
      }
      #expect(places[..<found].map { Int($0) } == due)
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
