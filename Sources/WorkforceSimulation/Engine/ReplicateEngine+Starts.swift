/// Step 4 of a month: intakes, then recruits and returners; and, after the count, orders.
extension ReplicateEngine {
  // Numbers of a start are read where they stand: a copy of it counts references, at which the workers of a run would wait
  // for each other.

  mutating func start(_ index: Int, _ month: Int, _ step: Int) throws(RunFault) {
    let places = movement.people(try countable(values[plan.starts[index].places]))
    let fill = values[plan.starts[index].fill]
    let shares = rests(plan.starts[index].parts.map(\.share))
    for (position, some) in movement.divided(places, by: shares).enumerated() where !some.isNone {
      let site = plan.starts[index].parts[position].site
      let starters = movement.happening(to: some, fill, site: site, entry: month, month: month)
      try spread(starters, index, position, month, step)
    }
  }

  /// The values of shares, of which those without a parameter (−1) are the rest.
  private func rests(_ shares: [Int]) -> [Number] {
    var stated = Number.nought
    for share in shares where share >= 0 { stated = stated + values[share] }
    return shares.map { $0 >= 0 ? values[$0] : stated.mapped { max(0, 1 - $0) } }
  }

  /// The starters of a part, divided over their lateness by conditional draws.
  private mutating func spread(
    _ starters: Count, _ index: Int, _ position: Int, _ month: Int, _ step: Int
  ) throws(RunFault) {
    let sites = plan.starts[index].parts[position].lateSites
    let groups = movement.spread(
      starters, by: rests(plan.starts[index].late.map(\.share)), sites: { sites[$0] }, entry: month, month: month)
    for (place, some) in groups.enumerated() {
      let months = plan.starts[index].late[place].months
      guard !some.isNone, step + months <= plan.months else { continue }
      if months == 0 {
        try begin(some, index, position, place, month, step)
      } else {
        lateStarters[step + months].append(LateStart(start: index, part: position, late: place, people: some))
      }
    }
  }

  /// Starters start now: some of them from grades, the others from outside.
  mutating func begin(
    _ starters: Count, _ index: Int, _ position: Int, _ late: Int, _ month: Int, _ step: Int
  ) throws(RunFault) {
    let target = shape.stocks[plan.starts[index].parts[position].stock].origin + month
    let isPathway = plan.starts[index].parts[position].isPathway
    var left = starters
    var replaced = Count.nobody
    // Of those not from the grades before: the share of the grade among the shares that are left.
    var share = Number(repeating: 1)
    for place in plan.starts[index].sources.indices {
      let own = values[plan.starts[index].sources[place].share]
      let conditional = Number.share(own, of: share).mapped { min(1, $0) }
      share = share - own
      let wanted = movement.happening(
        to: left, conditional, site: plan.starts[index].parts[position].sourceSites[late][place].share,
        entry: plan.starts[index].month, month: month)
      guard !wanted.isNone else { continue }
      let there = try people(in: plan.starts[index].sources[place].stocks, month)
      let taken = Count.smaller(wanted, there)
      left -= wanted
      // Those who cannot be taken do not start, unless outsiders take their places.
      if plan.starts[index].replacesShortfall { replaced += wanted - taken }
      let series = isPathway ? plan.starts[index].sources[place].trained : plan.starts[index].sources[place].moved
      add(wanted - taken, to: series.notMet, step)
      guard !taken.isNone else { continue }
      add(taken, to: series.loss, step)
      add(taken, to: plan.starts[index].parts[position].movedSeries, step)
      var pool = Pool(people: there, wanted: taken)
      for one in plan.starts[index].sources[place].stocks.indices {
        take(
          from: plan.starts[index].sources[place].stocks[one],
          site: plan.starts[index].parts[position].sourceSites[late][place].taken[one], to: target, isQueued: false,
          month, &pool)
      }
    }
    let outsiders = left + replaced
    if !outsiders.isNone {
      cells[target] += outsiders
      add(outsiders, to: plan.starts[index].parts[position].outsideSeries, step)
      note(outsideTransfer(to: target, outsiders, month))
    }
    settle()
  }

  mutating func recruit(_ index: Int, _ month: Int, _ step: Int) throws(RunFault) {
    let recruitment = rules.recruitments[index]
    var people = Count.nobody
    if recruitment.filled >= 0 {
      people = rooms.orders[step * rules.recruitments.count + index]
      rooms.ordered[recruitment.filled] -= people
    } else if recruitment.months >> UInt16(month % 12) & 1 == 1 {
      if recruitment.isPoisson {
        let level = try countable(rules.value(recruitment.level, in: month, values))
        people = movement.poisson(
          level / Number(repeating: recruitment.divisor), site: recruitment.site, month: month)
      } else if let number = plan.recruitments[index].number {
        people = try self.people(number, site: recruitment.site, month)
      }
    }
    guard !people.isNone else { return }
    let cell = shape.stocks[recruitment.stock].origin + month - recruitment.atService
    cells[cell] += people
    add(people, to: recruitment.series, step)
    note(outsideTransfer(to: cell, people, month))
  }

  /// Step 5: as many are ordered as a grade lacks at the close, less those already ordered.
  mutating func order(_ month: Int, _ step: Int) throws(RunFault) {
    for index in 0..<rules.fillings.count {
      let filling = rules.fillings[index]
      var fte = Number.nought
      for place in filling.counted.range {
        let counted = rules.counted[place]
        let stock = shape.stocks[counted.stock].firstCell..<shape.stocks[counted.stock].origin + month + 1
        fte = fte + movement.number(people(stock)) * values[counted.ftePerHead]
      }
      let gap = (rules.value(filling.target, in: month, values) - fte) / values[filling.ftePerHead]
      let lacking = movement.needed(try countable(gap.mapped { max(0, $0) }))
      var some = Count.larger(.nobody, lacking - rooms.ordered[filling.grade])
      if filling.atMost.count > 0 {
        some = Count.smaller(some, movement.people(try countable(rules.value(filling.atMost, in: month, values))))
      }
      guard !some.isNone else { continue }
      // An order that starts after the end counts all the same, so that a longer run has the same months before.
      rooms.ordered[filling.grade] += some
      let due = step + filling.delay
      if due <= plan.months { rooms.orders[due * rules.recruitments.count + filling.recruitment] += some }
    }
  }
}
