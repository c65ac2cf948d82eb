extension PeopleTable {
  /// Columns that are turned together: their numbers in a row fill a line of the processor's cache.
  private static let tileWidth = 16

  /// Writes consecutive replicates.
  /// - Parameters:
  ///   - rows: by replicate, and within a replicate by column
  ///   - first: the place of the first of them
  func write(_ rows: [Int32], first: Int, count: Int) {
    precondition(first >= 0 && first + count <= replicates && rows.count >= count * columns, "rows of the table")
    rows.withUnsafeBufferPointer { rows in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, PeopleTable.tileWidth * count)) { tile in
        guard let rows = rows.baseAddress, let tile = tile.baseAddress else { return }
        var column = 0
        while column < columns {
          let width = min(PeopleTable.tileWidth, columns - column)
          for row in 0..<count {
            let numbers = rows + row * columns + column
            for offset in 0..<width { tile[offset * count + row] = UInt32(bitPattern: numbers[offset]) }
          }
          for offset in 0..<width {
            write(tile + offset * count, count: count, column: column + offset, first: first)
          }
          column += width
        }
      }
    }
  }

  /// Writes consecutive replicates of one column; bytes of 0 stand there already.
  private func write(_ numbers: UnsafePointer<UInt32>, count: Int, column: Int, first: Int) {
    var bits: UInt32 = 0
    for row in 0..<count { bits |= numbers[row] }
    var place = 0
    while bits != 0 {
      if bits & 0xFF != 0 {
        let target = madePlane(place, of: column) + first
        let shift = UInt32(8 * place)
        for row in 0..<count { target[row] = UInt8(truncatingIfNeeded: numbers[row] &>> shift) }
      }
      bits >>= 8
      place += 1
    }
  }
}
