extension PeopleTable {
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
      guard let people = people.baseAddress else { return }
      for column in 0..<columns { write(people + column * width, count: count, column: column, first: first) }
    }
  }

  /// Writes consecutive replicates of one column; bytes of 0 stand there already.
  private func write(_ numbers: UnsafePointer<Int32>, count: Int, column: Int, first: Int) {
    var bits: UInt32 = 0
    for row in 0..<count { bits |= UInt32(bitPattern: numbers[row]) }
    var place = 0
    while bits != 0 {
      if bits & 0xFF != 0 {
        let target = madePlane(place, of: column) + first
        let shift = Int32(8 * place)
        for row in 0..<count { target[row] = UInt8(truncatingIfNeeded: numbers[row] &>> shift) }
      }
      bits >>= 8
      place += 1
    }
  }
}
