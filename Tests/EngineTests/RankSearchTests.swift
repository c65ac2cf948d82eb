import Testing

@testable import WorkforceAnalysis

/// Order statistics and sums that are found without sorting, against those of the sorted numbers.
@Suite struct RankSearchTests {
  /// Ranges and shapes that every way of searching is taken for: one number, narrow, wide, all 32 bits, and numbers that
  /// share their leading bits because a few lie far off.
  private static func numbers(_ seed: UInt64) -> [UInt32] {
    var dice = Dice(seed: seed)
    let range = dice.pick([7...7, 0...1, 40...90, 0...20_000, 5...3_000_000, 0...4_294_967_295])
    let count = dice.pick([1, 2, 3, 100, 255, 256, 1_000, 9_000])
    let outliers = dice.pick([0, 3])
    return (0..<count).map { place in
      place < outliers ? UInt32.max - UInt32(place) : UInt32(dice.roll(range))
    }
  }

  @Test(arguments: UInt64(1)...150)
  func againstSortedNumbers(seed: UInt64) throws {
    let search = RankSearch(capacity: 9_000)
    // The memory of one search is used by the next.
    for numbers in [Self.numbers(seed), Self.numbers(seed + 1_000)] {
      let sorted = numbers.sorted()
      let plan = RankPlan(numbers.count, percents: [0, 5, 33.3, 50, 95, 100], within: [10, 50])
      let (low, high) = (try #require(sorted.first), try #require(sorted.last))
      search.search(numbers, plan, low: low, high: high)
      #expect(search.found == plan.ranks.map { sorted[$0] - low })
      #expect(search.first == numbers.reduce(Int128(0)) { $0 + Int128($1 - low) })
      #expect(search.second == numbers.reduce(Int128(0)) { $0 + Int128($1 - low) * Int128($1 - low) })
    }
  }

  /// What percentiles and intervals are made of is what a distribution says of them.
  @Test(arguments: UInt64(1)...60)
  func summariesAreThoseOfADistribution(seed: UInt64) throws {
    let numbers = Self.numbers(seed)
    let distribution = CountDistribution(numbers.map { Int64($0) - 1_000 }, absent: 2)
    let plan = RankPlan(numbers.count, percents: NumberSummary.percents, within: NumberSummary.within)
    let search = RankSearch(capacity: numbers.count)
    let low = try #require(numbers.min())
    search.search(numbers, plan, low: low, high: try #require(numbers.max()))
    let base = Int64(low) - 1_000
    let moments = ExactMoments(count: numbers.count, base: base, first: search.first, second: search.second)
    let found = search.found.map { Double(base + Int64($0)) }
    #expect(
      NumberSummary(plan, found, moments, absent: 2, scale: 100) == NumberSummary(distribution, scale: 100))
  }
}
