import Synchronization

/// The people of a run, by column, and within a column by replicate: whole numbers of 32 bits and 0 or more, of which the
/// upper halves are kept only for columns that have some. The workers of a run write side by side, each its own
/// replicates; it is read when all have finished.
final class PeopleTable: @unchecked Sendable {
  let columns: Int
  let replicates: Int
  private let low: UnsafeMutablePointer<UInt16>
  /// By column; nil where every number is below 2¹⁶.
  private let high: UnsafeMutablePointer<UnsafeMutablePointer<UInt16>?>
  private let widening = Mutex(())

  init(columns: Int, replicates: Int) {
    self.columns = columns
    self.replicates = replicates
    // Not initialised: whoever reads a replicate's numbers has seen its worker write all of them.
    low = .allocate(capacity: max(1, columns * replicates))
    high = .allocate(capacity: max(1, columns))
    high.initialize(repeating: nil, count: columns)
  }

  deinit {
    low.deallocate()
    for column in 0..<columns { high[column]?.deallocate() }
    high.deallocate()
  }

  /// Writes consecutive replicates.
  /// - Parameters:
  ///   - people: by column, with room for ``BlockRecord/width`` replicates in each
  ///   - first: the place of the first of them
  func write(_ people: [Int32], first: Int, count: Int) {
    let width = BlockRecord.width
    precondition(
      first >= 0 && first + count <= replicates && count <= width && people.count >= columns * width,
      "a part of the table")
    people.withUnsafeBufferPointer { people in
      for column in 0..<columns {
        let own = column * width
        let place = column * replicates + first
        var all: UInt32 = 0
        for offset in 0..<count {
          let number = UInt32(bitPattern: people[own + offset])
          all |= number
          low[place + offset] = UInt16(truncatingIfNeeded: number)
        }
        if all >> 16 != 0 { widen(column) }
        guard let high = all >> 16 != 0 ? high[column] : nil else { continue }
        for offset in 0..<count { high[first + offset] = UInt16(UInt32(bitPattern: people[own + offset]) >> 16) }
      }
    }
  }

  private func widen(_ column: Int) {
    widening.withLock { _ in
      guard high[column] == nil else { return }
      let halves = UnsafeMutablePointer<UInt16>.allocate(capacity: replicates)
      halves.initialize(repeating: 0, count: replicates)
      high[column] = halves
    }
  }

  /// Adds the numbers of consecutive replicates in a column.
  func add(_ column: Int, first: Int, count: Int, to totals: UnsafeMutablePointer<Double>) {
    precondition(column < columns && first >= 0 && first + count <= replicates, "a part of the table")
    let own = low + column * replicates + first
    for offset in 0..<count { totals[offset] += Double(own[offset]) }
    guard let high = high[column] else { return }
    for offset in 0..<count { totals[offset] += 65_536 * Double(high[first + offset]) }
  }

  subscript(column: Int, replicate: Int) -> Int32 {
    precondition(column < columns && replicate >= 0 && replicate < replicates, "a number of the table")
    let upper = high[column].map { UInt32($0[replicate]) } ?? 0
    return Int32(bitPattern: upper << 16 | UInt32(low[column * replicates + replicate]))
  }
}
