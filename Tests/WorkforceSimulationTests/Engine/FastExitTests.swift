import Testing

@testable import WorkforceSimulation

/// Whatever way the fast path takes (bounds, tables of thresholds, powers, words made together), a cell's count is in each
/// of the futures side by side the one that the law gives for the cell's own uniform number.
@Suite struct FastExitTests {
  private static let month = 24_300
  private static let seed: UInt64 = 0x1234_5678_9ABC_DEF0
  private static let probabilities = [
    0, 1e-12, 1e-6, 0.0004, 0.0065, 0.0125, 0.03, 0.0624, 0.0626, 0.2, 0.4999, 0.5, 0.5001, 0.73, 0.999, 1,
  ]

  /// Cells of every size around which the fast path changes its way.
  private static let sizes = [
    0, 1, 2, 3, 7, 8, 9, 15, 31, 35, 62, 63, 64, 65, 127, 128, 300, 319, 320, 321, 4095, 4096, 60_000,
  ]

  private func uniform(site: UInt64, entry: Int, replicate: Int) -> Double {
    let words = Philox4x32.block(
      counter: (
        UInt32(replicate), UInt32(truncatingIfNeeded: site), UInt32(truncatingIfNeeded: site >> 32),
        UInt32((entry >> 4) * 4 + entry & 3) << 16 | UInt32(Self.month)
      ),
      key: (UInt32(truncatingIfNeeded: Self.seed), UInt32(truncatingIfNeeded: Self.seed >> 32)))
    let word = [words.0, words.1, words.2, words.3][entry >> 2 & 3]
    return (Double(word) + 0.5) / 0x1p32
  }

  private struct Bench {
    var scratch: DrawScratch
    var list: ExitList<EightCounts>
    let cells: Room<EightCounts>

    /// - Parameter people: by cell and future
    init(cells count: Int, _ people: (Int, Int) -> Int) {
      scratch = DrawScratch(cells: count, runs: 4, laws: 4)
      list = ExitList(cells: count, runs: 4)
      cells = Room((0..<count).map { cell in EightCounts.each { Int32(people(cell, $0)) } })
    }

    func deallocate() {
      scratch.deallocate()
      list.deallocate()
      cells.deallocate()
    }
  }

  private func replicates(from first: Int) -> SIMD8<Int32> { SIMD8((0..<8).map { Int32(first + $0) }) }

  /// The futures have probabilities of their own: this one, and its neighbours in the list.
  private func laws(_ place: Int) -> [BinomialInversion] {
    (0..<8).map { BinomialInversion(probability: probability(place, $0)) }
  }

  private func probability(_ place: Int, _ future: Int) -> Double {
    Self.probabilities[future < 5 ? place : (place + future) % Self.probabilities.count]
  }

  @Test(arguments: probabilities.indices) func countsAreThoseOfTheLaw(place: Int) {
    let laws = laws(place)
    for (first, entry) in zip(stride(from: 1, to: 100, by: 9), stride(from: 23_900, to: 24_000, by: 9)) {
      // A long run, worth a table, then a short one, and a cell alone.
      let people = { (cell: Int, future: Int) in
        Self.sizes[(cell * 7 + first + future * 3) % Self.sizes.count]
      }
      let bench = Bench(cells: 97, people)
      defer { bench.deallocate() }
      let movement = ChanceMovement(seed: Self.seed, replicates: replicates(from: first), scratch: bench.scratch)
      var list = bench.list
      var runs = Stack(capacity: 4, CellRun.none)
      defer { runs.deallocate() }
      let lengths = [80, 11, 1, 5]
      var begin = 0
      for (index, count) in lengths.enumerated() {
        movement.setLaw(index, probability: SIMD8((0..<8).map { probability(place, $0) }))
        runs.append(
          CellRun(
            first: begin, count: count, entry: entry + begin, site: UInt64(index) << 33 | 5, law: index, splitLaw: 0,
            outlets: Places(0..<1)))
        begin += count
      }
      movement.exits(bench.cells, runs, month: Self.month, into: &list)
      var leaving = [Int](repeating: 0, count: 97 * 8)
      for exit in 0..<list.count { leaving[list.cell(exit) * 8 + list.future(exit)] = Int(list.left[exit]) }
      var cell = 0
      for (index, count) in lengths.enumerated() {
        for _ in 0..<count {
          for future in 0..<8 {
            let u = uniform(site: UInt64(index) << 33 | 5, entry: entry + cell, replicate: first + future)
            let all = people(cell, future)
            let due = laws[future].count(of: all, at: u)
            #expect(leaving[cell * 8 + future] == due, "n \(all), u \(u)")
            #expect(Int(bench.cells[cell][future]) == all - due)
          }
          cell += 1
        }
        let cells = runs[index].cells
        #expect(list.exits(of: index).allSatisfy { cells.contains(list.cell($0)) })
      }
    }
  }

