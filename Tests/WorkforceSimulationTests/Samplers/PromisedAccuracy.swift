import Testing

@testable import WorkforceSimulation

/// How near a sampler says it comes to its distribution: far nearer than the model asks (docs/model.md, "Randomness").
struct PromisedAccuracy {
  /// The distance of a P(K ≤ k) from the exact one, beside half a step of the uniform number.
  let step: Double
  /// Total variation at uniform numbers of 52 bits.
  let variation: Double

  /// Where probabilities are summed, or an expansion gives way to their sum.
  static let ofSums = PromisedAccuracy(step: 1e-14, variation: 3e-14)
  /// Where the distribution function settles what is undecided: 1e-11 of the probability.
  static let ofLargeCounts = PromisedAccuracy(step: 1e-13, variation: 1e-11)

  /// Holds a sampler to it: at the uniform numbers of 52 bits that single draws have, and of 32 bits that whole stocks have.
  func expectKept(_ what: String, near exact: ExactDistribution, by count: (Double) -> Int) {
    let fine = ImpliedDistribution(bits: 52, near: exact, of: count)
    #expect(fine.farthestStep <= 0x1p-53 + step, "\(what), a step")
    #expect(fine.totalVariation <= variation, "\(what)")
    #expect(fine.strays.isEmpty, "\(what)")

    let coarse = ImpliedDistribution(bits: 32, near: exact, of: count)
    // Each step is at the word next to it. So each probability is off by a word at most, the halves of their sum by less.
    #expect(coarse.farthestStep <= 0x1p-33 + step, "\(what), a step at 32 bits")
    #expect(coarse.totalVariation <= Double(coarse.distinctCounts) * 0x1p-32, "\(what) at 32 bits")
    #expect(coarse.strays.isEmpty, "\(what) at 32 bits")
  }
}
