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
    if run.count == 1, exitsAtOnce(cells, run, words, &list) { return }
    if run.count >= Self.tableLength {
      exitsByTable(cells, run, words, &list)
    } else {
      exitsByCell(cells, run, words, &list)
    }
  }

  /// A cell of many people, in all futures: an open cell.
  /// - Returns: false where some future has few, and nothing is done
  private func exitsAtOnce(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) -> Bool {
    var (people, uniforms) = (SIMD8<Int32>.zero, SIMD8<Double>.zero)
    for future in 0..<EightCounts.futures { people[future] = cells[future] }
    let probability = scratch.probabilities[run.law]
    let rarer = probability.replacing(with: 1 - probability, where: probability .> 0.5)
    let isLarge = SIMD8<Double>(people) * rarer .>= BinomialInversion.expansionLimit
    guard isLarge == SIMDMask(repeating: true) else { return false }
    for future in 0..<EightCounts.futures { uniforms[future] = Uniform.open(words[future]) }
    let totals = BinomialInversion.counts(of: people, probability: probability, at: uniforms)
    let exits = list.next(EightCounts.futures)
    var made = 0
    for future in 0..<EightCounts.futures { record(Int(totals[future]), future, run, cells, exits, &made) }
    list.add(made)
    return true
  }

  /// Cell by cell, all futures of one together.
  private func exitsByCell(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) {
    let exits = list.next(run.count * EightCounts.futures)
    var made = 0
    for offset in 0..<run.count {
      var bits: Int32 = 0
      for future in 0..<8 { bits |= cells[8 * offset + future] }
      if bits != 0 { countCell(0xFF, 8 * offset, run, cells, words, exits, &made) }
    }
    list.add(made)
  }

  /// Counts those who leave a cell.
  /// - Parameter wanted: in which futures, as bits
  private func countCell(
    _ wanted: Int, _ first: Int, _ run: CellRun, _ cells: UnsafeMutablePointer<Int32>,
    _ words: UnsafeMutablePointer<UInt32>,
    _ exits: (place: UnsafeMutablePointer<Int32>, left: UnsafeMutablePointer<Int32>), _ made: inout Int
  ) {
    let law = run.law &* EightCounts.futures
    let (people, words) = (cells + first, words + first)
    // What is not summed gets a count too, and is not settled by it.
    var summed = 0
    let none = scratch.nones.numbers(0)
    for future in 0..<8 {
      let isSummed = people[future] < DrawScratch.mostPower && scratch.laws[law + future].isSummed(Int(people[future]))
      summed |= isSummed ? 1 << future : 0
      none[future] = isSummed ? scratch.none(law + future, Int(people[future])) : 1
    }
    let totals = scratch.sums.pointer(0..<8)
    let settled = Int(
      cadre_summed_counts(FutureAddresses.width, people, words, none, scratch.odds.numbers(run.law), totals))
    for future in 0..<8 where wanted >> future & 1 != 0 {
      var total = Int(totals[future])
      if (summed & settled) >> future & 1 == 0 {
        total = rareTotal(of: Int(people[future]), words[future], law + future)
      }
      record(total, first &+ future, run, cells, exits, &made)
    }
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
        FutureAddresses.width, run.count, cells, words, scratch.bounds.pointer(first..<first + EightCounts.futures),
        candidates)
    }
    let exits = list.next(count)
    var rare = 0
    var made = cadre_exits(
      count, candidates, cells, words, scratch.readyThresholds(run.law),
      Int32(truncatingIfNeeded: run.first &* EightCounts.futures), exits.place, exits.left, &rare)
    // The futures of one cell stand together.
    var next = 0
    while next < rare {
      let first = Int(candidates[next]) & ~7
      var (wanted, most) = (0, 0)
      while next < rare, Int(candidates[next]) & ~7 == first {
        let place = Int(candidates[next])
        wanted |= 1 << (place & 7)
        most = max(most, Int(cells[place]))
        next += 1
      }
      // For those who come after; these are settled by the law.
      if scratch.canExtendTable(run.law, to: most) { scratch.extendTable(run.law, to: most) }
      if wanted & (wanted - 1) == 0 {
        let place = first + wanted.trailingZeroBitCount
        let total = rareTotal(of: Int(cells[place]), words[place], run.law &* EightCounts.futures &+ place & 7)
        record(total, place, run, cells, exits, &made)
      } else {
        countCell(wanted, first, run, cells, words, exits, &made)
      }
    }
    list.add(made)
  }

  // MARK: outlets

  func split(_ list: ExitList<EightCounts>, _ task: SplitTask, month: Int) -> EightCounts {
    let exits = task.exits.range
    let (lefts, somes) = (list.left.pointer(exits), list.some.pointer(exits))
    guard !scratch.isNever(task.law) else {
      somes.update(repeating: 0, count: exits.count)
      return .nobody
    }
    let places = list.place.pointer(exits)
    let words = list.words.pointer(exits)
    addresses.makeWords(
      places: places, offset: task.offset, count: exits.count, site: task.site, month: month, into: words)
    let first = task.law * EightCounts.futures
    let own = first..<first + EightCounts.futures
    let sums = scratch.sums.pointer(0..<EightCounts.futures)
    sums.update(repeating: 0, count: EightCounts.futures)
    let largePlaces = scratch.candidates.pointer(0..<exits.count + EightCounts.futures)
    let large = cadre_split(
      FutureAddresses.width, exits.count, places, words, scratch.splits.ones.pointer(own),
      scratch.splits.firsts.pointer(own), scratch.splits.seconds.pointer(own), lefts, somes, sums, largePlaces)
    if large == EightCounts.futures, exits.count == large {
      splitAtOnce(task, places, words, lefts, somes, sums)
    } else {
      for position in 0..<large {
        let exit = Int(largePlaces[position])
        let future = Int(places[exit]) & 7
        let law = scratch.laws[first + future]
        take(law.count(of: Int(lefts[exit]), at: Uniform.open(words[exit])), exit, future, lefts, somes, sums)
      }
    }
    return EightCounts.each { sums[$0] }
  }

  func left(_ list: ExitList<EightCounts>, _ exits: Range<Int>) -> EightCounts {
    let sums = scratch.sums.pointer(0..<EightCounts.futures)
    sums.update(repeating: 0, count: EightCounts.futures)
    cadre_sums(exits.count, list.place.pointer(exits), list.left.pointer(exits), sums)
    return EightCounts.each { sums[$0] }
  }

  @inline(__always)
  private func take(
    _ some: Int, _ exit: Int, _ future: Int, _ lefts: UnsafeMutablePointer<Int32>, _ somes: UnsafeMutablePointer<Int32>,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    let some = Int32(truncatingIfNeeded: some)
    sums[future] &+= some
    somes[exit] = some
    lefts[exit] &-= some
  }

  /// Eight exits of many people: those of an open cell.
  private func splitAtOnce(
    _ task: SplitTask, _ places: UnsafeMutablePointer<Int32>, _ words: UnsafeMutablePointer<UInt32>,
    _ lefts: UnsafeMutablePointer<Int32>, _ somes: UnsafeMutablePointer<Int32>, _ sums: UnsafeMutablePointer<Int32>
  ) {
    let all = scratch.probabilities[task.law]
    var (people, uniforms, probability) = (SIMD8<Int32>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    for exit in 0..<8 {
      people[exit] = lefts[exit]
      uniforms[exit] = Uniform.open(words[exit])
      probability[exit] = all[Int(places[exit]) & 7]
    }
    let counts = BinomialInversion.counts(of: people, probability: probability, at: uniforms)
    for exit in 0..<8 { take(Int(counts[exit]), exit, Int(places[exit]) & 7, lefts, somes, sums) }
  }
}
