internal import CVectors

/// Draws for whole stocks: the random words of a month are made together, and most cells are settled by one comparison.
extension ChanceMovement {
  func exits(
    _ cells: Room<EightCounts>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<EightCounts>
  ) {
    list.removeAll()
    // Entry months that are four apart share a block, so that four blocks side by side give sixteen words in order.
    var count = 0
    for index in runs.indices where !scratch.isNever(runs[index].law) {
      let run = runs[index]
      for sixteen in run.entry >> 4...(run.entry + run.count - 1) >> 4 {
        scratch.sites[count] = run.site
        scratch.blocks[count] = UInt32(truncatingIfNeeded: sixteen << 2)
        count += 1
      }
    }
    addresses.makeWords(
      sites: scratch.sites.pointer(0..<count), blocks: scratch.blocks.pointer(0..<count), count: count, month: month,
      into: scratch.words.pointer(0..<128 * count))
    var words = 0
    for index in runs.indices {
      let run = runs[index]
      if !scratch.isNever(run.law) {
        let sixteens = (run.entry + run.count - 1) >> 4 - run.entry >> 4 + 1
        let first = (words + run.entry & 15) * EightCounts.futures
        exits(cells.ones(run.cells), run, scratch.words.pointer(first..<first + run.count * EightCounts.futures), &list)
        words += 16 * sixteens
      }
      list.endRun()
    }
  }

  /// Runs from this length on are worth a table of thresholds.
  private static let tableLength = 16

  private func exits(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) {
    // Three cells tell whether cells are large or small (the first and the last are not empty); either way is right for both.
    var most: Int32 = 0
    let (middle, last) = (run.count / 2 * EightCounts.futures, (run.count - 1) * EightCounts.futures)
    for future in 0..<8 { most = max(most, cells[future], cells[middle + future], cells[last + future]) }
    if run.count >= Self.tableLength, Int(most) < DrawScratch.tableEnd {
      exitsByTable(cells, run, words, &list)
    } else {
      exitsByCell(cells, run, words, &list)
    }
  }

  /// Cell by cell, all futures of one together.
  private func exitsByCell(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) {
    let all = run.count * EightCounts.futures
    let most = cadre_most_people(scratch.width, run.count, cells)
    let open = scratch.candidates.pointer(0..<all + EightCounts.futures)
    let exits = list.next(all)
    var openCount = 0
    var made = cadre_big_exits(
      scratch.width, run.count, cells, words, scratch.cLaws.pointer(run.law..<run.law + 1),
      scratch.readyPowers(run.law, to: Int(most)), Int32(truncatingIfNeeded: run.first &* EightCounts.futures),
      exits.place, exits.left, open, &openCount)
    for position in 0..<openCount {
      let place = Int(open[position])
      let total = total(of: Int(cells[place]), words[place], run.law &* EightCounts.futures &+ place & 7)
      record(total, place, run, cells, exits, &made)
    }
    list.add(made)
  }

  /// Takes people out of a cell, and lists it; a cell that nobody leaves is overwritten by the next.
  @inline(__always)
  private func record(
    _ total: Int, _ place: Int, _ run: CellRun, _ cells: UnsafeMutablePointer<Int32>,
    _ exits: (place: UnsafeMutablePointer<Int32>, left: UnsafeMutablePointer<Int32>), _ made: inout Int
  ) {
    cells[place] &-= Int32(truncatingIfNeeded: total)
    exits.place[made] = Int32(truncatingIfNeeded: run.first &* EightCounts.futures &+ place)
    exits.left[made] = Int32(truncatingIfNeeded: total)
    made &+= (0 &- total) >> 63 & 1
  }

  /// How many of the people of a cell leave.
  /// - Parameter index: of the law and future
  @inline(__always)
  private func total(of people: Int, _ word: UInt32, _ index: Int) -> Int {
    let law = scratch.laws[index]
    let u = Uniform.open(word)
    guard people < DrawScratch.mostPower, law.isSummed(people) else { return law.count(of: people, at: u) }
    return law.count(of: people, at: u, none: scratch.none(index, people))
  }

  /// The same, away from a loop that seldom needs it.
  @inline(never)
  private func rareTotal(of people: Int, _ word: UInt32, _ index: Int) -> Int { total(of: people, word, index) }

  /// With the thresholds of up to three people among up to 126, worked out before: first every cell is asked, without a
  /// branch, whether it may lose somebody; few may. These are then counted.
  private func exitsByTable(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) {
    let all = run.count * EightCounts.futures
    let candidates = scratch.candidates.pointer(0..<all + EightCounts.futures)
    var count = all
    if scratch.hasNoBound(run.law) {
      for place in 0..<all { candidates[place] = Int32(truncatingIfNeeded: place) }
    } else {
      // P(somebody leaves) ≤ n p, by Bernoulli's inequality: below that nobody does.
      let first = run.law * EightCounts.futures
      count = cadre_candidates(
        scratch.width, run.count, cells, words, scratch.bounds.pointer(first..<first + EightCounts.futures),
        candidates)
    }
    let exits = list.next(count)
    var rare = 0
    var made = cadre_exits(
      count, candidates, cells, words, scratch.readyThresholds(run.law),
      Int32(truncatingIfNeeded: run.first &* EightCounts.futures), exits.place, exits.left, &rare)
    for candidate in 0..<rare {
      let place = Int(candidates[candidate])
      let people = Int(cells[place])
      // For those who come after; this one is settled by the law.
      if scratch.canExtendTable(run.law, to: people) { scratch.extendTable(run.law, to: people) }
      let total = rareTotal(of: people, words[place], run.law &* EightCounts.futures &+ place & 7)
      record(total, place, run, cells, exits, &made)
    }
    list.add(made)
  }
}