  @Test(arguments: probabilities.indices) func splitsAreThoseOfTheLaw(place: Int) {
    let laws = laws(place)
    for first in stride(from: 1, to: 60, by: 8) {
      // Close together, then far apart.
      let cells = Array(0..<30) + (0..<30).map { 50 + 9 * $0 }
      let bench = Bench(cells: 400) { _, _ in 0 }
      defer { bench.deallocate() }
      let movement = ChanceMovement(seed: Self.seed, replicates: replicates(from: first), scratch: bench.scratch)
      movement.setLaw(1, probability: SIMD8((0..<8).map { probability(place, $0) }))
      var list = bench.list
      let totals = (0..<480).map { [1, 1, 2, 1, 2, 3, 9, 40, 700][($0 * 5 + first) % 9] }
      for exit in 0..<480 { list.append(cell: cells[exit / 8], future: exit % 8, total: Int32(totals[exit])) }
      list.endRun()
      let task = SplitTask(exits: Places(0..<480), offset: 24_000, outlet: 0, last: 2, law: 1, site: 99)
      let sums = movement.split(list, task, month: Self.month)
      let due = (0..<480).map {
        laws[$0 % 8].count(
          of: totals[$0], at: uniform(site: 99, entry: 24_000 + cells[$0 / 8], replicate: first + $0 % 8))
      }
      #expect((0..<480).map { Int(list.some[$0]) } == due)
      for future in 0..<8 {
        #expect(Int(sums[future]) == stride(from: future, to: 480, by: 8).reduce(0) { $0 + due[$1] })
      }
      #expect((0..<480).map { Int(list.left[$0]) } == zip(totals, due).map { $0 - $1 })
      let left = (0..<480).filter { totals[$0] > due[$0] }
      #expect(list.compact(0..<480) == left.count)
      #expect(left.indices.map { Int(list.left[$0]) } == left.map { totals[$0] - due[$0] })
      #expect(left.indices.map { list.cell($0) } == left.map { cells[$0 / 8] })
      #expect(left.indices.map { list.future($0) } == left.map { $0 % 8 })
    }
  }

  /// A cell loses on average what the law says, over many futures: the words are spread as uniform numbers are.
  @Test func countsHaveTheMeanOfTheLaw() {
    let (people, probability) = (35, 0.0125)
    let bench = Bench(cells: 1) { _, _ in people }
    defer { bench.deallocate() }
    var list = bench.list
    var runs = Stack(capacity: 1, CellRun.none)
    defer { runs.deallocate() }
    runs.append(
      CellRun(first: 0, count: 1, entry: 24_001, site: 3, law: 0, splitLaw: 0, outlets: Places(0..<1)))
    var sum = 0
    let replicates = 40_000
    for first in stride(from: 1, to: replicates, by: 8) {
      bench.cells[0] = EightCounts(SIMD8(repeating: Int32(people)))
      let movement = ChanceMovement(seed: 1, replicates: self.replicates(from: first), scratch: bench.scratch)
      movement.setLaw(0, probability: SIMD8(repeating: probability))
      movement.exits(bench.cells, runs, month: Self.month, into: &list)
      for future in 0..<8 { sum += people - Int(bench.cells[0][future]) }
    }
    let mean = Double(people) * probability
    let error = (mean * (1 - probability) / Double(replicates)).squareRoot()
    #expect(abs(Double(sum) / Double(replicates) - mean) < 4 * error)
  }
}
