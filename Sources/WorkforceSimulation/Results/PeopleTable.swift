import Synchronization

/// The people of a run, by column, and within a column by replicate: whole numbers of 32 bits and 0 or more. Each column
/// keeps as many bytes of its numbers as any of them needs: most count a month's flow and need one, and many nobody and
/// need none. The workers of a run write side by side, each its own replicates; it is read when all have finished.
final class PeopleTable: @unchecked Sendable {
  /// The bytes of the same place in the numbers of a column.
  typealias Plane = UnsafeMutablePointer<UInt8>

  /// Bytes of a number.
  static let planesEach = 4

  let columns: Int
  let replicates: Int
  /// By column, and within a column from the lowest byte up; nil where every byte is 0.
  private let planes: UnsafeMutablePointer<Atomic<Plane?>>
  private let room: PlaneRoom

  init(columns: Int, replicates: Int) {
    self.columns = columns
    self.replicates = replicates
    room = PlaneRoom(bytesEach: replicates, most: columns * PeopleTable.planesEach)
    planes = .allocate(capacity: max(1, columns * PeopleTable.planesEach))
    for place in 0..<columns * PeopleTable.planesEach { (planes + place).initialize(to: Atomic(nil)) }
  }

  deinit {
    for place in 0..<columns * PeopleTable.planesEach {
      (planes + place).deinitialize(count: 1)
    }
    planes.deallocate()
  }

  /// A plane of a column, the lowest 0; nil where all of it is 0.
  func plane(_ place: Int, of column: Int) -> Plane? {
    planes[column * PeopleTable.planesEach + place].load(ordering: .acquiring)
  }

  /// The plane, made if there is none yet: of two workers that make it one leaves its own unused.
  func madePlane(_ place: Int, of column: Int) -> Plane {
    if let plane = plane(place, of: column) { return plane }
    let made = room.next()
    let (isKept, kept) = planes[column * PeopleTable.planesEach + place].compareExchange(
      expected: nil, desired: made, ordering: .acquiringAndReleasing)
    return isKept ? made : kept ?? made
  }

  /// Bytes that the numbers are kept in.
  var bytes: Int {
    let made = (0..<columns * PeopleTable.planesEach).count { planes[$0].load(ordering: .acquiring) != nil }
    return made * replicates
  }

  subscript(column: Int, replicate: Int) -> Int32 {
    precondition(column < columns && replicate >= 0 && replicate < replicates, "a number of the table")
    var number: UInt32 = 0
    for place in 0..<PeopleTable.planesEach {
      guard let plane = plane(place, of: column) else { continue }
      number |= UInt32(plane[replicate]) << UInt32(8 * place)
    }
    return Int32(bitPattern: number)
  }
}
