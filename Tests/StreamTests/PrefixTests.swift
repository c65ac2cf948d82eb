import Testing
import WorkforceModel
import WorkforceSimulation

/// A run is the beginning of every longer one: in replicates, and in months.
@Suite struct PrefixTests {
  @Test(arguments: Running.shippedNames)
  func theFirstReplicatesAreThoseOfAShorterRun(name: String) throws {
    let scenario = try Running.shipped(name).scenario
    let long = try Futures(scenario, replicates: 200)
    // Within a block, at its end, just beyond it, and over several.
    for count in [1, 63, 64, 65, 190] {
      let short = try Futures(scenario, replicates: count)
      for series in short.names {
        for month in [0, 1, 12, 37, 60] {
          let beginning = long.values(series, month: month).map { Array($0.prefix(count)) }
          #expect(short.values(series, month: month) == beginning, "\(series) \(month), \(count) replicates")
        }
      }
      for path in short.parameterPaths {
        #expect(short.parameter(path) == long.parameter(path).map { Array($0.prefix(count)) }, "\(path)")
      }
    }
  }

  @Test(arguments: Running.shippedNames)
  func aLongerHorizonLeavesEarlierMonthsAlone(name: String) throws {
    let read = try Running.shipped(name)
    let usual = try Futures(read.scenario, replicates: 70)
    for months in [1, 17, 59, 61, 140] {
      let other = try Futures(Running.setting(read, [("months", "\(months)mo")]), replicates: 70)
      #expect(other.legend.months == months)
      #expect(usual.names == other.names)
      #expect(usual.differences(from: other, months: 0...min(60, months)).isEmpty, "\(months) months")
      // Numbers that are drawn anew are more in a longer run.
      for path in other.parameterPaths where months <= 60 || usual.parameter(path) != nil {
        #expect(other.parameter(path) == usual.parameter(path), "\(path)")
      }
    }
  }

  @Test func anotherSeedIsAnotherRun() throws {
    let scenario = try Running.shipped("benchmark").scenario
    let one = try Futures(scenario, replicates: 20, seed: 1)
    // Seeds that differ in their high half alone are different seeds.
    for seed: UInt64 in [2, 1 << 32 | 1, 1 << 63 | 1] {
      let other = try Futures(scenario, replicates: 20, seed: seed)
      #expect(one.firstDifference(from: other) == 1)
    }
  }
}
