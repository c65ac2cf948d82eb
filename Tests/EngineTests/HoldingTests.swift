import Testing
import WorkforceModel

@testable import WorkforceAnalysis

/// Targets that are reached, held and lost again, on futures written by hand.
@Suite struct HoldingTests {
  /// Month ends at target, from the opening, one line a future.
  private static let futures = [
    "0011101",
    "0000011",
    "1000000",
    "0000000",
  ]

  private static func outlook(heldFor: Int) -> TargetOutlook {
    let rows = futures.map { $0.map { $0 == "1" } }
    return TargetOutlook(
      grade: "A", steps: 6, start: Month(year: 2024, month: 9), heldFor: heldFor,
      fte: { step in rows.map { $0[step] ? 100 : 99.99 } }, target: { _ in rows.map { _ in 100 } })
  }

  @Test func atAndByACountOfFutures() {
    let outlook = Self.outlook(heldFor: 1)
    #expect(outlook.at.map(\.hits) == [1, 0, 1, 1, 1, 1, 2])
    #expect(outlook.by.map(\.hits) == [1, 1, 2, 2, 2, 3, 3])
    #expect(outlook.held == outlook.by)
    #expect(outlook.lastTarget == 100 && !outlook.isUncertain)
    #expect(outlook.closing.values == [99.99, 99.99, 100, 100])
  }

  /// A spell counts from the month in which it begins, and only where it ends within the run.
  @Test(arguments: [(2, [0, 0, 1, 1, 1, 2, 2]), (3, [0, 0, 1, 1, 1, 1, 1]), (4, [0, 0, 0, 0, 0, 0, 0])])
  func aSpellIsHeldFromItsBeginning(months: Int, expected: [Int]) {
    let outlook = Self.outlook(heldFor: months)
    #expect(outlook.held.map(\.hits) == expected)
    #expect(outlook.held.allSatisfy { $0.replicates == 4 })
  }

  /// The smallest month with a cumulative share of at least the percent; beyond the horizon there is none.
  @Test func datesAreTheFirstMonthsSureEnough() {
    let outlook = Self.outlook(heldFor: 1)
    let start = Month(year: 2024, month: 9)
    #expect(outlook.month(sure: 0.05) == start)
    #expect(outlook.month(sure: 0.25) == start)
    #expect(outlook.month(sure: 0.26) == start + 2)
    #expect(outlook.month(sure: 0.5) == start + 2)
    #expect(outlook.month(sure: 0.75) == start + 5)
    #expect(outlook.month(sure: 0.76) == nil)
  }
}
