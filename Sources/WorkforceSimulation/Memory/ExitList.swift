/// The cells that somebody leaves in a month, run by run, with how many do; in each of the futures side by side.
struct ExitList<Count: FutureCount> {
  private(set) var count = 0
  /// By exit: the cell times the number of futures, plus the future.
  let place: Room<Int32>
  /// Who has left the cell and is not yet split off to an outlet.
  let left: Room<Count.One>
  /// Who was split off to the last outlet.
  let some: Room<Count.One>
  /// By exit, a random word.
  let words: Room<UInt32>
  /// By run: the place after its last exit.
  private var ends: Stack<Int>

  /// - Parameters:
  ///   - cells: of a plan
  ///   - runs: at most
  init(cells: Int, runs: Int) {
    let most = cells * Count.futures
    // Words are made for sixteen exits at a time, and exits are written by eights.
    place = Room(repeating: 0, count: most + 15)
    left = Room(repeating: .zero, count: most + 15)
    some = Room(repeating: .zero, count: most)
    words = Room(repeating: 0, count: most + 15)
    ends = Stack(capacity: runs, 0)
  }

  func deallocate() {
    place.deallocate()
    left.deallocate()
    some.deallocate()
    words.deallocate()
    ends.deallocate()
  }

  @inline(__always)
  mutating func removeAll() {
    count = 0
    ends.removeAll()
  }

  @inline(__always)
  mutating func append(cell: Int, future: Int, total: Count.One) {
    place[count] = Int32(truncatingIfNeeded: cell * Count.futures + future)
    left[count] = total
    count += 1
  }

  @inline(__always)
  func cell(_ exit: Int) -> Int { Int(place[exit]) / Count.futures }

  @inline(__always)
  func future(_ exit: Int) -> Int { Int(place[exit]) % Count.futures }

  /// Where the next exits go, for at most so many: they are written there, and then ``add(_:)`` counts them.
  @inline(__always)
  func next(_ most: Int) -> (place: UnsafeMutablePointer<Int32>, left: UnsafeMutablePointer<Count.One>) {
    (place.pointer(count..<count + most), left.pointer(count..<count + most))
  }

  @inline(__always)
  mutating func add(_ more: Int) { count += more }

  /// The exits after this are those of the next run.
  @inline(__always)
  mutating func endRun() { ends.append(count) }

  @inline(__always)
  func exits(of run: Int) -> Range<Int> { (run == 0 ? 0 : ends[run - 1])..<ends[run] }

  /// Notes that everybody left in some exits goes to one outlet.
  func noteRest(of exits: Range<Int>) {
    for exit in exits {
      some[exit] = left[exit]
      left[exit] = .zero
    }
  }

  /// Puts those of some exits that have somebody left first.
  /// - Returns: how many they are
  @inline(__always)
  func compact(_ exits: Range<Int>) -> Int {
    let (places, lefts) = (place.pointer(exits), left.pointer(exits))
    var kept = 0
    for exit in 0..<exits.count {
      let left = lefts[exit]
      places[kept] = places[exit]
      lefts[kept] = left
      kept += left != .zero ? 1 : 0
    }
    return kept
  }
}
