import Dispatch
import Testing

@testable import WorkforceSimulation

/// What is written is read, whatever the size of the numbers, and whoever writes beside it.
@Suite struct PeopleTableTests {
  /// Columns of small numbers, of numbers about 2¹⁶, and of the largest.
  private static func number(_ column: Int, _ replicate: Int) -> Int {
    let word = Philox4x32.block(counter: (UInt32(column), UInt32(replicate), 0, 0), key: (1, 2)).0
    return switch column % 4 {
    case 0: Int(word % 300)
    case 1: 65_530 + Int(word % 12)
    case 2: replicate == 77 ? Int(Int32.max) : 5
    default: Int(word >> 1)
    }
  }

  @Test(arguments: [1, 31, 32, 33, 128, 1000]) func whatIsWrittenIsRead(replicates: Int) {
    let columns = [0, 3, 5, 6, 11, 14, 15]
    let table = PeopleTable(columns: columns.count, replicates: replicates)
    let width = 100
    DispatchQueue.concurrentPerform(iterations: (replicates + width - 1) / width) { block in
      let first = block * width
      let count = min(width, replicates - first)
      var record = BlockRecord(columns: columns, first: first + 1, count: count, into: table)
      for begin in stride(from: first, to: first + count, by: 8) {
        let frame = Room(
          (0..<16).map { column in EightCounts.each { Int32(Self.number(column, begin + $0)) } })
        record.append(frame, count: min(8, first + count - begin))
        frame.deallocate()
      }
    }
    for (slot, column) in columns.enumerated() {
      #expect((0..<replicates).allSatisfy { Int(table[slot, $0]) == Self.number(column, $0) })
      var totals = [Double](repeating: 0.5, count: replicates)
      let (first, count) = (replicates / 3, replicates - replicates / 3)
      totals.withUnsafeMutableBufferPointer { totals in
        guard let target = totals.baseAddress else { return }
        table.add(slot, first: first, count: count, to: target + first)
      }
      #expect((0..<replicates).allSatisfy { totals[$0] == 0.5 + ($0 < first ? 0 : Double(Self.number(column, $0))) })
    }
  }
}
