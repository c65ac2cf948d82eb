/// Gathers the columns kept of a block of replicates: a replicate gives a row, and results are read by column.
struct BlockRecord {
  /// Rows written together: their values for a column fill a line of the processor's cache.
  private static let rowCount = 16

  private let columns: [Int]
  private let count: Int
  /// Values by column, and within a column by replicate.
  private(set) var people: [Int32]
  private var rows: [Int32]
  private var gathered = 0
  private var written = 0

  /// - Parameters:
  ///   - columns: to be kept, ascending
  ///   - count: of replicates in the block
  init(columns: [Int], count: Int) {
    self.columns = columns
    self.count = count
    people = [Int32](repeating: 0, count: columns.count * count)
    rows = [Int32](repeating: 0, count: columns.count * BlockRecord.rowCount)
  }

  /// - Parameter frame: the base series of the next replicate, all of them 32-bit numbers
  mutating func append(_ frame: Room<Int>) {
    let first = gathered * columns.count
    for (slot, column) in columns.enumerated() { rows[first + slot] = Int32(truncatingIfNeeded: frame[column]) }
    gathered += 1
    if gathered == BlockRecord.rowCount || written + gathered == count { write() }
  }

  private mutating func write() {
    let (width, height) = (columns.count, gathered)
    for slot in 0..<width {
      let place = slot * count + written
      for row in 0..<height { people[place + row] = rows[row * width + slot] }
    }
    written += gathered
    gathered = 0
  }
}
