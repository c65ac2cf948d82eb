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
