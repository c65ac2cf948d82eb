import Testing

@testable import WorkforceSimulation

/// The whole distribution of what the sampler returns, over every uniform number, against the exact one.
@Suite struct BinomialVariationTests {
  private func breaches(_ n: Int, _ p: Double) -> [String] {
    let sampler = BinomialInversion(probability: p)
    let isSummed = Double(n) * min(p, 1 - p) < BinomialInversion.summationLimit
    let promise = isSummed ? PromisedAccuracy.ofSums : .ofLargeCounts
    return promise.breaches(near: .binomial(n, p)) { sampler.count(of: n, at: $0) }
  }

  @Test(arguments: BinomialGrid.sizes)
  func everyCountHasItsProbability(people n: Int) {
    for p in BinomialGrid.probabilities(of: n) { #expect(breaches(n, p) == [], "\(n) people at \(p)") }
  }

  /// Where nothing is known to happen: any number of people up to a million, any mean from 0.01 to 1,000.
  @Test func everyCountHasItsProbabilityElsewhere() {
    let uniforms = Uniforms.spread(4000)
    for i in stride(from: 0, to: 4000, by: 2) {
      let n = Int(Portable.exp(uniforms[i] * Portable.log(1e6)))
      let p = 0.01 * Portable.exp(uniforms[i + 1] * Portable.log(1e5)) / Double(n)
      guard p <= 0.5 else { continue }
      let mirrored = i % 4 == 0 ? p : 1 - p
      #expect(breaches(n, mirrored) == [], "\(n) people at \(mirrored)")
    }
  }

  /// The grid comes to every branch: means that no number of people has would be left out of it in silence.
  @Test func theGridIsDense() {
    let means = BinomialGrid.sizes.flatMap { n in
      BinomialGrid.probabilities(of: n).map { Double(n) * min($0, 1 - $0) }
    }
    let bands = [(0.01, 1.0, 100), (1, 4, 200), (4, 10, 150), (10, 30, 150), (30, 1000, 80), (1000, 1e5, 15)]
    for (from, to, least) in bands {
      #expect(means.count { $0 >= from && $0 < to } >= least, "\(from)")
    }
  }
}
