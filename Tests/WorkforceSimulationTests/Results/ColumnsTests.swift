import CVectors
import Testing

@testable import WorkforceSimulation

/// Columns are added, and their extremes found, alike on vectors of every width.
@Suite struct ColumnsTests {
  private static let widths: [Int32] = [128, 256, 512].filter { $0 <= cadre_vector_width() }

  private func word(_ place: Int) -> UInt32 {
    Philox4x32.block(counter: (UInt32(place), 9, 8, 7), key: (6, 5)).0
  }

  @Test(arguments: widths) func bytesAreAddedAndTakenAway(width: Int32) {
    for count in [0, 1, 7, 16, 33, 100] {
      let (low, high) = (
        (0..<count).map { UInt8(truncatingIfNeeded: word($0)) }, (0..<count).map { UInt8(word($0) >> 24) }
      )
      var (totals, due) = ([Int32](repeating: 70_000_000, count: count), [Int32](repeating: 70_000_000, count: count))
      for (isTaken, shift) in [(Int32(0), Int32(0)), (1, 0), (0, 8), (1, 16), (0, 16)] {
        cadre_add_bytes(width, count, low, high, shift, isTaken, 0, &totals)
        cadre_add_bytes(width, count, high, nil, shift, isTaken, 0, &totals)
        for place in 0..<count {
          let number = (Int32(low[place]) + 256 * Int32(high[place]) + Int32(high[place])) << shift
          due[place] &+= isTaken == 1 ? 0 &- number : number
        }
        #expect(totals == due)
        // Whatever stood there before.
        var anew = due
        cadre_add_bytes(width, count, low, high, shift, isTaken, 1, &anew)
        cadre_add_bytes(width, count, low, high, shift, 1 - isTaken, 0, &anew)
        #expect(anew == [Int32](repeating: 0, count: count))
        cadre_add_bytes(width, count, high, nil, shift, isTaken, 1, &anew)
        #expect(anew == high.map { isTaken == 1 ? 0 &- Int32($0) << shift : Int32($0) << shift })
      }
    }
  }

  @Test(arguments: widths) func extremesOfNumbers(width: Int32) {
    for count in [1, 2, 8, 31, 200] {
      let numbers = (0..<count).map { Int32(bitPattern: word($0 + count)) }
      var (low, high): (Int32, Int32) = (0, 0)
      cadre_extremes(width, count, numbers, &low, &high)
      #expect(low == numbers.min() && high == numbers.max())
    }
  }

  /// In a range of any width, whether counted in one table or by turns in four.
  @Test(arguments: widths) func numbersOfANarrowRange(width: Int32) {
    for (span, count) in [(1, 3), (2, 1), (90, 1_003), (2_048, 5_000), (2_049, 5_000), (1 << 15, 40_001)] {
      let numbers = (0..<count).map { 70 + word($0 + span) % UInt32(span) }
      var counts = [UInt32](repeating: 7, count: 1 << 15)
      var (sum, squares): (UInt64, UInt64) = (0, 0)
      cadre_count(width, count, numbers, 70, span, &counts, &sum, &squares)
      var due = [UInt32](repeating: 0, count: span)
      for number in numbers { due[Int(number - 70)] += 1 }
      #expect(Array(counts[..<span]) == due)
      #expect(sum == numbers.reduce(0) { $0 + UInt64($1 - 70) })
      #expect(squares == numbers.reduce(0) { $0 + UInt64($1 - 70) * UInt64($1 - 70) })
    }
  }

  @Test(arguments: widths) func bytesOfNumbers(width: Int32) {
    for count in [1, 15, 16, 32, 33] {
      let numbers = (0..<count).map { Int32(word($0) >> 1) & 0x10FF_33FF }
      #expect(cadre_bits(width, count, numbers) == numbers.reduce(0) { $0 | UInt32($1) })
      for shift in [0, 8, 16, 24] as [Int32] {
        var bytes = [UInt8](repeating: 1, count: count)
        cadre_narrow(width, count, numbers, shift, &bytes)
        #expect(bytes == numbers.map { UInt8(truncatingIfNeeded: $0 >> shift) })
      }
    }
  }
}
