import Testing

@testable import WorkforceSimulation

/// Whatever way the fast path takes (bounds, tables of thresholds, powers, words made together), a cell's count is the one
/// that the law gives for the cell's own uniform number.
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
    var list: ExitList<Int>
    let cells: Room<Int>

    init(_ people: [Int]) {
      scratch = DrawScratch(cells: people.count, runs: 4, laws: 4)
      list = ExitList(cells: people.count, runs: 4)
      cells = Room(people)
    }

    func deallocate() {
      scratch.deallocate()
      list.deallocate()
      cells.deallocate()
    }
  }

  @Test(arguments: probabilities) func countsAreThoseOfTheLaw(probability: Double) {
    let law = BinomialInversion(probability: probability)
    for (replicate, entry) in zip(1..., stride(from: 23_900, to: 24_000, by: 7)) {
      // A long run, worth a table, then a short one, and a cell alone.
      let people = (0..<97).map { Self.sizes[($0 * 7 + replicate) % Self.sizes.count] }
      let bench = Bench(people)
      defer { bench.deallocate() }
      var movement = ChanceMovement(seed: Self.seed, replicate: replicate, scratch: bench.scratch)
      var list = bench.list
      var runs = Stack(capacity: 4, CellRun.none)
      defer { runs.deallocate() }
      let lengths = [80, 11, 1, 5]
      var first = 0
      for (index, count) in lengths.enumerated() {
        movement.setLaw(index, probability: probability)
        runs.append(
          CellRun(
            first: first, count: count, entry: entry + first, site: UInt64(index) << 33 | 5, law: index, splitLaw: 0,
            outlets: Places(0..<1)))
        first += count
      }
      movement.exits(bench.cells, runs, month: Self.month, into: &list)
      var leaving = [Int](repeating: 0, count: people.count)
      for exit in 0..<list.count { leaving[list.cell[exit]] = list.left[exit] }
      var cell = 0
      for (index, count) in lengths.enumerated() {
        for _ in 0..<count {
          let u = uniform(site: UInt64(index) << 33 | 5, entry: entry + cell, replicate: replicate)
          let due = law.count(of: people[cell], at: u)
          #expect(leaving[cell] == due, "n \(people[cell]), u \(u)")
          #expect(bench.cells[cell] == people[cell] - due)
          cell += 1
        }
        #expect(list.exits(of: index).allSatisfy { list.entry[$0] == entry + list.cell[$0] })
      }
    }
  }

  @Test(arguments: probabilities) func splitsAreThoseOfTheLaw(probability: Double) {
    let law = BinomialInversion(probability: probability)
    for replicate in 1...20 {
      let bench = Bench([Int](repeating: 0, count: 60))
      defer { bench.deallocate() }
      var movement = ChanceMovement(seed: Self.seed, replicate: replicate, scratch: bench.scratch)
      movement.setLaw(1, probability: probability)
      var list = bench.list
      // Close together, then far apart.
      let entries = Array(24_000..<24_030) + (0..<30).map { 24_050 + 9 * $0 }
      let totals = entries.indices.map { [1, 1, 2, 1, 2, 3, 9, 40, 700][($0 + replicate) % 9] }
      for (cell, entry) in entries.enumerated() {
        list.append(cell: cell, entry: entry, total: totals[cell])
        list.active[cell] = Int32(cell)
      }
      list.endRun()
      var tasks = Stack(capacity: 4, SplitTask.none)
      let sums = Room(repeating: 0, count: 4)
      defer {
        tasks.deallocate()
        sums.deallocate()
      }
      tasks.append(
        SplitTask(all: Places(0..<60), exits: Places(0..<60), outlet: 0, last: 2, law: 1, site: 99))
      movement.split(list, tasks, month: Self.month, sums: sums)
      let due = entries.indices.map {
        law.count(of: totals[$0], at: uniform(site: 99, entry: entries[$0], replicate: replicate))
      }
      if probability > 0 {
        #expect(entries.indices.map { list.some[$0] } == due)
        let left = entries.indices.filter { totals[$0] > due[$0] }
        #expect(tasks[0].exits.range.map { Int(list.active[$0]) } == left)
      }
      #expect(sums[0] == due.reduce(0, +))
      #expect(entries.indices.map { list.left[$0] } == zip(totals, due).map { $0 - $1 })
    }
  }

  /// A cell loses on average what the law says, over many futures: the words are spread as uniform numbers are.
  @Test func countsHaveTheMeanOfTheLaw() {
    let (people, probability) = (35, 0.0125)
    let bench = Bench([people])
    defer { bench.deallocate() }
    var list = bench.list
    var runs = Stack(capacity: 1, CellRun.none)
    defer { runs.deallocate() }
    runs.append(
      CellRun(first: 0, count: 1, entry: 24_001, site: 3, law: 0, splitLaw: 0, outlets: Places(0..<1)))
    var sum = 0
    let replicates = 40_000
    for replicate in 1...replicates {
      bench.cells[0] = people
      var movement = ChanceMovement(seed: 1, replicate: replicate, scratch: bench.scratch)
      movement.setLaw(0, probability: probability)
      movement.exits(bench.cells, runs, month: Self.month, into: &list)
      sum += people - bench.cells[0]
    }
    let mean = Double(people) * probability
    let error = (mean * (1 - probability) / Double(replicates)).squareRoot()
    #expect(abs(Double(sum) / Double(replicates) - mean) < 4 * error)
  }
}
