import Testing

@testable import WorkforceSimulation

/// The whole distribution of what the sampler returns, over every uniform number, against the exact one.
@Suite struct HypergeometricVariationTests {
  @Test(arguments: HypergeometricGrid.populations)
  func everyCountHasItsProbability(population: Int) {
    for (marked, drawn) in HypergeometricGrid.parts(of: population) {
      let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      let fewest = min(marked, drawn, population - marked, population - drawn)
      let isProduct = Double(fewest) <= HypergeometricInversion.productLimit
      let promise = isProduct ? PromisedAccuracy.ofSums : .ofLargeCounts
      let breaches = promise.breaches(near: .hypergeometric(population, marked, drawn), by: sampler.count)
      #expect(breaches == [], "\(drawn) of \(population), \(marked) marked")
    }
  }
}
