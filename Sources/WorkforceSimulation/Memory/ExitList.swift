/// The cells that somebody leaves in a month, run by run, with how many do; for each future of those side by side.
struct ExitList<One: SignedNumeric & BitwiseCopyable & Sendable> {
  private(set) var count = 0
  /// By exit: the cell, its entry month and the future, and the people in it before.
  let cell: Room<Int32>
  let entry: Room<Int32>
  let future: Room<Int32>
  /// Who has left the cell and is not yet split off to an outlet.
  let left: Room<One>
  /// Who was split off to the last outlet.
  let some: Room<One>
  /// The exits that have somebody left, by task of splitting.
  let active: Room<Int32>
  /// By run: the place after its last exit.
  private var ends: Stack<Int>

  /// - Parameters:
  ///   - cells: with those of each future counted
  ///   - runs: at most
  init(cells: Int, runs: Int) {
    cell = Room(repeating: 0, count: cells)
    entry = Room(repeating: 0, count: cells)
    future = Room(repeating: 0, count: cells)
    left = Room(repeating: .zero, count: cells)
    some = Room(repeating: .zero, count: cells)
    active = Room(repeating: 0, count: cells + 1)
    ends = Stack(capacity: runs, 0)
  }

  func deallocate() {
    cell.deallocate()
    entry.deallocate()
    future.deallocate()
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
  mutating func append(cell: Int, entry: Int, future: Int, total: One) {
    self.cell[count] = Int32(truncatingIfNeeded: cell)
    self.entry[count] = Int32(truncatingIfNeeded: entry)
    self.future[count] = Int32(truncatingIfNeeded: future)
    left[count] = total
    count += 1
  }

  /// Where the next exits go, for at most so many: they are written there, and then ``add(_:)`` counts them.
  @inline(__always)
  func next(_ most: Int) -> Places {
    let places = count..<count + most
    return Places(
      cell: cell.pointer(places), entry: entry.pointer(places), future: future.pointer(places),
      left: left.pointer(places))
  }

  struct Places {
    let cell: UnsafeMutablePointer<Int32>
    let entry: UnsafeMutablePointer<Int32>
    let future: UnsafeMutablePointer<Int32>
    let left: UnsafeMutablePointer<One>
  }

  @inline(__always)
  mutating func add(_ more: Int) { count += more }

  /// The exits after this are those of the next run.
  @inline(__always)
  mutating func endRun() { ends.append(count) }

  @inline(__always)
  func exits(of run: Int) -> Range<Int> { (run == 0 ? 0 : ends[run - 1])..<ends[run] }

  /// Everybody left goes to one outlet.
  /// - Parameters:
  ///   - places: in ``active``
  ///   - sums: how many they are is added, by future
  @inline(__always)
  func takeRest(of places: Range<Int>, addingTo sums: UnsafeMutablePointer<One>) {
    let active = active.pointer(places)
    let all = 0..<count
    let (lefts, somes, futures) = (left.pointer(all), some.pointer(all), future.pointer(all))
    for place in 0..<places.count {
      let exit = Int(active[place])
      somes[exit] = lefts[exit]
      sums[Int(futures[exit])] += lefts[exit]
      lefts[exit] = .zero
    }
  }
}
