import Testing

@testable import WorkforceSimulation

@Suite struct PoissonInversionTests {
  static let means: [Double] = [
    1e-9, 0.01, 0.7, 3.4, 3.99, 4.01, 7, 12.5, 20, 29.99, 30.01, 60, 100, 1000.5, 1e5, 1e7,
  ]

  @Test(arguments: means)
  func countIsExact(mean: Double) {
    let exact = ExactDistribution.poisson(mean)
    let sampler = PoissonInversion(mean: mean)
    for u in Uniforms.spread(2000) {
      let k = sampler.count(at: u)
      #expect(exact.miss(k, u) < 1e-11, "u = \(u), k = \(k)")
    }
  }

  @Test func noMeanNoCount() {
    for u in Uniforms.spread(50) {
      #expect(PoissonInversion(mean: 0).count(at: u) == 0)
    }
  }

  @Test func largestMean() {
    let sampler = PoissonInversion(mean: 1e8)
    // Median within one of the mean; one standard deviation is 10,000.
    #expect(abs(sampler.count(at: 0.5) - 100_000_000) <= 1)
    #expect(abs(sampler.count(at: Portable.normalCDF(1)) - 100_010_000) <= 1)
    #expect(sampler.count(at: 0x1p-53) > 99_910_000)
    #expect(sampler.count(at: 1 - 0x1p-53) < 100_090_000)
  }

  @Test(arguments: means)
  func countDoesNotFallInTheUniform(mean: Double) {
    let sampler = PoissonInversion(mean: mean)
    let counts = (0..<20_000).map { sampler.count(at: (Double($0) + 0.5) / 20_000) }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func countDoesNotFallInTheMean() {
    let samplers = (0...4000).map { PoissonInversion(mean: Double($0) * 0.01) }
    for u in Uniforms.spread(200) {
      let counts = samplers.map { $0.count(at: u) }
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "\(u)")
    }
  }

  @Test func isTheLimitOfTheBinomial() {
    // Total variation of Binomial(n, p) from Poisson(np) is at most p (Le Cam 1960).
    let uniforms = Uniforms.spread(1000)
    for mean in [0.5, 5, 12, 50] {
      let binomial = BinomialInversion(probability: mean * 1e-9)
      let poisson = PoissonInversion(mean: mean)
      for u in uniforms where u > 1e-6 && u < 1 - 1e-6 {
        #expect(binomial.count(of: 1_000_000_000, at: u) == poisson.count(at: u))
      }
    }
  }
}
