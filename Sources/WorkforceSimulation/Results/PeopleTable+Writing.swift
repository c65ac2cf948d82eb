internal import CVectors

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
    var bits = cadre_bits(FutureAddresses.widest, count, numbers)
    var place = 0
    while bits != 0 {
      if bits & 0xFF != 0 {
        cadre_narrow(
          FutureAddresses.widest, count, numbers, Int32(8 * place), madePlane(place, of: column) + first)
      }
      bits >>= 8
      place += 1
    }
  }
}
