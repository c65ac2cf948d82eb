import Testing

@testable import WorkforceAnalysis

/// Many numbers rounded together are each rounded as one alone: half to even.
@Suite struct RoundingTests {
  @Test(arguments: [Metric.Unit.heads, .fte, .rate, .money])
  func manyAreRoundedAsOne(unit: Metric.Unit) {
    let halves = (-40...40).map { (Double($0) + 0.5) / unit.scale }
    let others = (-50...50).map { 1234.567 * Double($0) } + [0, -0.0, 1e-300, 3.3e9, -7.7e8]
    let numbers = halves + others
    let rounded = MetricEvaluation.rounded(numbers, unit)
    #expect(rounded == numbers.map { MetricEvaluation.rounded($0, unit) })
    #expect(rounded.prefix(halves.count).contains { $0 % 2 == 0 })
  }

  /// Beyond 2⁵⁰ of the unit the short way has no digits left; the numbers are then rounded one by one.
  @Test func largeNumbersAreRoundedOneByOne() {
    let numbers = [1.0, 0x1p50, 0x1p51 + 1, -0x1p52 - 3, 0x1p60, 2.5]
    #expect(
      MetricEvaluation.rounded(numbers, .heads)
        == [1, 1 << 50, (1 << 51) + 1, -(1 << 52) - 3, 1 << 60, 2])
  }
}
