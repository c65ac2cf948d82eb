import Testing

@testable import WorkforceSimulation

@Suite struct GeneratorTests {
  /// The known answers that Random123 publishes with the generator (kat_vectors).
  @Test func knownAnswers() {
    #expect(
      Philox4x32.block(counter: (0, 0, 0, 0), key: (0, 0))
        == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = UInt32.max
    #expect(
      Philox4x32.block(counter: (ones, ones, ones, ones), key: (ones, ones))
        == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.block(
        counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: (0xa409_3822, 0x299f_31d0))
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func everyWordOfTheAddressCounts() {
    let base = Philox4x32.block(counter: (1, 2, 3, 4), key: (5, 6))
    #expect(Philox4x32.block(counter: (0, 2, 3, 4), key: (5, 6)) != base)
    #expect(Philox4x32.block(counter: (1, 0, 3, 4), key: (5, 6)) != base)
    #expect(Philox4x32.block(counter: (1, 2, 0, 4), key: (5, 6)) != base)
    #expect(Philox4x32.block(counter: (1, 2, 3, 0), key: (5, 6)) != base)
    #expect(Philox4x32.block(counter: (1, 2, 3, 4), key: (0, 6)) != base)
    #expect(Philox4x32.block(counter: (1, 2, 3, 4), key: (5, 0)) != base)
  }

  @Test func uniformExtremes() {
    #expect(Uniform.open(0, 0) == 0x1p-53)
    #expect(Uniform.open(.max, .max) == 1 - 0x1p-53)
    #expect(Uniform.open(0x8000_0000, 0) == 0.5 + 0x1p-53)
    #expect(Uniform.open(0x7FFF_FFFF, .max) == 0.5 - 0x1p-53)
    // The low twelve bits are not used, the thirteenth is.
    #expect(Uniform.open(3, 0xFFF) == Uniform.open(3, 0))
    #expect(Uniform.open(3, 0x1000) - Uniform.open(3, 0) == 0x1p-52)
  }

  @Test func uniformMirrorsExactly() {
    for i in 0..<1000 as Range<UInt32> {
      let word = Philox4x32.block(counter: (i, 0, 0, 0), key: (7, 8))
      let u = Uniform.open(word.0, word.1)
      #expect(Uniform.open(~word.0, ~word.1) == 1 - u)
      #expect(1 - (1 - u) == u)
      #expect(u > 0 && u < 1)
    }
  }
}
