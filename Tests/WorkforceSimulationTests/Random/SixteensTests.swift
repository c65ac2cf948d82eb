import CPhilox
import Testing

@testable import WorkforceSimulation

/// The words of sixteens are those of the generator's blocks, on vectors of every width.
@Suite struct SixteensTests {
  private let sites: [UInt64] = [0, 1, 0xFFFF_FFFF, 0x1_0000_0000, .max, 0x0123_4567_89AB_CDEF, 77]
  private let blocks: [UInt32] = [0, 4, 8, 0xFFFC, 6068, 6072, 12]

  /// By sixteen and word, from the generator's blocks one by one.
  private func expected(replicate: UInt32, month: UInt32, key: (UInt32, UInt32)) -> [UInt32] {
    zip(sites, blocks).flatMap { site, block in
      let own = (0..<4 as Range<UInt32>).map { lane in
        Philox4x32.block(
          counter: (
            replicate, UInt32(truncatingIfNeeded: site), UInt32(truncatingIfNeeded: site >> 32),
            (block + lane) << 16 | month
          ), key: key)
      }
      return own.map(\.0) + own.map(\.1) + own.map(\.2) + own.map(\.3)
    }
  }

  @Test(arguments: [128, 256, 512]) func wordsAreThoseOfTheBlocks(width: Int32) {
    for (replicate, month, key) in [(1, 24_297, (17, 19)), (.max, 0xFFFF, (.max, 0))]
      as [(UInt32, UInt32, (UInt32, UInt32))]
    {
      let all = expected(replicate: replicate, month: month, key: key)
      for count in 1...sites.count {
        var words = [UInt64](repeating: 0, count: 16 * count)
        let isThere = cadre_philox_sixteens_on(width, replicate, month, key.0, key.1, count, sites, blocks, &words)
        // A processor without such vectors has nothing to be wrong about; every one has the narrowest.
        guard isThere != 0 else {
          #expect(width > 128)
          return
        }
        #expect(words.map { UInt32(truncatingIfNeeded: $0) } == Array(all[..<(16 * count)]))
      }
    }
  }

  @Test func theChosenWidthGivesTheSame() {
    var words = [UInt64](repeating: 0, count: 16 * sites.count)
    cadre_philox_sixteens(3, 24_300, 5, 7, sites.count, sites, blocks, &words)
    #expect(words.map { UInt32(truncatingIfNeeded: $0) } == expected(replicate: 3, month: 24_300, key: (5, 7)))
  }

  /// Word e of a sixteen belongs to the entry month 16 s + e: words of other months share its block, four apart.
  @Test func theUniformOfAWordIsOpen() {
    #expect(Uniform.open(low: 0) == 0x1p-33)
    #expect(Uniform.open(low: 0xFFFF_FFFF) == 1 - 0x1p-33)
    #expect(Uniform.open(low: 0xABCD_0000_0000_0001) == 3 * 0x1p-33)
  }
}
