/// The cells of a stock that somebody is taken from, with how many in each of the futures side by side.
struct TakenList<Count: FutureCount> {
  private(set) var count = 0
  private let cells: Room<Int32>
  private let people: Room<Count>

  /// - Parameter cells: of a plan
  init(cells: Int) {
    self.cells = Room(repeating: 0, count: cells)
    people = Room(repeating: .nobody, count: cells)
  }

  func deallocate() {
    cells.deallocate()
    people.deallocate()
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(cell: Int, _ some: Count) {
    cells[count] = Int32(truncatingIfNeeded: cell)
    people[count] = some
    count += 1
  }

  /// Where the next go, for at most so many cells: they are written there, and then ``add(_:)`` counts them.
  @inline(__always)
  func next(_ most: Int) -> (cells: UnsafeMutablePointer<Int32>, people: UnsafeMutablePointer<Count.One>) {
    (cells.pointer(count..<count + most), people.ones(count..<count + most))
  }

  @inline(__always)
  mutating func add(_ more: Int) { count += more }

  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(place: Int) -> (cell: Int, people: Count) {
    precondition(place < count, "a cell of the list")
    return (Int(cells[place]), people[place])
  }
}
