/// Draws for whole stocks: the random words of a month are made together, and most cells are settled by one comparison.
extension ChanceMovement {
  mutating func exits(_ cells: Room<Int>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<Int>) {
    list.removeAll()
    forgetTaken()
    scratch.askNothing()
    for index in runs.indices where !scratch.laws[runs[index].law].isNever {
      let run = runs[index]
      for sixteen in run.entry >> 4...(run.entry + run.count - 1) >> 4 {
        scratch.ask(site: run.site, sixteen: sixteen)
      }
    }
    address.makeWords(scratch, month: month)
    var words = 0
    for index in runs.indices {
      let run = runs[index]
      if !scratch.laws[run.law].isNever {
        let sixteens = (run.entry + run.count - 1) >> 4 - run.entry >> 4 + 1
        exits(cells, run, words + run.entry & 15, into: &list)
        words += 16 * sixteens
      }
      list.endRun()
    }
  }

  /// Runs from this length on are worth a table of thresholds.
  private static let tableLength = 16

  /// First every cell is asked, without a branch, whether it may lose somebody; few may. These are then counted.
  private func exits(_ room: Room<Int>, _ run: CellRun, _ firstWord: Int, into list: inout ExitList<Int>) {
    let cells = room.pointer(run.cells)
    let words = scratch.words.pointer(firstWord..<firstWord + run.count)
    let law = scratch.laws[run.law]
    if run.count >= Self.tableLength, law.isSummed(DrawScratch.powerCount) {
      exitsByTable(cells, words, run, law, into: &list)
    } else {
      exitsByBound(cells, words, run, law, into: &list)
    }
  }

  private func exitsByBound(
    _ cells: UnsafeMutablePointer<Int>, _ words: UnsafeMutablePointer<UInt64>, _ run: CellRun,
    _ law: BinomialInversion, into list: inout ExitList<Int>
  ) {
    // P(somebody leaves) ≤ n p, by Bernoulli's inequality: below that nobody does.
    let bound = law.boundOfOne
    let candidates = scratch.candidates.pointer(0..<run.count + 1)
    var count = 0
    for offset in 0..<run.count {
      candidates[count] = Int32(truncatingIfNeeded: offset)
      let beyond = Int(UInt32(truncatingIfNeeded: words[offset])) &+ cells[offset] &* bound &- 1 << 32
      count &+= 1 &+ (beyond >> 63)
    }
    let exits = list.next(count)
    var made = 0
    for candidate in 0..<count {
      let offset = Int(candidates[candidate])
      let total = total(of: cells[offset], words[offset], law, run.law)
      cells[offset] &-= total
      exits.cell[made] = run.first &+ offset
      exits.entry[made] = run.entry &+ offset
      exits.left[made] = total
      made &+= (0 &- total) >> 63 & 1
    }
    list.add(made)
  }

  /// How many of the people of a cell leave.
  @inline(__always)
  private func total(of people: Int, _ word: UInt64, _ law: BinomialInversion, _ index: Int) -> Int {
    let u = Uniform.open(low: word)
    guard people < DrawScratch.mostPower, law.isSummed(people) else { return law.count(of: people, at: u) }
    return law.count(of: people, at: u, none: scratch.none(index, people))
  }

