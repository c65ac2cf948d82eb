/// Gathers the columns kept of a block of replicates: a replicate gives a row, and the table has columns.
struct BlockRecord {
  /// Rows written together: their values for a column lie side by side in the table.
  private static let rowCount = 32

  private let columns: [Int]
  private let table: PeopleTable
  private var rows: [Int32]
  private var gathered = 0
  /// The place in the table of the next row to be written.
  private var place: Int
  private let end: Int

  /// - Parameters:
  ///   - columns: to be kept, ascending
  ///   - first: number of the first replicate, from 1
  ///   - count: of replicates in the block
  init(columns: [Int], first: Int, count: Int, into table: PeopleTable) {
    self.columns = columns
    self.table = table
    place = first - 1
    end = first - 1 + count
    rows = [Int32](repeating: 0, count: columns.count * min(count, BlockRecord.rowCount))
  }

  /// - Parameter frame: the base series of the next replicate, all of them 32-bit numbers and 0 or more
  mutating func append(_ frame: Room<Int>) {
    let first = gathered * columns.count
    for (slot, column) in columns.enumerated() { rows[first + slot] = Int32(truncatingIfNeeded: frame[column]) }
    gathered += 1
    guard gathered == BlockRecord.rowCount || place + gathered == end else { return }
    table.write(rows, first: place, count: gathered)
    place += gathered
    gathered = 0
  }
}
