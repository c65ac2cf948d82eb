import Testing

@testable import WorkforceSimulation

@Suite struct BetaTests {
  static let shapes: [(Double, Double)] = [
    (0.05, 0.05), (0.5, 0.5), (0.5, 30.5), (20.5, 80.5), (1, 1), (3.3, 0.7), (0.5, 1e7),
    (1e7, 0.5), (431.5, 5083.5), (2999, 1e5), (3001, 1e5), (1e7, 1e7),
  ]

  @Test func bothTails() {
    for (a, b, x, lower, upper) in Reference.betaProbabilities {
      let tails = BetaTails(a, b)
      #expect(
        Reference.relativeError(tails.lower(x, 1 - x).probability, lower) < 1e-12,
        "\(a), \(b), \(x)")
      #expect(
        Reference.relativeError(tails.upper(x, 1 - x).probability, upper) < 1e-12,
        "\(a), \(b), \(x)")
      #expect(Portable.betaCDF(a, b, x) == tails.lower(x, 1 - x).probability)
    }
  }

  @Test func quantile() {
    for (a, b, p, expected) in Reference.betaQuantiles {
      let value = Portable.betaQuantile(a, b, p)
      #expect(Reference.relativeError(value, expected) < 1e-12, "\(a), \(b), \(p)")
    }
  }

  @Test func endsAndMisuse() {
    #expect(Portable.betaCDF(2, 3, 0) == 0)
    #expect(Portable.betaCDF(2, 3, 1) == 1)
    #expect(Portable.betaCDF(0, 3, 0.5).isNaN)
    #expect(Portable.betaCDF(2, 3, .nan).isNaN)
    #expect(Portable.betaQuantile(2, 3, 0) == 0)
    #expect(Portable.betaQuantile(2, 3, 1) == 1)
    #expect(Portable.betaQuantile(2, 3, -0.5).isNaN)
    #expect(Portable.betaQuantile(2, -3, 0.5).isNaN)
  }

  @Test func knownForms() {
    for i in 1..<400 {
      let x = Double(i) / 400
      // Uniform; power; and 3x² − 2x³ for Beta(2, 2).
      #expect(Reference.relativeError(Portable.betaCDF(1, 1, x), x) < 1e-14)
      #expect(Reference.relativeError(Portable.betaQuantile(1, 1, x), x) < 1e-14)
      #expect(Reference.relativeError(Portable.betaCDF(3, 1, x), x * x * x) < 1e-14)
      #expect(Reference.relativeError(Portable.betaCDF(2, 2, x), x * x * (3 - 2 * x)) < 1e-14)
    }
  }

  @Test(arguments: shapes)
  func quantileRisesAndIsUndone(a: Double, b: Double) {
    let middle = (1..<1000).map { Double($0) / 1000 }
    let low = (0..<200).map { Portable.exp(-36.8 + Double($0) * 0.145) }
    let high = low.reversed().map { 1 - $0 }
    let tails = BetaTails(a, b)
    for part in [low, middle, high] {
      let quantiles = part.map { Portable.betaQuantile(a, b, $0) }
      #expect(Reference.largestFall(quantiles) == 0)
      for (p, x) in zip(part, quantiles) where x > 1e-290 && 1 - x > 1e-3 {
        let (tail, target) =
          p < 0.5 ? (tails.lower(x, 1 - x), p) : (tails.upper(x, 1 - x), 1 - p)
        let error = Reference.relativeError(tail.probability, target) * tail.ratio
        #expect(error < 1e-11, "p = \(p)")
      }
    }
  }

  @Test(arguments: shapes)
  func symmetry(a: Double, b: Double) {
    for i in 1..<200 {
      // Points with an exact complement.
      let x = Double(i) / 256
      let lower = Portable.betaCDF(a, b, x)
      let mirrored = Portable.betaCDF(b, a, 1 - x)
      #expect(abs(lower + mirrored - 1) < 1e-12)
      let point = Portable.betaQuantile(a, b, x)
      #expect(abs(point + Portable.betaQuantile(b, a, 1 - x) - 1) < 1e-12)
    }
  }
}
