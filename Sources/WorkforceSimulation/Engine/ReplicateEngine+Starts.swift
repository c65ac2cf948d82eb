/// Step 4 of a month: intakes, then recruits and returners; and, after the count, orders.
extension ReplicateEngine {
  mutating func start(_ index: Int, _ month: Int, _ step: Int) throws(RunFault) {
    let start = plan.starts[index]
    let places = movement.people(try countable(values[start.places]))
    let fill = values[start.fill]
    let stated = start.parts.reduce(0) { $0 + ($1.share >= 0 ? values[$1.share] : 0) }
    let shares = start.parts.map { $0.share >= 0 ? values[$0.share] : max(0, 1 - stated) }
    for (position, some) in movement.divided(places, by: shares).enumerated() where some > .zero {
      let part = start.parts[position]
      let starters = movement.happening(to: some, fill, site: part.site, entry: month, month: month)
      spread(starters, index, position, month, step)
    }
  }

  /// The starters of a part, divided over their lateness by conditional draws.
  private mutating func spread(_ starters: Count, _ index: Int, _ position: Int, _ month: Int, _ step: Int) {
    let start = plan.starts[index]
    let late = start.late
    let stated = late.reduce(0) { $0 + ($1.share >= 0 ? values[$1.share] : 0) }
    let groups = movement.spread(
      starters, by: late.map { $0.share >= 0 ? values[$0.share] : max(0, 1 - stated) },
      sites: { start.parts[position].lateSites[$0] }, entry: month, month: month)
    for (place, (group, some)) in zip(late, groups).enumerated() {
      guard some > .zero, step + group.months <= plan.months else { continue }
      if group.months == 0 {
        begin(some, index, position, place, month, step)
      } else {
        lateStarters[step + group.months].append(
          LateStart(start: index, part: position, late: place, people: some))
      }
    }
  }

  /// Starters start now: some of them from grades, the others from outside.
  mutating func begin(
    _ starters: Count, _ index: Int, _ position: Int, _ late: Int, _ month: Int, _ step: Int
  ) {
    let start = plan.starts[index]
    let part = start.parts[position]
    let target = plan.stocks[part.stock].cell(entry: month)
    var left = starters
    var replaced = Count.zero
    // Of those not from the grades before: the share of the grade among the shares that are left.
    var share = 1.0
    for (place, source) in start.sources.enumerated() {
      let own = values[source.share]
      let sites = part.sourceSites[late][place]
      let conditional = share > 0 ? min(1, own / share) : 0
      share -= own
      let wanted = movement.happening(to: left, conditional, site: sites.share, entry: start.month, month: month)
      guard wanted > .zero else { continue }
      let there = people(in: source.stocks, month)
      let taken = min(wanted, there)
      left -= wanted
      // Those who cannot be taken do not start, unless outsiders take their places.
      if start.replacesShortfall { replaced += wanted - taken }
      let series = part.isPathway ? source.trained : source.moved
      if wanted > taken { add(wanted - taken, to: series.notMet, step) }
      guard taken > .zero else { continue }
      add(taken, to: series.loss, step)
      add(taken, to: part.movedSeries, step)
      var pool = Pool(people: there, wanted: taken)
      for (stock, site) in zip(source.stocks, sites.taken) {
        take(from: stock, site: site, to: target, isQueued: false, month, &pool)
      }
    }
    let outsiders = left + replaced
    if outsiders > .zero {
      cells[target] += outsiders
      add(outsiders, to: part.outsideSeries, step)
      note(outsideTransfer(to: target, outsiders, month))
    }
    settle()
  }

  mutating func recruit(_ index: Int, _ month: Int, _ step: Int) throws(RunFault) {
    var people = Count.zero
    if plan.recruitments[index].filling != nil {
      guard !orders[step].isEmpty, let filling = plan.recruitments[index].filling else { return }
      people = orders[step][index]
      rooms.ordered[filling.grade] -= people
    } else if let number = plan.recruitments[index].number, number.acts(in: month) {
      people = try self.people(number, site: plan.recruitments[index].site, month)
    }
    guard people > .zero else { return }
    let entry = month - plan.recruitments[index].atService
    let cell = plan.stocks[plan.recruitments[index].stock].cell(entry: entry)
    cells[cell] += people
    add(people, to: plan.recruitments[index].series, step)
    note(outsideTransfer(to: cell, people, month))
  }

  /// Step 5: as many are ordered as a grade lacks at the close, less those already ordered.
  mutating func order(_ month: Int, _ step: Int) throws(RunFault) {
    for index in plan.recruitments.indices {
      guard let filling = plan.recruitments[index].filling else { continue }
      var fte = 0.0
      for counted in filling.counted {
        let stock = plan.stocks[counted.stock].firstCell..<plan.stocks[counted.stock].cell(entry: month) + 1
        fte += movement.number(movement.sum(cells, stock)) * values[counted.ftePerHead]
      }
      let gap = filling.target.value(in: month, values) - fte
      let lacking = movement.needed(try countable(max(0, gap / values[filling.ftePerHead])))
      var some = max(.zero, lacking - rooms.ordered[filling.grade])
      if let atMost = filling.atMost {
        some = min(some, movement.people(try countable(atMost.value(in: month, values))))
      }
      guard some > .zero else { continue }
      // An order that starts after the end counts all the same, so that a longer run has the same months before.
      rooms.ordered[filling.grade] += some
      let due = step + filling.delay
      guard due <= plan.months else { continue }
      if orders[due].isEmpty { orders[due] = [Count](repeating: .zero, count: plan.recruitments.count) }
      orders[due][index] += some
    }
  }
}
