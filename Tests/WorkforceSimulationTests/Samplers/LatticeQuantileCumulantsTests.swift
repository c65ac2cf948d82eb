import Testing

@testable import WorkforceSimulation

/// The bound of the shorter expansion, tested where alone it matters: at the steps of hypergeometric
/// distributions, where the smoothed quantile is k + ½.
@Suite struct LatticeQuantileCumulantsTests {
  @Test(arguments: [66, 70, 80, 100, 150, 300, 700, 2000, 10_000, 100_000, 1_000_000, 100_000_000])
  func errorIsHalfTheBoundAtMost(population: Int) {
    var compared = 0
    for i in 1...12 {
      for j in i...12 {
        let fewer = Self.part(i, of: population)
        let more = Self.part(j, of: population)
        let product = Double(fewer) * Double(more) / Double(population)
        // Larger ones have steps by the thousand, and errors as small as their rounding.
        guard product >= HypergeometricInversion.expansionLimit, product < 1e5 else { continue }
        let exact = ExactDistribution.hypergeometric(population, fewer, more)
        let moments = Moments(exact)
        guard moments.variance >= HypergeometricInversion.expansionLimit else { continue }
        for step in stride(from: 0, to: exact.masses.count, by: 1 + exact.masses.count / 300) {
          let isLower = exact.lower[step] < 0.5
          let tail = isLower ? exact.lower[step] : exact.upper[step]
          guard tail > 0x1p-54 else { continue }
          // The upper tail is the lower one of the count's negative.
          let sign = isLower ? 1.0 : -1.0
          let quantile = LatticeQuantile(
            mean: sign * moments.mean, variance: moments.variance, third: sign * moments.third,
            fourth: moments.fourth, at: tail)
          // Beyond ½ nothing is decided by the expansion.
          guard abs(quantile.uncertainty) < 0.5 else { continue }
          compared += 1
          let error = abs(sign * quantile.value - (Double(exact.first + step) + 0.5))
          let bound = quantile.uncertainty + (isLower ? 0 : 2e-15 * moments.mean)
          #expect(error <= 0.5 * bound, "\(fewer) and \(more) of \(population), tail \(tail)")
        }
      }
    }
    #expect(compared > 10)
  }

  @Test func cumulantsAreThoseOfTheMasses() {
    for (population, marked, drawn) in [
      (4, 2, 1), (5, 2, 2), (9, 4, 3), (30, 11, 14), (300, 40, 70), (5000, 900, 2500),
    ] {
      let moments = Moments(.hypergeometric(population, marked, drawn))
      let ratios = HypergeometricInversion(population: population, marked: marked, drawn: drawn).cumulantRatios
      #expect(abs(ratios.third - moments.third) < 1e-12 * (1 + moments.variance))
      #expect(abs(ratios.fourth - moments.fourth) < 1e-12 * (1 + moments.variance))
    }
  }

  @Test func decidesNearlyAlways() {
    // The point of the expansion: undecided draws cost three times as much, and more with the deviation.
    for (population, fewer, more, share) in [(300, 60, 30, 0.07), (300, 60, 60, 0.04), (10_000, 1000, 1000, 0.004)] {
      let moments = Moments(.hypergeometric(population, fewer, more))
      let undecided = (0..<20_000).count { i in
        LatticeQuantile(
          mean: moments.mean, variance: moments.variance, third: moments.third, fourth: moments.fourth,
          at: (Double(i) + 0.5) / 20_000
        ).decided == nil
      }
      #expect(Double(undecided) <= share * 20_000, "\(undecided) of \(population)")
    }
  }

  /// Parts of up to half of the population, most of them small.
  private static func part(_ i: Int, of population: Int) -> Int {
    let share = Double(i) / 12
    return max(1, Int(Double(population) * 0.5 * share * share * share.squareRoot()))
  }
}

/// The mean, the variance and the next two cumulants ÷ the variance, summed over the masses.
private struct Moments {
  let mean: Double
  let variance: Double
  let third: Double
  let fourth: Double

  init(_ exact: ExactDistribution) {
    func sum(_ term: (Double) -> Double) -> Double {
      zip(exact.first..., exact.masses).reduce(0) { $0 + $1.1 * term(Double($1.0)) }
    }
    // About a count in the middle first: the counts themselves are large.
    let origin = Double(exact.first + exact.masses.count / 2)
    let middle = origin + sum { $0 - origin }
    let square = sum { ($0 - middle) * ($0 - middle) }
    mean = middle
    variance = square
    third = sum { ($0 - middle) * ($0 - middle) * ($0 - middle) } / square
    fourth = sum { ($0 - middle) * ($0 - middle) * ($0 - middle) * ($0 - middle) } / square - 3 * square
  }
}
