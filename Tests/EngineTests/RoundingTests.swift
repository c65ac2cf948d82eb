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

  /// Rounded in place, in the unit, the numbers are those that are rounded one by one.
  @Test(arguments: [Metric.Unit.heads, .fte, .rate, .money])
  func roundingInPlace(unit: Metric.Unit) {
    let halves = (-40...40).map { (Double($0) + 0.5) / unit.scale }
    let numbers = halves + [1234.567, 0, -0.0, 3.3e9, 0x1p50 / unit.scale, (0x1p51 + 1) / unit.scale]
    var rounded = numbers
    rounded.withUnsafeMutableBufferPointer { WholeKeys.round($0, scale: unit.scale) }
    #expect(rounded == numbers.map { Double(MetricEvaluation.rounded($0, unit)) / unit.scale })
  }

  /// Keys are how far the rounded numbers lie above the smallest; there are none for numbers too far apart or too large.
  @Test func keysAreDistancesOfRoundedNumbers() {
    for unit in [Metric.Unit.heads, .fte, .rate] {
      for count in [1, 2, 5, 16] {
        let numbers = (0..<count).map { (Double($0 * 7 % 5) + 0.5) / unit.scale - 3 }
        var keys = [UInt32](repeating: 0, count: count)
        let rounded = numbers.map { MetricEvaluation.rounded($0, unit) }
        let ends = numbers.withUnsafeBufferPointer { WholeKeys.fill(&keys, $0, scale: unit.scale) }
        #expect(ends?.low == rounded.min() && ends?.high == rounded.max())
        #expect(keys.map { Int64($0) + (ends?.low ?? 0) } == rounded)
      }
    }
    var keys: [UInt32] = [0, 0]
    for numbers in [[0, 0x1p32], [-0x1p51, -0x1p51]] {
      #expect(numbers.withUnsafeBufferPointer { WholeKeys.fill(&keys, $0, scale: 1) } == nil)
    }
    #expect([0, 0x1p32 - 1].withUnsafeBufferPointer { WholeKeys.fill(&keys, $0, scale: 1) }?.high == 0xFFFF_FFFF)
  }
}
