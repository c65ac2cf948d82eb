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
    var place = 0
    // Of most columns with numbers beyond a byte the two lowest are all there is: they are added together.
    if let low = plane(0, of: column), let high = plane(1, of: column) {
      let (low, high) = (low + first, high + first)
      if isTaken {
        for offset in 0..<count { totals[offset] &-= Int32(low[offset]) | Int32(high[offset]) &<< 8 }
      } else {
        for offset in 0..<count { totals[offset] &+= Int32(low[offset]) | Int32(high[offset]) &<< 8 }
      }
      place = 2
    }
    while place < PeopleTable.planesEach {
      defer { place += 1 }
      guard let plane = plane(place, of: column) else { continue }
      let own = plane + first
      let shift = Int32(8 * place)
      if isTaken {
        for offset in 0..<count { totals[offset] &-= Int32(own[offset]) &<< shift }
      } else {
        for offset in 0..<count { totals[offset] &+= Int32(own[offset]) &<< shift }
      }
    }
  }
}
