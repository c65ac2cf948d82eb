import Testing

@testable import WorkforceSimulation

/// What common random numbers need: more people drawn, or more of them marked, never give fewer.
@Suite struct HypergeometricOrderTests {
  private func count(_ population: Int, _ marked: Int, _ drawn: Int, _ u: Double) -> Int {
    HypergeometricInversion(population: population, marked: marked, drawn: drawn).count(at: u)
  }

  @Test func countDoesNotFallInTheUniform() {
    let grid = (0..<5000).map { (Double($0) + 0.5) / 5000 }
    for (population, marked, drawn) in HypergeometricInversionTests.cases {
      let sampler = HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      let counts = grid.map { sampler.count(at: $0) }
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "\(population), \(marked), \(drawn)")
    }
  }

  @Test(arguments: [(1, 1), (7, 3), (40, 11), (63, 32), (300, 17), (300, 36), (300, 150), (301, 290), (1500, 400)])
  func countRisesByAtMostOneWithAPerson(population: Int, other: Int) {
    // Through every branch, from nobody to everybody.
    for u in Uniforms.spread(40) {
      let byDrawn = (0...population).map { count(population, other, $0, u) }
      let byMarked = (0...population).map { count(population, $0, other, u) }
      for counts in [byDrawn, byMarked] {
        let steps = zip(counts, counts.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 == 0 || $0 == 1 }, "u = \(u)")
      }
    }
  }

  @Test(arguments: [(1_000_000, 2000, 2000), (100_000_000, 20_000, 20_000), (100_000_000, 40_000_000, 49_999_900)])
  func countRisesByAtMostOneInLargePopulations(population: Int, marked: Int, drawn: Int) {
    // Through a variance of 4, and through half of the population.
    for u in Uniforms.spread(20) {
      let counts = (0..<200).map { count(population, marked, drawn + $0, u) }
      let steps = zip(counts, counts.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { $0 == 0 || $0 == 1 }, "u = \(u)")
    }
  }

  @Test func marksAndDrawsAreInterchangeable() {
    for u in Uniforms.spread(200) {
      for (population, marked, drawn) in HypergeometricInversionTests.cases {
        let k = count(population, marked, drawn, u)
        #expect(k == count(population, drawn, marked, u))
        // Those without the mark, and those not drawn, at the opposite uniform.
        #expect(k == drawn - count(population, population - marked, drawn, 1 - u))
        #expect(k == marked - count(population, marked, population - drawn, 1 - u))
      }
    }
  }

  @Test func isTheBinomialForAFewOfMany() {
    // Total variation from Binomial(drawn, marked ÷ population) is at most (drawn − 1) ÷ (population − 1)
    // (Ehm 1991), at most 1.5e-6 here: of 1000 uniforms it is unlikely that one tells the two apart.
    let uniforms = Uniforms.spread(1000).filter { $0 > 1e-4 && $0 < 1 - 1e-4 }
    for (marked, drawn) in [(30_000_000, 10), (5_000_000, 100), (50_000_000, 127), (40_000_000, 150)] {
      let binomial = BinomialInversion(probability: Double(marked) / 1e8)
      let different = uniforms.count { count(100_000_000, marked, drawn, $0) != binomial.count(of: drawn, at: $0) }
      #expect(different <= 1)
    }
  }
}
