/// The cells that somebody leaves in a month, run by run, with how many do.
struct ExitList<Count: BitwiseCopyable & AdditiveArithmetic & Sendable> {
  private(set) var count = 0
  /// By exit: the cell, its entry month, and the people in it before.
  let cell: Room<Int>
  let entry: Room<Int>
  /// Who has left the cell and is not yet split off to an outlet.
  let left: Room<Count>
  /// Who was split off to the last outlet.
  let some: Room<Count>
  /// The exits that have somebody left, by task of splitting.
  let active: Room<Int32>
  /// By run: the place after its last exit.
  private var ends: Stack<Int>

  init(cells: Int, runs: Int) {
    cell = Room(repeating: 0, count: cells)
    entry = Room(repeating: 0, count: cells)
    left = Room(repeating: .zero, count: cells)
    some = Room(repeating: .zero, count: cells)
    active = Room(repeating: 0, count: cells + 1)
    ends = Stack(capacity: runs, 0)
  }

  func deallocate() {
    cell.deallocate()
    entry.deallocate()
    left.deallocate()
    some.deallocate()
    active.deallocate()
    ends.deallocate()
  }

  @inline(__always)
  mutating func removeAll() {
    count = 0
    ends.removeAll()
  }

  @inline(__always)
  mutating func append(cell: Int, entry: Int, total: Count) {
    self.cell[count] = cell
    self.entry[count] = entry
    left[count] = total
    count += 1
  }

  /// Where the next exits go, for at most so many: they are written there, and then ``add(_:)`` counts them.
  @inline(__always)
  func next(_ most: Int) -> (
    cell: UnsafeMutablePointer<Int>, entry: UnsafeMutablePointer<Int>, left: UnsafeMutablePointer<Count>
  ) {
    let places = count..<count + most
    return (cell.pointer(places), entry.pointer(places), left.pointer(places))
  }

  @inline(__always)
  mutating func add(_ more: Int) { count += more }

  /// The exits after this are those of the next run.
  @inline(__always)
  mutating func endRun() { ends.append(count) }

  @inline(__always)
  func exits(of run: Int) -> Range<Int> { (run == 0 ? 0 : ends[run - 1])..<ends[run] }

  /// Everybody left goes to one outlet.
  /// - Parameter places: in ``active``
  /// - Returns: how many they are
  @inline(__always)
  func takeRest(of places: Range<Int>) -> Count {
    let active = active.pointer(places)
    let (lefts, somes) = (left.pointer(0..<count), some.pointer(0..<count))
    var sum = Count.zero
    for place in 0..<places.count {
      let exit = Int(active[place])
      somes[exit] = lefts[exit]
      sum += lefts[exit]
      lefts[exit] = .zero
    }
    return sum
  }
}
