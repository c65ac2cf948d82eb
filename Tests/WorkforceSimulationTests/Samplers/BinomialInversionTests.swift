import Testing

@testable import WorkforceSimulation

@Suite struct BinomialInversionTests {
  /// n and p on both sides of every branch: sum or expansion at 4, sum or distribution function
  /// at 30, p ≤ ½ or mirrored, and the Poisson and normal limits.
  static let cases: [(Int, Double)] = [
    (1, 0.3), (2, 0.5), (3, 0.999), (7, 0.01), (40, 0.0075), (400, 0.0075), (5, 1e-9),
    (1_000_000, 1e-6), (530, 0.0075), (540, 0.0075), (1080, 0.0075), (7, 0.5), (8, 0.5), (9, 0.5), (16, 0.5),
    (10, 0.42), (39, 0.1), (41, 0.1), (200, 0.07), (1333, 0.0075), (100, 0.15), (59, 0.5),
    (60, 0.5), (61, 0.5), (3999, 0.0075), (4001, 0.0075), (299, 0.9), (301, 0.9), (300, 0.2),
    (100, 0.49), (1_000_000, 3.1e-5), (1_000_000_000, 1e-8), (1_000_000_000, 4e-8),
    (13_333, 0.0075), (1000, 0.5), (10_000, 0.35), (100_000, 0.98), (100_000_000, 1e-4),
    (1_000_000, 0.5), (100_000_000, 0.4), (1_000_000_000, 0.001),
  ]

  @Test(arguments: cases)
  func countIsExact(n: Int, p: Double) {
    let exact = ExactDistribution.binomial(n, p)
    let sampler = BinomialInversion(probability: p)
    let allowed = 1e-11
    for u in Uniforms.spread(2000) {
      let k = sampler.count(of: n, at: u)
      #expect(exact.miss(k, u) < allowed, "u = \(u), k = \(k)")
    }
    // Just before and after the places where the count changes.
    for (i, step) in exact.lower.enumerated() where step > 1e-12 && step < 1 - 1e-12 {
      for u in [step * (1 - 1e-11), step * (1 + 1e-11)] where u < 1 {
        #expect(exact.miss(sampler.count(of: n, at: u), u) < 1e-10, "k = \(exact.first + i)")
      }
      if i > 500 { break }
    }
  }

  @Test func sumsAreExactToTheirRounding() {
    for p in [0.003, 0.0075, 0.1, 0.31, 0.5] {
      for mean in [0.2, 1, 3.7, 7.5, 12, 29] {
        let n = Int((mean / p).rounded(.up))
        let exact = ExactDistribution.binomial(n, p)
        let sampler = BinomialInversion(probability: p)
        for u in Uniforms.spread(500) where u < 0.5 {
          #expect(exact.miss(sampler.count(of: n, at: u), u) * u < 1e-14)
        }
        for u in Uniforms.spread(500) where u > 0.5 {
          #expect(exact.miss(sampler.count(of: n, at: u), u) * (1 - u) < 1e-14)
        }
      }
    }
  }

  @Test func certainties() {
    for u in Uniforms.spread(50) {
      for n in [0, 1, 5, 1_000_000_000] {
        #expect(BinomialInversion(probability: 0).count(of: n, at: u) == 0)
        #expect(BinomialInversion(probability: 1).count(of: n, at: u) == n)
      }
      // The form of u excludes ties, but for p within 2⁻⁵² of an end.
      for p in [1e-300, 1e-9, 0.3, 0.5, 0.9, 1 - 0x1p-50] {
        #expect(BinomialInversion(probability: p).count(of: 0, at: u) == 0)
        let one = BinomialInversion(probability: p).count(of: 1, at: u)
        #expect(one == (1 - u < p ? 1 : 0))
      }
    }
  }

  @Test func extremesStayWithinTheGroup() {
    for n in [1, 2, 3, 4, 10, 59, 60, 61, 1000, 1_000_000, 1_000_000_000] {
      for p in [Double.leastNonzeroMagnitude, 1e-12, 1e-8, 0.0075, 0.1, 0.5, 0.50001, 0.97, 1 - 1e-12] {
        let sampler = BinomialInversion(probability: p)
        for u in [0x1p-53, 0x1p-52, 0.998999, 0.999, 0.999001, 1 - 0x1p-52, 1 - 0x1p-53] {
          let k = sampler.count(of: n, at: u)
          #expect(k >= 0 && k <= n)
        }
        #expect(sampler.count(of: n, at: 0x1p-53) <= sampler.count(of: n, at: 1 - 0x1p-53))
      }
    }
  }

  @Test func countDoesNotFallInTheUniform() {
    let grid = (0..<20_000).map { (Double($0) + 0.5) / 20_000 }
    for (n, p) in Self.cases {
      let sampler = BinomialInversion(probability: p)
      let counts = grid.map { sampler.count(of: n, at: $0) }
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "\(n), \(p)")
    }
  }

  @Test func countRisesByAtMostOneWithAPerson() {
    // Across every branch: one more person adds nobody or one event, never takes one away.
    for (p, most) in [(0.0075, 4500), (0.1, 350), (0.37, 100), (0.5, 70), (0.8, 170)] {
      let sampler = BinomialInversion(probability: p)
      for u in Uniforms.spread(150) {
        let counts = (0...most).map { sampler.count(of: $0, at: u) }
        let steps = zip(counts, counts.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 == 0 || $0 == 1 }, "p = \(p), u = \(u)")
      }
    }
  }

  @Test func countDoesNotFallInTheProbability() {
    for n in [1, 5, 40, 100, 1000, 100_000] {
      // Through np = 4 and 30, and through ½ where the count is mirrored.
      let small = (0...300).map { Double($0) * 0.15 / Double(n) }.filter { $0 <= 1 }
      let all = small + (0...200).map { Double($0) / 200 }
      let samplers = all.sorted().map { BinomialInversion(probability: $0) }
      for u in Uniforms.spread(80) {
        let counts = samplers.map { $0.count(of: n, at: u) }
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "\(n), \(u)")
      }
    }
  }
}
