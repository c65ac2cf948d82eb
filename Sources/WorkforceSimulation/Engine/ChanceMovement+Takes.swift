internal import CVectors

/// Draws of who is taken out of a stock, whatever their service.
extension ChanceMovement {
  func take(
    from cells: Room<EightCounts>, _ run: CellRun, _ pool: inout Pool<EightCounts>, month: Int,
    into list: inout TakenList<EightCounts>
  ) {
    list.removeAll()
    let words = words(of: run, month: month)
    let people = cells.ones(run.cells)
    var done = 0
    while done < run.count, !pool.wanted.isNone {
      let left = run.count - done
      let taken = list.next(left)
      var made = 0
      done += withNumbers(&pool.people.people) { population in
        withNumbers(&pool.wanted.people) { wanted in
          cadre_take(
            scratch.width, left, people + done * EightCounts.futures, words + done * EightCounts.futures, population,
            wanted, Int32(truncatingIfNeeded: run.first + done), taken.cells, taken.people, &made)
        }
      }
      list.add(made)
      guard done < run.count else { return }
      takeByLaw(from: cells, run.first + done, words + done * EightCounts.futures, &pool, into: &list)
      done += 1
    }
  }

  /// Of one cell, in which some future's number needs more than a sum of few terms.
  private func takeByLaw(
    from cells: Room<EightCounts>, _ cell: Int, _ words: UnsafePointer<UInt32>, _ pool: inout Pool<EightCounts>,
    into list: inout TakenList<EightCounts>
  ) {
    let there = cells[cell]
    let some = EightCounts(
      HypergeometricInversion.counts(
        population: pool.people.people, marked: there.people, drawn: pool.wanted.people, words: words,
        width: scratch.width))
    pool.people -= there
    guard !some.isNone else { return }
    pool.wanted -= some
    cells[cell] = there - some
    list.append(cell: cell, some)
  }

  /// The random words of a run's cells, by cell and future.
  private func words(of run: CellRun, month: Int) -> UnsafeMutablePointer<UInt32> {
    let sixteens = run.entry >> 4...(run.entry + run.count - 1) >> 4
    let (sites, blocks) = (scratch.sites.pointer(0..<sixteens.count), scratch.blocks.pointer(0..<sixteens.count))
    for (place, sixteen) in sixteens.enumerated() {
      sites[place] = run.site
      blocks[place] = UInt32(truncatingIfNeeded: sixteen << 2)
    }
    addresses.makeWords(
      sites: sites, blocks: blocks, count: sixteens.count, month: month,
      into: scratch.words.pointer(0..<128 * sixteens.count))
    let first = run.entry & 15
    return scratch.words.pointer(first * EightCounts.futures..<(first + run.count) * EightCounts.futures)
  }

  @inline(__always)
  private func withNumbers<Result>(
    _ eight: inout SIMD8<Int32>, _ body: (UnsafeMutablePointer<Int32>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &eight) { $0.withMemoryRebound(to: Int32.self, capacity: 8, body) }
  }
}
