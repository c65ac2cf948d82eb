import Oracle
import Testing

/// Whole people divided over parts.
@Suite struct ApportionmentTests {
  @Test func largestRemainder() {
    #expect(Apportionment.largestRemainder(1641, shares: [0.6, 0.3, 0.1]) == [985, 492, 164])
    #expect(Apportionment.largestRemainder(500, shares: [0.6, 0.3, 0.1]) == [300, 150, 50])
    #expect(Apportionment.largestRemainder(5436, shares: [0.36, 0.29, 0.35]) == [1957, 1576, 1903])
    #expect(Apportionment.largestRemainder(3945, shares: [0.36, 0.29, 0.35]) == [1420, 1144, 1381])
    #expect(Apportionment.largestRemainder(20, shares: [0.35, 0.65]) == [7, 13])
    #expect(Apportionment.largestRemainder(1, shares: [0.5, 0.5]) == [1, 0])
  }

  @Test func equalParts() {
    #expect(Apportionment.evenly(7, over: 4) == [2, 2, 2, 1])
    #expect(Apportionment.runningFloors(7, over: 4) == [1, 2, 2, 2])
    #expect(Apportionment.evenly(2, over: 4) == [1, 1, 0, 0])
    #expect(Apportionment.runningFloors(2, over: 4) == [0, 1, 0, 1])
  }
}
