import Testing

@testable import WorkforceSimulation

/// The whole distribution of what the sampler returns, over every uniform number, against the exact one.
@Suite struct BinomialVariationTests {
  @Test(arguments: BinomialGrid.sizes)
  func everyCountHasItsProbability(people n: Int) {
    for p in BinomialGrid.probabilities(of: n) {
      let sampler = BinomialInversion(probability: p)
      let isSummed = Double(n) * min(p, 1 - p) < BinomialInversion.summationLimit
      let promise = isSummed ? PromisedAccuracy.ofSums : .ofLargeCounts
      promise.expectKept("\(n) people at \(p)", near: .binomial(n, p)) { sampler.count(of: n, at: $0) }
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
