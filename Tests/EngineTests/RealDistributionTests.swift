import Testing
import WorkforceAnalysis

/// Statistics of real numbers agree with the exact ones of whole numbers.
@Suite struct RealDistributionTests {
  @Test func wholeNumbersGiveTheSame() throws {
    var dice = Dice(seed: 11)
    for size in [1, 2, 3, 40, 1_001] {
      let numbers = (0..<size).map { _ in Int64(dice.roll(0...900)) - 300 }
      let exact = CountDistribution(numbers)
      let real = RealDistribution(numbers.map { Double($0) })
      func close(_ one: Double?, _ two: Double?) -> Bool {
        guard let one, let two else { return one == nil && two == nil }
        return abs(one - two) <= 1e-12 * max(1, abs(two))
      }
      #expect(close(real.mean, exact.mean))
      #expect(close(real.standardDeviation, exact.standardDeviation))
      #expect(close(real.meanError, exact.meanError))
      for percent in [0.0, 5, 10, 25, 50, 75, 90, 95, 100] {
        #expect(close(real.percentile(percent), exact.percentile(percent)))
        #expect(real.percentileInterval(percent) == exact.percentileInterval(percent))
      }
    }
  }

  @Test func whatDoesNotExistIsCounted() {
    let real = RealDistribution([3, nil, 1, nil])
    #expect(real.values == [1, 3] && real.absent == 2 && real.mean == 2)
    #expect(RealDistribution([nil]).mean == nil)
  }
}
