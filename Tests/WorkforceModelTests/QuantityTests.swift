import TestSupport
import Testing

@testable import WorkforceModel

/// One text form for every quantity (docs/model.md, "Quantities").
@Suite struct QuantityTests {
  /// As written, and as written back.
  private static let forms: [(String, String)] = [
    ("7.8%/yr", "7.8%/yr"), ("7.5% chance/yr", "7.5% chance/yr"), ("0.65%/mo", "0.65%/mo"),
    ("20% over pathway", "20% over pathway"),
    ("430 leavers over 5513 person-years", "430 leavers over 5513 person-years"), ("20 of 100", "20 of 100"),
    ("0 of 50 over pathway", "0 of 50 over pathway"), ("60/mo", "60/mo"), ("46/yr", "46/yr"),
    ("poisson(60/mo)", "poisson(60/mo)"), ("poisson(40..60/yr)", "poisson(40..60/yr)"), ("500", "500"),
    ("5436 fte", "5436 fte"), ("5436fte", "5436 fte"), ("£38565", "£38565"), ("15mo", "15mo"), ("5y", "60mo"),
    ("60%", "60%"), ("×1.1", "×1.1"), ("0.6", "0.6"), ("-5", "-5"), ("1e3", "1000"), ("+2", "2"),
    ("normal(100 5)", "normal(100 5)"), ("lognormal(7.8% 0.1)/yr", "lognormal(7.8% 0.1)/yr"),
    ("gamma(2 3)", "gamma(2 3)"), ("gamma(2 3%)/yr", "gamma(2 3%)/yr"), ("beta(20 80)", "beta(20 80)"),
    ("beta(20, 80) over pathway", "beta(20 80) over pathway"), ("uniform(12% 60%)", "uniform(12% 60%)"),
    ("triangular(6% 8% 11%)/yr", "triangular(6% 8% 11%)/yr"),
    ("triangular(6%/yr 8%/yr 11%/yr)", "triangular(6% 8% 11%)/yr"),
    ("pert(2% 4% 7%)/yr", "pert(2% 4% 7%)/yr"), ("pert(0.92 0.94 0.97)", "pert(0.92 0.94 0.97)"),
    ("13.4%..15.8%/yr", "13.4%..15.8%/yr"), ("£1000..£2000", "£1000..£2000"), ("×0.9..×1.1", "×0.9..×1.1"),
    ("×uniform(0.9 1.1)", "uniform(×0.9 ×1.1)"), ("uniform(1 3)mo", "uniform(1 3)mo"),
    ("normal(20% 5%) over pathway within 1%..50%", "normal(20% 5%) over pathway within 1%..50%"),
    ("normal(£5 £1) within £1..£9", "normal(£5 £1) within £1..£9"),
  ]

  private static func parse(_ text: String) throws -> Quantity {
    try QuantityParser(text).parse()
  }

  @Test(arguments: forms) func everyForm(_ form: (written: String, back: String)) throws {
    let quantity = try Self.parse(form.written)
    #expect(quantity.description == form.back)
    #expect(try Self.parse(form.back) == quantity)
  }

  @Test func generated() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<4000 {
      let measure = random.pick(Measure.allCases, or: .number)
      func number(_ range: ClosedRange<Double>) -> Double {
        let value = Double.random(in: range, using: &random)
        return Bool.random(using: &random) ? (value * 100).rounded() / 100 + 0.01 : value + 0.001
      }
      let (low, mode, high) = (number(0...10), number(20...30), number(40...90))
      let proportional = measure.isPercent && Bool.random(using: &random)
      let distribution: Distribution =
        switch Int.random(in: 0..<9, using: &random) {
        case 0: .constant(low)
        case 1: .normal(mean: mode, sd: low)
        case 2: .lognormal(median: mode, sdlog: number(0...3))
        case 3: .gamma(shape: low, scale: mode)
        case 4: proportional ? .beta(a: low, b: high) : .uniform(low: low, high: high)
        case 5: proportional ? .shareFromCounts(events: low, total: high) : .interval(low: low, high: high)
        case 6: .triangular(low: low, mode: mode, high: high)
        case 7: .pert(low: low, mode: mode, high: high)
        default: .interval(low: low, high: high)
        }
      var quantity = Quantity(distribution, measure)
      if !quantity.isCertain, !distribution.isProportion, Bool.random(using: &random) {
        quantity.within = Quantity.Limits(low: mode, high: mode + 5)
      }
      if measure == .perYear || measure == .perMonth { quantity.isPoisson = Bool.random(using: &random) }
      let read = try? Self.parse(quantity.description)
      #expect(read == quantity, "\(quantity)")
    }
  }

  @Test func used() throws {
    #expect(try Self.parse("7.8%/yr").certainValue == 7.8 / 100)
    #expect(try Self.parse("5y").certainValue == 60)
    #expect(try Self.parse("5%..7%/yr").support == (0, .infinity))
    #expect(try Self.parse("5%..7%").support == (0, 1))
    #expect(try Self.parse("normal(20% 5%) within 1%..50%").support == (0.01, 0.5))
  }
}
