import Testing

@testable import WorkforceSimulation

@Suite struct GammaTests {
  @Test func bothTails() {
    for (shape, x, lower, upper) in Reference.gammaProbabilities {
      let tails = GammaTails(shape: shape)
      #expect(Reference.relativeError(tails.lower(x).probability, lower) < 5e-13, "\(shape), \(x)")
      #expect(Reference.relativeError(tails.upper(x).probability, upper) < 5e-13, "\(shape), \(x)")
      #expect(Portable.gammaCDF(shape: shape, x) == tails.lower(x).probability)
    }
  }

  @Test func quantile() {
    for (shape, p, expected) in Reference.gammaQuantiles {
      let value = Portable.gammaQuantile(shape: shape, p)
      #expect(Reference.relativeError(value, expected) < 1e-13, "\(shape), \(p)")
    }
  }

  @Test func endsAndMisuse() {
    #expect(Portable.gammaCDF(shape: 2, 0) == 0)
    #expect(Portable.gammaCDF(shape: 2, -1) == 0)
    #expect(Portable.gammaCDF(shape: 2, .infinity) == 1)
    #expect(Portable.gammaCDF(shape: 0, 1).isNaN)
    #expect(Portable.gammaCDF(shape: 2, .nan).isNaN)
    #expect(Portable.gammaQuantile(shape: 2, 0) == 0)
    #expect(Portable.gammaQuantile(shape: 2, 1) == .infinity)
    #expect(Portable.gammaQuantile(shape: 2, 1.5).isNaN)
    #expect(Portable.gammaQuantile(shape: -1, 0.5).isNaN)
  }

  @Test func exponentialDistribution() {
    for i in 1...500 {
      let x = Double(i) * 0.05
      #expect(Reference.relativeError(Portable.gammaCDF(shape: 1, x), -Portable.expm1(-x)) < 1e-14)
      let p = Double(i) / 501
      #expect(
        Reference.relativeError(Portable.gammaQuantile(shape: 1, p), -Portable.log1p(-p))
          < 1e-14)
    }
  }

  @Test(arguments: [0.05, 0.5, 0.9, 1.5, 7, 30.5, 430.5, 2999, 3001, 1e5, 1e7])
  func quantileRisesAndIsUndone(shape: Double) {
    let middle = (1..<2000).map { Double($0) / 2000 }
    let low = (0..<200).map { Portable.exp(-36.8 + Double($0) * 0.145) }
    let high = low.reversed().map { 1 - $0 }
    let tails = GammaTails(shape: shape)
    var quantiles: [Double] = []
    for p in low + middle + high {
      let x = Portable.gammaQuantile(shape: shape, p)
      quantiles.append(x)
      // Below 1e-290 the digits of x itself run out.
      guard x > 1e-290 else { continue }
      let (tail, target) = p < 0.5 ? (tails.lower(x), p) : (tails.upper(x), 1 - p)
      // A relative error of x moves the tail by that, divided by the ratio.
      let error = Reference.relativeError(tail.probability, target) * tail.ratio
      #expect(error < 1e-12, "p = \(p)")
      let sum = tails.lower(x).probability + tails.upper(x).probability
      #expect(abs(sum - 1) < 1e-12)
    }
    #expect(Reference.largestFall(Array(quantiles[..<200])) == 0)
    #expect(Reference.largestFall(Array(quantiles[200..<2199])) == 0)
    #expect(Reference.largestFall(Array(quantiles[2199...])) == 0)
  }
}
