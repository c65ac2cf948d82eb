import CVectors
import Testing

@testable import WorkforceSimulation

/// The powers at hand are those of the probability that it happens to nobody, and so are the thresholds made from them.
@Suite struct PowersAtHandTests {
  private let probabilities = [1e-9, 0.0004, 0.0065, 0.0125, 0.0299, 0.0009, 0.0002, 0.001]

  @Test func powersAndThresholdsAreThoseOfNobody() {
    let scratch = DrawScratch(cells: 1, runs: 1, laws: 2)
    defer { scratch.deallocate() }
    scratch.setLaw(1, probability: SIMD8(probabilities))
    scratch.extendTable(1, to: 40)
    scratch.extendTable(1, to: 126)
    let table = scratch.readyThresholds(1)
    for (future, p) in probabilities.enumerated() {
      func nobody(_ n: Int) -> Double { Portable.exp(Double(n) * Portable.log1p(-p)) }
      for n in [0, 1, 2, 5, 62, 63, 64, 65, 127, 128, 129, 1000, 4095] {
        #expect(abs(scratch.none(8 + future, n) / nobody(n) - 1) < 1e-12, "\(n), \(p)")
      }
      for n in 0..<127 where Double(n) * p < 3.9 {
        let last = Double(UInt32(bitPattern: table[future * 128 + n].none ^ .min))
        #expect(abs(last + 1 - min(nobody(n), 0.999) * 0x1p32) < 0.51, "\(n), \(p)")
      }
    }
  }
}
