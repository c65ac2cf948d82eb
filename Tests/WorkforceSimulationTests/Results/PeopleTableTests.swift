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

  /// A column keeps as many bytes of its numbers as any of them needs, but for those that are 0 in all of them.
  @Test func bytesAsNeeded() {
    let table = PeopleTable(columns: 5, replicates: 40)
    #expect(table.bytes == 0)
    let largest: [Int32] = [0, 255, 256, 70_000, .max]
    func people(_ replicates: Range<Int>) -> [Int32] {
      Self.columns(largest.map { number in replicates.map { $0 == 33 ? number : min(number, 1) } })
    }
    table.write(people(0..<32), first: 0, count: 32)
    #expect(table.bytes == 4 * 40)
    table.write(people(32..<40), first: 32, count: 8)
    // 256 is a 1 in the second byte; 70,000 is 0x011170.
    #expect(table.bytes == (0 + 1 + 2 + 3 + 4) * 40)
    #expect((0..<5).map { table.bound(of: $0) } == [1, 1 << 8, 1 << 16, 1 << 24, 1 << 32])
    for column in 0..<5 {
      for row in 0..<40 { #expect(table[column, row] == (row == 33 ? largest[column] : min(largest[column], 1))) }
    }
  }

  /// Columns as they are written: with room for the most replicates that are written together.
  private static func columns(_ columns: [[Int32]]) -> [Int32] {
    columns.flatMap { $0 + [Int32](repeating: -1, count: BlockRecord.width - $0.count) }
  }

  /// What is added to sums of 32 bits and taken away again leaves them as they were.
  @Test func sumsOf32Bits() {
    let table = PeopleTable(columns: 2, replicates: 50)
    for first in [0, 25] {
      let own = first..<first + 25
      table.write(Self.columns([own.map { Int32($0 * 9) }, own.map { Int32($0 * 99_991) }]), first: first, count: 25)
    }
    var sums = [Int32](repeating: 7, count: 50)
    func add(_ columns: Int..., taking: Bool, isFirst: Bool = false) {
      sums.withUnsafeMutableBufferPointer { sums in
        guard let target = sums.baseAddress else { return }
        table.add(columns, first: 10, count: 40, taking: taking, isFirst: isFirst, to: target + 10)
      }
    }
    add(0, taking: false)
    add(1, taking: false)
    #expect(sums.indices.allSatisfy { sums[$0] == 7 + ($0 < 10 ? 0 : Int32($0 * 9 + $0 * 99_991)) })
    add(1, taking: true)
    #expect(sums.indices.allSatisfy { sums[$0] == 7 + ($0 < 10 ? 0 : Int32($0 * 9)) })
    add(1, 0, taking: false, isFirst: true)
    #expect(sums.indices.allSatisfy { sums[$0] == ($0 < 10 ? 7 : Int32($0 * 9 + $0 * 99_991)) })
    add(taking: false, isFirst: true)
    #expect(sums.indices.allSatisfy { sums[$0] == ($0 < 10 ? 7 : 0) })
  }
}
