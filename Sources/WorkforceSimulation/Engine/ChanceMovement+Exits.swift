internal import CVectors

/// Draws for whole stocks: the random words of a month are made together, and most cells are settled by one comparison.
extension ChanceMovement {
  mutating func exits(
    _ cells: Room<EightCounts>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<EightCounts>
  ) {
    list.removeAll()
    scratch.askNothing()
    for index in runs.indices where !scratch.isNever(runs[index].law) {
      let run = runs[index]
      for sixteen in run.entry >> 4...(run.entry + run.count - 1) >> 4 {
        scratch.ask(site: run.site, sixteen: sixteen)
      }
    }
    let count = scratch.sites.count
    addresses.makeWords(
      sites: scratch.sites.first, blocks: scratch.blocks.first, count: count, month: month,
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

  /// First every cell is asked, without a branch, whether it may lose somebody; few may. These are then counted.
  private func exits(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>,
    _ list: inout ExitList<EightCounts>
  ) {
    if run.count == 1, exitsAtOnce(cells, run, words, &list) { return }
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
    if run.count >= Self.tableLength {
      exitsByTable(cells, run, words, count, &list)
    } else {
      exitsByLaw(cells, run, words, count, &list)
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
    guard (SIMD8<Double>(people) * rarer).min() >= BinomialInversion.expansionLimit else { return false }
    for future in 0..<EightCounts.futures { uniforms[future] = Uniform.open(words[future]) }
    let totals = BinomialInversion.counts(of: people, probability: probability, at: uniforms)
    let exits = list.next(EightCounts.futures)
    var made = 0
    for future in 0..<EightCounts.futures { record(Int(totals[future]), future, run, cells, exits, &made) }
    list.add(made)
    return true
  }

  /// With the powers of the probability that it happens to nobody.
  private func exitsByLaw(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ list: inout ExitList<EightCounts>
  ) {
    let candidates = scratch.candidates.pointer(0..<count)
    let exits = list.next(count)
    var made = 0
    for candidate in 0..<count {
      let place = Int(candidates[candidate])
      let total = total(of: Int(cells[place]), words[place], run.law * EightCounts.futures + place & 7)
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

  /// The same, away from the loop that seldom needs it.
  @inline(never)
  private func rareTotal(of people: Int, _ word: UInt32, _ index: Int) -> Int { total(of: people, word, index) }

  /// With the thresholds of up to three people among up to 63, worked out before.
  private func exitsByTable(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ list: inout ExitList<EightCounts>
  ) {
    let (table, ends) = scratch.thresholds(run.law)
    let candidates = scratch.candidates.pointer(0..<count)
    let exits = list.next(count)
    var made = 0
    for candidate in 0..<count {
      let place = Int(candidates[candidate])
      let future = place & 7
      let people = cells[place]
      let word = words[place]
      if people >= ends[future], scratch.canExtendTable(run.law, to: Int(people)) {
        scratch.extendTable(run.law, to: Int(people))
      }
      var total: Int
      let own = table[(future &* DrawScratch.tableLength &+ Int(people)) & DrawScratch.tableMask]
      if people < ends[future], word <= own.three {
        // How many leave is a matter of chance, which no processor predicts: so no branch.
        total = (Int(own.none) &- Int(word)) >> 63 & 1
        total &+= (Int(own.one) &- Int(word)) >> 63 & 1
        total &+= (Int(own.two) &- Int(word)) >> 63 & 1
      } else {
        total = rareTotal(of: Int(people), word, run.law &* EightCounts.futures &+ future)
      }
      record(total, place, run, cells, exits, &made)
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
    let large = cadre_split(
      FutureAddresses.width, exits.count, places, words, scratch.splits.ones.pointer(own),
      scratch.splits.firsts.pointer(own), scratch.splits.seconds.pointer(own), lefts, somes, sums)
    guard large > 0 else { return EightCounts.each { sums[$0] } }
    for exit in 0..<exits.count where somes[exit] < 0 {
      let future = Int(places[exit]) & 7
      let some = Int32(
        truncatingIfNeeded: scratch.laws[first + future].count(of: Int(lefts[exit]), at: Uniform.open(words[exit])))
      sums[future] &+= some
      somes[exit] = some
      lefts[exit] &-= some
    }
    return EightCounts.each { sums[$0] }
  }
}
