import Testing

@testable import WorkforceSimulation

/// The whole distribution of what the sampler returns, over every uniform number, against the exact one.
@Suite struct PoissonVariationTests {
  @Test(arguments: BinomialGrid.means + [1e-6, 1e6])
  func everyCountHasItsProbability(mean: Double) {
    let promise = mean < PoissonInversion.summationLimit ? PromisedAccuracy.ofSums : .ofLargeCounts
    let sampler = PoissonInversion(mean: mean)
    #expect(promise.breaches(near: .poisson(mean), by: sampler.count) == [])
  }
}
