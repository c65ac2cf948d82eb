import CVectors
import Testing

@testable import WorkforceSimulation

/// What settles a cell of a stock by comparing whole numbers: words of 32 bits beyond which somebody is counted.
@Suite struct BinomialThresholdTests {
  /// Half a word to the nearest, and what (1 − p)ⁿ may have lost, as a part of a word.
  private static let words = 0.5 + 1e-3

  private static let probabilities = [
    1e-12, 1e-6, 0.0004, 0.0065, 0.0075, 0.0125, 0.03, 0.0624, 0.0625, 0.0626, 0.2, 0.31, 0.4999, 0.5,
  ]

  /// One after the last word at which the count is k or less, as a real number.
  private func step(_ exact: ExactDistribution, _ k: Int) -> Double {
    k < exact.first ? 0 : k - exact.first < exact.lower.count ? exact.lower[k - exact.first] * 0x1p32 : 0x1p32
  }

  @Test(arguments: probabilities)
  func thresholdsAreTheLastWords(p: Double) {
    let law = BinomialInversion(probability: p)
    let end = Int(cadre_thresholds_end)
    let powers = (0..<end).flatMap { [Double](repeating: Portable.exp(Double($0) * Portable.log1p(-p)), count: 8) }
    var table = [cadre_thresholds](repeating: cadre_thresholds(), count: 8 * (end + 1))
    cadre_make_thresholds(
      cadre_vector_width(), 0, end, powers, [Double](repeating: p / (1 - p), count: 8), &table)
    for n in BinomialGrid.sizes where law.isSummed(n) {
      let exact = ExactDistribution.binomial(n, p)
      let none = Portable.exp(Double(n) * Portable.log1p(-p))
      let implied = ImpliedDistribution(bits: 32, near: exact) { law.count(of: n, at: $0, none: none) }
      #expect(implied.farthestStep * 0x1p32 <= Self.words, "\(n)")
      guard n < end else { continue }
      let own = table[5 * (end + 1) + n]
      for (k, biased) in [own.none, own.one, own.two, own.three].enumerated() {
        // Of no people more than n are counted: the last word of all, which has none after it.
        let last = Double(UInt32(bitPattern: biased ^ .min))
        // None in the upper tail.
        let due = min(step(exact, k), 0.999 * 0x1p32)
        #expect(abs(last + 1 - due) <= Self.words, "at most \(k) of \(n)")
      }
    }
  }

  @Test(arguments: [1e-9, 1e-6] + probabilities + [0.5001, 0.73, 0.9, 0.9925, 0.999999])
  func onePersonAndTwo(p: Double) {
    let law = BinomialInversion(probability: p)
    let (one, two) = (ExactDistribution.binomial(1, p), ExactDistribution.binomial(2, p))
    #expect(abs(Double(law.thresholdOfOne + 1) - step(one, 0)) <= Self.words)
    #expect(abs(Double(law.thresholdsOfTwo.first + 1) - step(two, 0)) <= Self.words)
    #expect(abs(Double(law.thresholdsOfTwo.second + 1) - step(two, 1)) <= Self.words)
  }

  /// Below the bound nobody is counted; and it is no larger than it need be, or it settled nothing.
  @Test(arguments: [1e-9, 1e-6] + probabilities)
  func theBoundIsOne(p: Double) {
    let law = BinomialInversion(probability: p)
    #expect(Double(law.boundOfOne) >= p * 0x1p32 && Double(law.boundOfOne) < p * 0x1p32 + 1)
    for n in BinomialGrid.sizes where n * law.boundOfOne < 1 << 32 {
      let last = (1 << 32) - n * law.boundOfOne - 1
      #expect(last < 0 || law.count(of: n, at: (Double(last) + 0.5) / 0x1p32) == 0, "\(n)")
    }
    // Of most of the people it is of no use.
    if p < 0.5 {
      let mirrored = BinomialInversion(probability: 1 - p)
      #expect(mirrored.boundOfOne == 1 << 32 && !mirrored.isSummed(1))
    }
  }

  @Test func neverAndAlways() {
    #expect(BinomialInversion(probability: 0).isNever && !BinomialInversion(probability: 1).isNever)
    #expect(BinomialInversion(probability: 0).thresholdOfOne == (1 << 32) - 1)
    #expect(BinomialInversion(probability: 1).thresholdOfOne == -1)
    #expect(BinomialInversion(probability: 1).thresholdsOfTwo == (-1, -1))
    #expect(BinomialInversion(probability: 1).boundOfOne == 1 << 32)
  }
}
