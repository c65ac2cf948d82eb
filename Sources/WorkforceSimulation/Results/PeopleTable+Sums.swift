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

  /// Adds the numbers of consecutive replicates in a column, or takes them away. The sums must fit in 32 bits: see
  /// ``bound(of:)``.
  func add(_ column: Int, first: Int, count: Int, taking isTaken: Bool, to totals: UnsafeMutablePointer<Int32>) {
    precondition(column < columns && first >= 0 && first + count <= replicates, "a part of the table")
    // Of most columns with numbers beyond a byte the two lowest are all there is: they are added together.
    for place in stride(from: 0, to: PeopleTable.planesEach, by: 2) {
      let (low, high) = (plane(place, of: column), plane(place + 1, of: column))
      guard let only = low ?? high else { continue }
      cadre_add_bytes(
        FutureAddresses.widest, count, only + first, low == nil ? nil : high.map { UnsafePointer($0 + first) },
        Int32(8 * (low == nil ? place + 1 : place)), isTaken ? 1 : 0, totals)
    }
  }
}
