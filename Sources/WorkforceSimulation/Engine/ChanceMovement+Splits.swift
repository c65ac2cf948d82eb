internal import CVectors

/// Draws of whom an exit of a stock leads where.
extension ChanceMovement {
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
      scratch.width, exits.count, places, words, scratch.splits.ones.pointer(own),
      scratch.splits.firsts.pointer(own), scratch.splits.seconds.pointer(own), lefts, somes, sums, largePlaces)
    let open = cadre_split_larges(
      scratch.width, large, largePlaces, places, words, scratch.probabilities.numbers(task.law), lefts, somes, sums)
    for position in 0..<open {
      let exit = Int(largePlaces[position])
      let future = Int(places[exit]) & 7
      let law = scratch.laws[first + future]
      take(law.count(of: Int(lefts[exit]), at: Uniform.open(words[exit])), exit, future, lefts, somes, sums)
    }
    return EightCounts.each { sums[$0] }
  }

  func left(_ list: ExitList<EightCounts>, _ exits: Range<Int>) -> EightCounts {
    let sums = scratch.sums.pointer(0..<EightCounts.futures)
    sums.update(repeating: 0, count: EightCounts.futures)
    cadre_sums(exits.count, list.place.pointer(exits), list.left.pointer(exits), sums)
    return EightCounts.each { sums[$0] }
  }

  func compact(_ list: ExitList<EightCounts>, _ exits: Range<Int>) -> Int {
    cadre_compact(scratch.width, exits.count, list.place.pointer(exits), list.left.pointer(exits))
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
}
