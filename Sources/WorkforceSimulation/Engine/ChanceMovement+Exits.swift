internal import CVectors

/// Draws for whole stocks: the random words of a month are made together, and most cells are settled by one comparison.
extension ChanceMovement {
  mutating func exits(
    _ cells: Room<EightCounts>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<Int32>
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
    _ list: inout ExitList<Int32>
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
    if run.count >= Self.tableLength {
      exitsByTable(cells, run, words, count, &list)
    } else {
      exitsByLaw(cells, run, words, count, &list)
    }
  }

  /// With the powers of the probability that it happens to nobody.
  private func exitsByLaw(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ list: inout ExitList<Int32>
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
    _ total: Int, _ place: Int, _ run: CellRun, _ cells: UnsafeMutablePointer<Int32>, _ exits: ExitList<Int32>.Places,
    _ made: inout Int
  ) {
    let offset = place >> 3
    cells[place] &-= Int32(truncatingIfNeeded: total)
    exits.cell[made] = Int32(truncatingIfNeeded: run.first &+ offset)
    exits.entry[made] = Int32(truncatingIfNeeded: run.entry &+ offset)
    exits.future[made] = Int32(truncatingIfNeeded: place & 7)
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

  /// With the thresholds of nobody and of one, for up to 63 people, worked out before: few comparisons settle a cell.
  private func exitsByTable(
    _ cells: UnsafeMutablePointer<Int32>, _ run: CellRun, _ words: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ list: inout ExitList<Int32>
  ) {
    let (table, ends) = scratch.thresholds(run.law)
    let candidates = scratch.candidates.pointer(0..<count)
    let exits = list.next(count)
    var made = 0
    for candidate in 0..<count {
      let place = Int(candidates[candidate])
      let future = place & 7
      let people = cells[place]
      var total: Int
      if people < ends[future] {
        let own = table[future &* DrawScratch.powerCount &+ Int(people)]
        let word = words[place]
        total = word > own.none ? 1 : 0
        if word > own.one { total = self.total(of: Int(people), word, run.law &* EightCounts.futures &+ future) }
      } else {
        total = self.total(of: Int(people), words[place], run.law &* EightCounts.futures &+ future)
      }
      record(total, place, run, cells, exits, &made)
    }
    list.add(made)
  }

  // MARK: outlets

  mutating func split(_ list: ExitList<Int32>, _ tasks: Stack<SplitTask>, month: Int, sums: Room<EightCounts>) {
    for index in tasks.indices {
      sums[index] = .nobody
      guard !scratch.isNever(tasks[index].law) else { continue }
      var task = tasks[index]
      ask(for: task, list)
      addresses.makeWords(scratch.wanted, count: task.exits.count, site: task.site, month: month)
      split(list, &task, sums.ones(index..<index + 1))
      tasks[index] = task
    }
  }

  /// Asks for the words of the exits of a task.
  private func ask(for task: SplitTask, _ list: ExitList<Int32>) {
    let all = 0..<task.exits.count
    let active = list.active.pointer(task.exits.range)
    let (entries, futures) = (list.entry.pointer(0..<list.count), list.future.pointer(0..<list.count))
    let (blocks, picks) = (scratch.wanted.blocks.pointer(all), scratch.wanted.picks.pointer(all))
    let lanes = scratch.wanted.futures.pointer(all)
    for place in all {
      let exit = Int(active[place])
      let entry = UInt32(truncatingIfNeeded: entries[exit])
      blocks[place] = (entry >> 4) << 2 | entry & 3
      picks[place] = entry >> 2 & 3
      lanes[place] = UInt32(truncatingIfNeeded: futures[exit])
    }
  }

  /// - Parameter sums: by future, those split off are added
  private func split(_ list: ExitList<Int32>, _ task: inout SplitTask, _ sums: UnsafeMutablePointer<Int32>) {
    let active = list.active.pointer(task.exits.range)
    let all = 0..<list.count
    let (lefts, somes, futures) = (list.left.pointer(all), list.some.pointer(all), list.future.pointer(all))
    let words = scratch.wanted.words.pointer(0..<task.exits.count)
    let first = task.law * EightCounts.futures
    let splits = scratch.splits.pointer(first..<first + EightCounts.futures)
    let laws = scratch.laws.pointer(first..<first + EightCounts.futures)
    var remaining = 0
    for place in 0..<task.exits.count {
      let exit = Int(active[place])
      let left = Int(lefts[exit])
      let word = words[place]
      let future = Int(futures[exit])
      var some: Int
      if left <= 2 {
        // Whom it happens to is a matter of chance, which no processor predicts: so no branch.
        let own = splits[future]
        let number = Int(word)
        let isTwo = left &- 1
        some = ((own.ofOne &+ isTwo &* (own.firstOfTwo &- own.ofOne)) &- number) >> 63 & 1
        some &+= (own.secondOfTwo &- number) >> 63 & isTwo
      } else {
        some = laws[future].count(of: left, at: Uniform.open(word))
      }
      sums[future] &+= Int32(truncatingIfNeeded: some)
      somes[exit] = Int32(truncatingIfNeeded: some)
      lefts[exit] = Int32(truncatingIfNeeded: left &- some)
      active[remaining] = Int32(truncatingIfNeeded: exit)
      remaining &+= (some &- left) >> 63 & 1
    }
    task.exits.upper = task.exits.lower + remaining
  }
}
