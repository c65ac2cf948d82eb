import TestSupport
import Testing

@testable import WorkforceModel

/// Distributions that are multiplied and shifted: `… times 1.2 minus 1%`.
@Suite struct AdjustmentTests {
  private static func parse(_ text: String) throws -> Quantity { try QuantityParser(text).parse() }

  /// As written, and as written back.
  private static let forms: [(String, String)] = [
    ("lognormal(7.6% 0.13)/yr times 1.2", "lognormal(7.6% 0.13)/yr times 1.2"),
    ("pert(2% 4% 7%)/yr plus 0.5%", "pert(2% 4% 7%)/yr plus 0.5%"),
    ("pert(2% 4% 7%)/yr minus 1%/yr", "pert(2% 4% 7%)/yr minus 1%"),
    ("pert(2% 4% 7%)/yr times 1.2 minus 1%", "pert(2% 4% 7%)/yr times 1.2 minus 1%"),
    ("normal(38 12)/mo within 0..76 times 2 plus 3", "normal(38 12)/mo within 0..76 times 2 plus 3"),
    ("poisson(40..60/yr times 1.5)", "poisson(40..60/yr times 1.5)"),
    ("uniform(1 3)mo plus 2mo", "uniform(1 3)mo plus 2"), ("uniform(£1 £3) minus £0.5", "uniform(£1 £3) minus £0.5"),
    ("×uniform(0.9 1.1) plus ×0.1", "uniform(×0.9 ×1.1) plus ×0.1"),
    ("85%..99% times 0.9 each intake", "85%..99% times 0.9 each intake"),
    ("beta(20 80) over pathway times 1.25", "beta(20 80) over pathway times 1.25"),
    ("430 leavers over 5513 person-years times 1.1", "430 leavers over 5513 person-years times 1.1"),
    ("20 of 100 plus -2%", "20 of 100 minus 2%"),
    // Nothing remains of a change that changes nothing.
    ("1%..2%/yr times 1", "1%..2%/yr"), ("1%..2%/yr plus 0%", "1%..2%/yr"),
  ]

  @Test(arguments: forms) func everyForm(_ form: (written: String, back: String)) throws {
    let quantity = try Self.parse(form.written)
    #expect(quantity.description == form.back)
    #expect(try Self.parse(form.back) == quantity)
  }

  @Test func faults() {
    let order = "the order is: within …, times …, plus or minus …"
    let cases: [(String, String, Int, [String])] = [
      ("1%..2%/yr plus 1% times 2", "'times' stands before 'plus'", 18, [order]),
      ("1%..2%/yr times 2 within 1%..2%", "'within' stands before 'times'", 18, [order]),
      ("1%..2%/yr times 2 times 3", "'times' stands twice", 18, [order]),
      ("1%..2%/yr plus 1% minus 2%", "a number is shifted once: plus or minus", 18, [order]),
      ("1%..2%/yr times 0", "'times' takes a plain number above 0", 16, ["for example times 1.2"]),
      ("1%..2%/yr times ×2", "'times' takes a plain number above 0", 16, ["for example times 1.2"]),
      (
        "1%..2%/yr plus 1", "a shift is written in the unit of the value, a central annual rate (7.8%/yr)", 15, []
      ),
      ("7.6%/yr times 0.8", "'times' goes with a distribution", 8, ["write 6.08%/yr"]),
      ("500 minus 20", "'minus' goes with a distribution", 4, ["write 480"]),
      (
        "poisson(46/yr) times 1.2", "'times' stands inside the brackets of poisson(…)", 15,
        ["write poisson(… times 1.2)"]
      ),
    ]
    for (text, message, offset, help) in cases {
      do throws(QuantityParser.Fault) {
        let quantity = try QuantityParser(text).parse()
        Issue.record("\(text) is read as \(quantity)")
      } catch {
        #expect(error.message == message, "\(text)")
        #expect(error.offset == offset, "\(text)")
        #expect(error.help == help, "\(text)")
      }
    }
  }

  /// Certain numbers are computed, with the digits that were meant.
  @Test func certainNumbersAreComputed() {
    let cases: [(Double, Double, Double, Double)] = [
      (7.6, 0.8, 0, 6.08), (7.8, 1.2, 0, 9.36), (0.1, 1, 0.2, 0.3), (7.8, 1, -7.7, 0.1), (1e-9, 3, 0, 3e-9),
      (1e11, 1.1, 1, 110_000_000_001), (100_000.1, 1, -100_000, 0.1), (29, 1.1, -31.9, 0), (5, 0, 0, 0),
    ]
    for (value, factor, shift, expected) in cases {
      let changed = Quantity.constant(value, .annualRate).multiplied(by: factor).shifted(by: shift)
      #expect(changed == .constant(expected, .annualRate))
    }
  }

  /// (d·a + b)·c = d·(ac) + bc, and changes that undo each other leave nothing.
  @Test func changesCombine() throws {
    let base = try Self.parse("pert(2% 4% 7%)/yr")
    #expect(base.multiplied(by: 1.2).multiplied(by: 1.5).description == "pert(2% 4% 7%)/yr times 1.8")
    #expect(
      base.multiplied(by: 1.2).shifted(by: -1).multiplied(by: 0.5).description
        == "pert(2% 4% 7%)/yr times 0.6 minus 0.5%")
    #expect(base.multiplied(by: 1.25).multiplied(by: 0.8) == base)
    #expect(base.shifted(by: 0.1).shifted(by: 0.2).shifted(by: -0.3) == base)
    #expect(base.shifted(by: 1).multiplied(by: 0) == .constant(0, .annualRate))
  }

  @Test func supportFollows() throws {
    let cases: [(String, Double, Double)] = [
      ("uniform(2% 6%)/yr times 2 minus 1%", 0.03, 0.11), ("lognormal(7% 0.1)/yr plus 1%", 0.01, .infinity),
      ("normal(5 1) within 2..8 times 0.5", 1, 4), ("beta(2 3) times 0.5 plus 10%", 0.1, 0.6),
      ("uniform(29% 31%) minus 29%", 0, 0.02),
    ]
    for (text, low, high) in cases {
      let support = try Self.parse(text).support
      #expect(support.low == low, "\(text)")
      #expect(support.high == high, "\(text)")
    }
  }

  /// Whatever was done to a distribution, its text reads back as the same.
  @Test func generated() throws {
    var random = SeededGenerator(seed: 20_240_930)
    let bases = Self.forms.map(\.1).compactMap { try? Self.parse($0) }
    #expect(bases.count == Self.forms.count)
    for _ in 0..<4000 {
      var quantity = random.pick(bases, or: .constant(1, .number))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let size = Double.random(in: 0.001...3, using: &random)
        let value = Bool.random(using: &random) ? (size * 100).rounded() / 100 + 0.01 : size
        quantity =
          Bool.random(using: &random)
          ? quantity.multiplied(by: value) : quantity.shifted(by: Bool.random(using: &random) ? value : -value)
      }
      let read = try? Self.parse(quantity.description)
      #expect(read == quantity, "\(quantity)")
    }
  }
}
