import Testing

@testable import WorkforceModel
@testable import WorkforceSimulation

/// Distributions that are multiplied and shifted, against closed forms and quadrature.
@Suite struct AdjustedLawTests {
  private static func law(_ text: String) throws -> ParameterLaw {
    ParameterLaw(try QuantityParser(text).parse())
  }

  /// Text, and the mean by a closed form.
  private static let means: [(String, Double)] = [
    ("uniform(2% 6%)/yr times 2 minus 1%", 0.04 * 2 - 0.01), ("normal(400 20) times 1.5 plus 30", 630),
    ("triangular(2% 4% 9%)/yr plus 0.5%", 0.05 + 0.005), ("pert(2% 4% 7%)/yr times 0.5", (2 + 16 + 7) / 600.0 * 0.5),
    ("gamma(4 2%)/yr times 1.25 plus 1%", 0.11), ("beta(20 80) over pathway times 1.25", 0.25),
    ("430 leavers over 5513 person-years times 1.1", 430.5 / 5513 * 1.1),
    ("20 of 100 over pathway plus 2%", 20.5 / 101 + 0.02),
    ("poisson(uniform(40 60)/yr times 2)", 100), ("uniform(1 3)mo plus 2", 4), ("uniform(£1 £3) minus £0.5", 1.5),
  ]

  @Test(arguments: means) func meanInClosedForm(_ given: (text: String, mean: Double)) throws {
    #expect(abs(try Self.law(given.text).mean - given.mean) < 1e-12 * max(1, given.mean), "\(given.text)")
  }

  /// The mean is the integral of the quantile over (0, 1): by the midpoint rule, whose error for a bounded, monotone
  /// function on n points is at most the range divided by 2n.
  @Test(arguments: [
    "uniform(2% 6%)/yr times 2 minus 1%", "normal(38 12)/mo within 0..76 times 2 plus 3",
    "lognormal(7.6% 0.13)/yr within 5%..11% times 1.2 minus 1%", "85%..99% within 50%..100% times 0.9",
    "pert(2% 4% 7%)/yr times 1.2 minus 1%", "20 of 100 times 0.5 plus 10%",
  ])
  func meanByQuadrature(_ text: String) throws {
    let quantity = try QuantityParser(text).parse()
    let law = ParameterLaw(quantity)
    let points = 20_000
    let sum = (0..<points).reduce(0.0) { $0 + law.quantile((Double($1) + 0.5) / Double(points)) }
    let range = quantity.support.high - quantity.support.low
    #expect(range.isFinite)
    #expect(abs(law.mean - sum / Double(points)) <= range / Double(2 * points))
  }

  /// Every quantile is the changed quantile of the distribution itself, limits applied before.
  @Test func quantiles() throws {
    for base in ["lognormal(7.6% 0.13)/yr within 6%..9%", "pert(2% 4% 7%)/yr", "7%..8%/yr", "gamma(4 2%)/yr"] {
      let (plain, changed) = (try Self.law(base), try Self.law("\(base) times 1.5 plus 2%"))
      for step in 1..<200 {
        let u = Double(step) / 200
        #expect(changed.quantile(u) == 1.5 * plain.quantile(u) + 0.02)
      }
      #expect(plain.probabilityInside == changed.probabilityInside)
    }
  }

  /// Rounding never takes a value outside what was checked: here below 0.
  @Test func neverOutsideTheSupport() throws {
    for percent in 1...60 {
      let quantity = try QuantityParser("uniform(\(percent)% 70%) times 1.1 minus \(Double(percent * 11) / 10)%")
        .parse()
      let law = ParameterLaw(quantity)
      #expect(quantity.support.low == 0)
      for u in [0x1p-53, 1e-12, 0.5, 1 - 0x1p-53] {
        #expect(law.quantile(u) >= 0)
        #expect(law.quantile(u) <= quantity.support.high)
      }
    }
  }
}
