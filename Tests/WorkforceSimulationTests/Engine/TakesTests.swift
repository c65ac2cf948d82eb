import CVectors
import Testing

@testable import WorkforceSimulation

/// People taken out of all cells of a stock at once are those that the law takes out of each, one cell after another.
@Suite struct TakesTests {
  private static let first = 3

  private func word(_ place: Int) -> Int {
    Int(Philox4x32.block(counter: (UInt32(place), 5, 6, 7), key: (8, 9)).0)
  }

  /// Empty cells, small ones, and some in which a sum of few terms tells nothing.
  private func people(_ place: Int) -> Int32 {
    let word = word(place)
    return switch word % 7 {
    case 0, 1: 0
    case 2: Int32((word >> 8) % 400)
    default: Int32((word >> 8) % 24)
    }
  }

  @Test(arguments: [128, 256, 512].filter { $0 <= cadre_vector_width() }) func takesAreThoseOfEachCell(width: Int32) {
    var large = 0
    for round in 0..<300 {
      let count = 1 + round % 45
      let cells = Room((0..<60).map { cell in EightCounts.each { people(round * 480 + cell * 8 + $0) } })
      let scratch = DrawScratch(cells: 60, runs: 1, laws: 1, width: width)
      var list = TakenList<EightCounts>(cells: 60)
      defer {
        cells.deallocate()
        scratch.deallocate()
        list.deallocate()
      }
      let movement = ChanceMovement(seed: UInt64(round), replicates: SIMD8(1, 2, 3, 4, 5, 6, 7, 7), scratch: scratch)
      let run = CellRun(
        first: Self.first, count: count, entry: 24_290 + round % 16, site: UInt64(word(round)), law: 0, splitLaw: 0,
        outlets: Places(0..<0))
      var all = EightCounts.nobody
      for cell in run.cells { all += cells[cell] }
      // Nobody, few, many and everybody.
      let wanted = EightCounts.each { future in
        switch (round + future) % 5 {
        case 0: 0
        case 1: all[future]
        case 2: all[future] / 2
        default: min(all[future], Int32(word(round * 8 + future) % 60))
        }
      }
      let before = cells.elements
      let due = byCell(run, before, all, wanted, movement)
      var pool = Pool(people: all, wanted: wanted)
      movement.take(from: cells, run, &pool, month: 24_300, into: &list)
      var taken = before.map { _ in EightCounts.nobody }
      for place in list.indices { taken[list[place].cell] = list[place].people }
      for cell in before.indices {
        #expect(taken[cell].people == due[cell].people)
        #expect(cells[cell].people == before[cell].people &- due[cell].people)
      }
      #expect(list.indices.allSatisfy { $0 == 0 || list[$0 - 1].cell < list[$0].cell })
      #expect(pool.wanted.isNone, "all that are wanted are there")
      large += run.cells.count { cell in (0..<8).contains { before[cell][$0] > 300 && due[cell][$0] > 100 } }
    }
    #expect(large > 50, "sums do not tell all of them")
  }

  /// Those taken from each cell, by the law for one future.
  private func byCell(
    _ run: CellRun, _ cells: [EightCounts], _ all: EightCounts, _ wanted: EightCounts, _ movement: ChanceMovement
  ) -> [EightCounts] {
    var taken = cells.map { _ in EightCounts.nobody }
    var (all, wanted) = (all, wanted)
    for cell in run.cells {
      let entry = cell + run.offset
      var words = [UInt32](repeating: 0, count: 128)
      movement.addresses.makeWords(
        sites: [run.site], blocks: [UInt32((entry >> 4) << 2)], count: 1, month: 24_300, into: &words)
      taken[cell] = EightCounts.each { future in
        Int32(
          HypergeometricInversion(
            population: Int(all[future]), marked: Int(cells[cell][future]), drawn: Int(wanted[future])
          ).count(at: Uniform.open(words[(entry & 15) * 8 + future])))
      }
      all -= cells[cell]
      wanted -= taken[cell]
    }
    return taken
  }
}
