/// Step 2 of a month: moves given as numbers, and taking people from a grade whatever their service.
extension ReplicateEngine {
  /// The number of people of a plan or a draw in a month.
  mutating func people(_ number: Plan.Number, site: UInt64, _ month: Int) throws(RunFault) -> Count {
    let level = try countable(number.level.value(in: month, values))
    if number.isPoisson { return movement.poisson(level / Number(repeating: number.divisor), site: site, month: month) }
    let totals = number.totals(around: month, values)
    return movement.planned(from: totals.before, upTo: totals.after)
  }

  mutating func move(_ move: Plan.NumberMove, _ month: Int, _ step: Int) throws(RunFault) {
    let wanted = try people(move.number, site: move.site, month)
    guard !wanted.isNone else { return }
    let there = try people(in: move.sources.map(\.stock), month)
    let taken = Count.smaller(wanted, there)
    add(wanted - taken, to: move.notMetSeries, step)
    guard !taken.isNone else { return }
    add(taken, to: move.lossSeries, step)
    add(taken, to: move.gainSeries, step)
    var pool = Pool(people: there, wanted: taken)
    for source in move.sources {
      let target = plan.stocks[source.to].cell(entry: month - move.atService)
      take(from: source.stock, site: source.site, to: target, isQueued: true, month, &pool)
    }
  }

  /// Everybody in stocks, those who came this month included.
  mutating func people(in stocks: [Int], _ month: Int) throws(RunFault) -> Count {
    var sum = Count.nobody
    for index in stocks {
      let own = people(shape.stocks[index].firstCell..<shape.stocks[index].origin + month + 1)
      sum += own
      signs = Count.signs(signs, Count.signs(own, sum))
    }
    try checkSigns()
    return sum
  }

  /// Takes people from a stock, from all its cells alike: cell after cell, how many of those wanted are in it.
  /// - Parameter isQueued: whether they arrive after the exits of the month
  mutating func take(
    from index: Int, site: UInt64, to target: Int, isQueued: Bool, _ month: Int, _ pool: inout Pool<Count>
  ) {
    let stock = shape.stocks[index]
    if stock.hasOpenCell {
      take(stock, first: stock.firstCell, count: 1, entry: 0, site: site, to: target, isQueued, month, &pool)
    }
    take(
      stock, first: stock.origin + stock.firstEntry, count: month - stock.firstEntry + 1, entry: stock.firstEntry,
      site: site, to: target, isQueued, month, &pool)
  }

  private mutating func take(
    _ stock: PlanShape.Stock, first: Int, count: Int, entry: Int, site: UInt64, to target: Int, _ isQueued: Bool,
    _ month: Int, _ pool: inout Pool<Count>
  ) {
    guard !pool.wanted.isNone, let run = occupied(stock, 0, first: first, count: count, entry: entry, site: site)
    else { return }
    movement.take(from: cells, run, &pool, month: month, into: &rooms.taken)
    for place in rooms.taken.indices {
      let (cell, some) = rooms.taken[place]
      if isQueued { moving.append((target, some)) } else { cells[target] += some }
      note(
        Transfer(
          from: cell, to: target, population: cells[cell] + some, people: some, site: site,
          entry: cell + run.offset, month: month))
    }
  }
}