  /// With the thresholds of nobody and of one, for up to 63 people, worked out before: few comparisons settle a cell.
  private func exitsByTable(
    _ cells: UnsafeMutablePointer<Int>, _ words: UnsafeMutablePointer<UInt64>, _ run: CellRun,
    _ law: BinomialInversion, into list: inout ExitList<Int>
  ) {
    let table = scratch.thresholds(run.law)
    let candidates = scratch.candidates.pointer(0..<run.count + 1)
    var count = 0
    let last = DrawScratch.powerCount
    for offset in 0..<run.count {
      candidates[count] = Int32(truncatingIfNeeded: offset)
      // The threshold after the last is that of more people: below every word.
      let threshold = table[min(cells[offset], last)].none
      count &+= (threshold &- Int(UInt32(truncatingIfNeeded: words[offset]))) >> 63 & 1
    }
    let exits = list.next(count)
    var made = 0
    for candidate in 0..<count {
      let offset = Int(candidates[candidate])
      let people = cells[offset]
      var total = 1
      if people >= last || Int(UInt32(truncatingIfNeeded: words[offset])) > table[people].one {
        total = self.total(of: people, words[offset], law, run.law)
      }
      cells[offset] = people &- total
      exits.cell[made] = run.first &+ offset
      exits.entry[made] = run.entry &+ offset
      exits.left[made] = total
      made &+= (0 &- total) >> 63 & 1
    }
    list.add(made)
  }

  // MARK: outlets

  mutating func split(_ list: ExitList<Int>, _ tasks: Stack<SplitTask>, month: Int, sums: Room<Int>) {
    forgetTaken()
    scratch.askNothing()
    for index in tasks.indices where !scratch.laws[tasks[index].law].isNever { ask(for: tasks[index], list) }
    address.makeWords(scratch, month: month)
    for index in tasks.indices {
      let law = scratch.laws[tasks[index].law]
      sums[index] = 0
      guard !law.isNever else { continue }
      var task = tasks[index]
      sums[index] = split(list, &task, law)
      tasks[index] = task
    }
  }

  /// Asks for the words of the exits of a task; the exits ascend by entry month.
  private mutating func ask(for task: SplitTask, _ list: ExitList<Int>) {
    let count = task.exits.count
    let active = list.active.pointer(task.exits.range)
    let entries = list.entry.pointer(0..<list.count)
    let places = scratch.wordPlaces.pointer(0..<list.count)
    let (sites, blocks) = (scratch.sites.next(count + 1), scratch.blocks.next(count + 1))
    let first = scratch.sites.count
    var (last, made) = (-1, 0)
    for place in 0..<count {
      let exit = Int(active[place])
      let sixteen = entries[exit] >> 4
      // Written at each exit, and counted where it is another one.
      sites[made] = task.site
      blocks[made] = UInt32(truncatingIfNeeded: sixteen << 2)
      made &+= sixteen == last ? 0 : 1
      last = sixteen
      places[exit] = Int32(truncatingIfNeeded: (first &+ made &- 1) << 4 | entries[exit] & 15)
    }
    scratch.sites.add(made)
    scratch.blocks.add(made)
  }

  /// - Returns: how many are split off
  private func split(_ list: ExitList<Int>, _ task: inout SplitTask, _ law: BinomialInversion) -> Int {
    let active = list.active.pointer(task.exits.range)
    let (lefts, somes) = (list.left.pointer(0..<list.count), list.some.pointer(0..<list.count))
    let places = scratch.wordPlaces.pointer(0..<list.count)
    let words = scratch.words.pointer(0..<16 * scratch.sites.count)
    let (one, two) = (law.thresholdOfOne, law.thresholdsOfTwo)
    var (sum, remaining) = (0, 0)
    for place in 0..<task.exits.count {
      let exit = Int(active[place])
      let left = lefts[exit]
      let word = words[Int(places[exit])]
      var some: Int
      if left <= 2 {
        // Whom it happens to is a matter of chance, which no processor predicts: so no branch.
        let number = Int(UInt32(truncatingIfNeeded: word))
        let isTwo = left &- 1
        some = ((one &+ isTwo &* (two.first &- one)) &- number) >> 63 & 1
        some &+= (two.second &- number) >> 63 & isTwo
      } else {
        some = law.count(of: left, at: Uniform.open(low: word))
      }
      sum &+= some
      somes[exit] = some
      lefts[exit] = left &- some
      active[remaining] = Int32(truncatingIfNeeded: exit)
      remaining &+= (some &- left) >> 63 & 1
    }
    task.exits.upper = task.exits.lower + remaining
    return sum
  }
}
