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

  /// What a sampler does not keep of it, in words: at the uniform numbers of 52 bits that single draws have, and of 32
  /// bits that whole stocks have.
  func breaches(near exact: ExactDistribution, by count: (Double) -> Int) -> [String] {
    var breaches: [String] = []
    func hold(_ bits: Int, _ largestStep: Double, _ largestVariation: (ImpliedDistribution) -> Double) {
      let implied = ImpliedDistribution(bits: bits, near: exact, of: count)
      let most = largestVariation(implied)
      if !(implied.farthestStep <= largestStep) {
        breaches.append("\(bits) bits: a step is \(implied.farthestStep) off")
      }
      if !(implied.totalVariation <= most) {
        breaches.append("\(bits) bits: total variation \(implied.totalVariation), above \(most)")
      }
      if !implied.strays.isEmpty { breaches.append("\(bits) bits: counts out of order: \(implied.strays)") }
    }
    hold(52, 0x1p-53 + step) { _ in variation }
    // Each step is at the word next to it. So each probability is off by a word at most, the halves of their sum by less.
    hold(32, 0x1p-33 + step) { Double($0.distinctCounts) * 0x1p-32 }
    return breaches
  }
}
