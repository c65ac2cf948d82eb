import Testing

@testable import WorkforceSimulation

@Suite struct HypergeometricInversionTests {
  /// Population, marked and drawn on both sides of every branch: the fewest at 1, 2 and 128, the
  /// mean and the variance at 4, either or both of the marked and the drawn above half.
  static let cases: [(Int, Int, Int)] = [
    (2, 1, 1), (3, 2, 2), (5, 2, 2), (5, 1, 3), (20, 7, 5), (50, 20, 10), (100, 10, 5), (300, 4, 10),
    (300, 150, 20), (300, 150, 32), (300, 280, 15), (300, 280, 285), (300, 36, 36), (300, 60, 60), (300, 30, 40),
    (64, 32, 32), (68, 34, 34), (72, 36, 36), (128, 127, 64), (256, 128, 128), (258, 129, 129), (1000, 40, 40),
    (5000, 128, 156), (5000, 129, 155), (5000, 128, 157), (5000, 128, 170), (5000, 129, 170), (5000, 128, 1700),
    (5000, 129, 1700), (1000, 750, 900), (10_000, 1000, 1000), (10_000, 9000, 1000), (10_000, 200, 199),
    (1_000_000, 1000, 3000), (1_000_000, 2000, 2050), (1_000_000, 100, 500_000), (1_000_000, 400_000, 990_000),
    (100_000_000, 20, 10_000_000), (100_000_000, 10_000, 20_000), (100_000_000, 20_000, 20_200),
    (100_000_000, 50_000, 50_000), (100_000_000, 99_990_000, 30_000_000), (100_000_000, 1_000_000, 2_000_000),
  ]

  @Test func smallPopulationsAgreeWithWholeNumbers() {
    // Every case up to 16 people, then some: at and beside each step, and elsewhere.
    let elsewhere = Uniforms.spread(8).map { UInt64($0 * 0x1p53) }
    for population in Array(0...16) + [25, 40, 63, 64] {
      let stride = population > 16 ? 3 : 1
      for marked in Swift.stride(from: 0, through: population, by: stride) {
        for drawn in Swift.stride(from: 0, through: population, by: stride) {
          let exact = IntegerHypergeometric(population: population, marked: marked, drawn: drawn)
          let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
          for numerator in exact.numeratorsAtSteps + elsewhere {
            let k = sampler.count(at: Double(numerator) * 0x1p-53)
            let least = exact.count(
              atNumerator: max(numerator, IntegerHypergeometric.slack) - IntegerHypergeometric.slack)
            let most = exact.count(atNumerator: min(numerator + IntegerHypergeometric.slack, (1 << 53) - 1))
            #expect(k >= least && k <= most, "\(population), \(marked), \(drawn) at \(numerator)")
          }
        }
      }
    }
  }

  @Test(arguments: cases)
  func countIsExact(population: Int, marked: Int, drawn: Int) {
    let exact = ExactDistribution.hypergeometric(population, marked, drawn)
    let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
    for u in Uniforms.spread(1000) {
      let k = sampler.count(at: u)
      #expect(exact.miss(k, u) < 1e-11, "u = \(u), k = \(k)")
    }
    // Just before and after the places where the count changes.
    for (i, step) in exact.lower.enumerated() where step > 1e-12 && step < 1 - 1e-12 {
      for u in [step * (1 - 1e-11), step * (1 + 1e-11)] where u < 1 {
        #expect(exact.miss(sampler.count(at: u), u) < 1e-10, "k = \(exact.first + i)")
      }
      if i > 500 { break }
    }
  }

  @Test func stepsAreWhereFortyDigitsPutThem() {
    for (population, marked, drawn, k, lower, upper) in Reference.hypergeometricProbabilities {
      let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      let half = max(1e-12 * min(lower, upper), 0x1p-53)
      #expect(sampler.count(at: lower - half) <= k)
      #expect(sampler.count(at: lower + half) > k)
      // The tail beyond k, as 1 − u is exact in the uniforms.
      #expect(sampler.count(at: 1 - (upper + half)) <= k)
      #expect(sampler.count(at: 1 - (upper - half)) > k)
    }
  }

  @Test(arguments: [(20, 7, 5), (300, 280, 15), (300, 36, 36), (300, 280, 285), (1000, 300, 250), (5000, 129, 155)])
  func moments(population: Int, marked: Int, drawn: Int) {
    let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
    // E K = Σ P(K > k), E K² = Σ (2k + 1) P(K > k).
    let tails = (0..<min(marked, drawn)).map { k in 1 - ExactDistribution.lastUniform { sampler.count(at: $0) <= k } }
    let first = tails.reduce(0, +)
    let second = zip(0..., tails).reduce(0) { $0 + Double(2 * $1.0 + 1) * $1.1 }
    let share = Double(marked) / Double(population)
    let mean = Double(drawn) * share
    let variance = mean * (1 - share) * Double(population - drawn) / Double(population - 1)
    #expect(abs(first - mean) < 1e-13 * mean)
    #expect(abs(second - first * first - variance) < 1e-13 * (second + variance))
  }

  @Test func certainties() {
    for u in Uniforms.spread(20) {
      func count(_ population: Int, _ marked: Int, _ drawn: Int) -> Int {
        HypergeometricInversion(population: population, marked: marked, drawn: drawn).count(at: u)
      }
      #expect(count(0, 0, 0) == 0)
      for population in [1, 2, 3, 10, 300, 100_000_000] {
        for part in Set([0, 1, population / 2, population - 1, population]) {
          #expect(count(population, 0, part) == 0)
          #expect(count(population, part, 0) == 0)
          #expect(count(population, population, part) == part)
          #expect(count(population, part, population) == part)
        }
        // One marked: drawn with probability drawn ÷ population.
        let one = count(population, 1, (population + 1) / 3)
        #expect(one == (1 - u < Double((population + 1) / 3) / Double(population) ? 1 : 0))
      }
    }
  }

  @Test func extremesStayWithinThePossible() {
    for (population, marked, drawn) in Self.cases + [(100_000_000, 50_000_000, 50_000_000)] {
      let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      for u in [0x1p-53, 0x1p-52, 0.000999, 0.001, 0.001001, 0.998999, 0.999, 0.999001, 1 - 0x1p-52, 1 - 0x1p-53] {
        let k = sampler.count(at: u)
        #expect(k >= max(0, marked + drawn - population) && k <= min(marked, drawn))
      }
    }
  }
}
