internal import CVectors

/// Columns of the table, added to sums of one number for each replicate.
extension PeopleTable {
  /// What every number of a column is below.
  func bound(of column: Int) -> Int {
    var bound = 1
    for place in 0..<PeopleTable.planesEach where plane(place, of: column) != nil { bound = 1 << (8 * (place + 1)) }
    return bound
  }

  /// Adds the numbers of consecutive replicates in a column.
  func add(_ column: Int, first: Int, count: Int, to totals: UnsafeMutablePointer<Double>) {
    precondition(column < columns && first >= 0 && first + count <= replicates, "a part of the table")
    var weight = 1.0
    for place in 0..<PeopleTable.planesEach {
      if let plane = plane(place, of: column) {
        let own = plane + first
        for offset in 0..<count { totals[offset] += weight * Double(own[offset]) }
      }
      weight *= 256
    }
  }

  /// Replicates whose sums stay in the nearest cache while columns are added to them.
  private static let stretch = 4_096

  /// Adds the numbers of consecutive replicates in columns, or takes them away. The sums must fit in 32 bits: see
  /// ``bound(of:)``.
  /// - Parameter isFirst: whether the sums begin at 0, whatever stands there
  func add(
    _ added: [Int], first: Int, count: Int, taking isTaken: Bool, isFirst: Bool, to totals: UnsafeMutablePointer<Int32>
  ) {
    precondition(
      added.allSatisfy { $0 >= 0 && $0 < columns } && first >= 0 && first + count <= replicates, "a part of the table")
    for begin in stride(from: 0, to: count, by: PeopleTable.stretch) {
      let length = min(PeopleTable.stretch, count - begin)
      var isNew = isFirst
      for column in added {
        // Of most columns with numbers beyond a byte the two lowest are all there is: they are added together.
        for place in stride(from: 0, to: PeopleTable.planesEach, by: 2) {
          let (low, high) = (plane(place, of: column), plane(place + 1, of: column))
          guard let only = low ?? high else { continue }
          cadre_add_bytes(
            FutureAddresses.widest, length, only + first + begin,
            low == nil ? nil : high.map { UnsafePointer($0 + first + begin) },
            Int32(8 * (low == nil ? place + 1 : place)), isTaken ? 1 : 0, isNew ? 1 : 0, totals + begin)
          isNew = false
        }
      }
      if isNew { (totals + begin).update(repeating: 0, count: length) }
    }
  }
}
