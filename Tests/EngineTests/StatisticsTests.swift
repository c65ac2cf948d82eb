import Foundation
import Testing
import WorkforceAnalysis

/// The statistics of a distribution against plain ones of the sorted numbers.
@Suite struct StatisticsTests {
  /// Random whole numbers, with many ties where the range is narrow.
  private static func numbers(_ seed: UInt64) -> [Int64] {
    var dice = Dice(seed: seed)
    let range = dice.pick([0...0, -2...2, 0...30, -500...500, 1_000_000_000...1_000_000_900, -9_000_000...9_000_000])
    return (0..<dice.pick([2, 3, 10, 101, 1000])).map { _ in Int64(dice.roll(range)) }
  }

  /// Hyndman and Fan's type 7, from its definition.
  private static func type7(_ sorted: [Int64], _ percent: Double) -> Double {
    let position = Double(sorted.count - 1) * percent / 100
    let lower = Int(position)
    let upper = min(lower + 1, sorted.count - 1)
    return Double(sorted[lower]) + (position - Double(lower)) * Double(sorted[upper] - sorted[lower])
  }

  @Test(arguments: UInt64(1)...40)
  func againstSortedNumbers(seed: UInt64) throws {
    let numbers = Self.numbers(seed)
    let sorted = numbers.sorted()
    let distribution = CountDistribution(numbers)
    for percent in [0, 5, 10, 25, 33.3, 50, 75, 90, 95, 100] {
      let found = try #require(distribution.percentile(percent))
      let plain = Self.type7(sorted, percent)
      #expect(abs(found - plain) <= 1e-12 * max(1, abs(plain)), "\(percent)")
    }
    let count = Double(numbers.count)
    let mean = numbers.reduce(0.0) { $0 + Double($1) } / count
    let variance = numbers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / (count - 1)
    #expect(abs(try #require(distribution.mean) - mean) <= 1e-14 * max(1, abs(mean)))
    #expect(abs(try #require(distribution.standardDeviation) - variance.squareRoot()) <= 1e-9 * variance.squareRoot())
    #expect(abs(try #require(distribution.meanError) - (variance / count).squareRoot()) <= 1e-9 * variance.squareRoot())
    #expect(distribution.minimum == sorted.first && distribution.maximum == sorted.last)
    #expect(distribution.total == Int64(numbers.count))
  }

  /// As NumPy gives them: percentile([15, 20, 35, 40, 50], 40) = 29, and the median of 1…4 = 2.5.
  @Test func publishedExamples() {
    #expect(CountDistribution([50, 15, 40, 20, 35]).percentile(40) == 29)
    #expect(CountDistribution([4, 2, 1, 3]).percentile(50) == 2.5)
    #expect(CountDistribution([7]).percentile(5) == 7)
    #expect(CountDistribution([2, 4, 4, 4, 5, 5, 7, 9]).standardDeviation == (32.0 / 7).squareRoot())
  }

  @Test func nothingIsNothing() {
    let none = CountDistribution([], absent: 3)
    #expect(none.mean == nil && none.percentile(50) == nil && none.standardDeviation == nil && none.meanError == nil)
    #expect(none.absent == 3 && none.total == 0)
    #expect(CountDistribution([5]).standardDeviation == nil)
  }

  @Test(arguments: UInt64(1)...40)
  func mergingInAnyOrderAndSplit(seed: UInt64) throws {
    let numbers = Self.numbers(seed)
    let whole = CountDistribution(numbers, absent: 4)
    var dice = Dice(seed: seed + 1000)
    for _ in 0..<3 {
      let parts = dice.roll(2...6)
      var piles = [[Int64]](repeating: [], count: parts)
      for number in numbers { piles[dice.roll(0...parts - 1)].append(number) }
      var distributions = piles.map { CountDistribution($0, absent: 0) } + [CountDistribution([], absent: 4)]
      distributions.shuffle(using: &dice)
      var merged = CountDistribution()
      for distribution in distributions { merged.merge(distribution) }
      #expect(merged == whole)
      #expect(merged.mean == whole.mean && merged.standardDeviation == whole.standardDeviation)
      #expect(merged.percentile(10) == whole.percentile(10))
    }
  }

  /// Uniform numbers on 0…10⁹: the true percentile is known. 2,000 samples of 400; the share covered lies within 5
  /// standard errors (6e-7) of what the order statistics promise, which is 95 % or, rounded outwards, up to 97 %.
  @Test(arguments: [10.0, 50, 90])
  func percentileIntervalsCover(percent: Double) throws {
    var dice = Dice(seed: 6)
    let samples = 2_000
    var covered = 0
    for _ in 0..<samples {
      let numbers = (0..<400).map { _ in Int64(dice.roll(0...1_000_000_000)) }
      let interval = try #require(CountDistribution(numbers).percentileInterval(percent))
      if interval.contains(percent * 1e7) { covered += 1 }
    }
    let share = Double(covered) / Double(samples)
    let error = (0.95 * 0.05 / Double(samples)).squareRoot()
    #expect(share > 0.95 - 5 * error && share < 0.97 + 5 * error, "\(share)")
  }

  @Test func intervalsThatRunPastTheExtremesAreNone() {
    #expect(CountDistribution((0..<20).map { Int64($0) }).percentileInterval(5) == nil)
    #expect(CountDistribution((0..<20).map { Int64($0) }).percentileInterval(95) == nil)
    #expect(CountDistribution([]).percentileInterval(50) == nil)
  }
}
