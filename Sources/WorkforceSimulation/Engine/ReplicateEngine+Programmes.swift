/// Step 3 of a month: programmes end, and those whose waiting ends are appointed.
extension ReplicateEngine {
  /// Everybody who reaches the end of a stage this month leaves it.
  mutating func finish(_ index: Int, _ month: Int, _ step: Int) {
    let stage = shape.stages[index]
    let entry = month - shape.stocks[stage.stock].latest
    guard entry >= shape.stocks[stage.stock].firstEntry else { return }
    let cell = shape.stocks[stage.stock].origin + entry
    let people = cells[cell]
    guard !people.isNone else { return }
    cells[cell] = .nobody
    let programme = rules.programmes[stage.programme]
    if stage.isLearners {
      finishLearners(people, programme, from: cell, entry, month, step)
    } else if stage.isLonger {
      wait(people, programme, from: cell, entry, isLonger: true, month, step)
    } else {
      appoint(people, programme, from: cell, population: people, site: 0, entry, month, step)
    }
  }

  private mutating func finishLearners(
    _ people: Count, _ programme: RuleShape.Programme, from cell: Int, _ entry: Int, _ month: Int, _ step: Int
  ) {
    var finishing = people
    if programme.longer >= 0 {
      let share = values[rules.parameter(programme.longerShare, entry: entry)]
      let longer = movement.happening(to: people, share, site: programme.longerSite, entry: entry, month: month)
      if !longer.isNone {
        finishing -= longer
        add(longer, to: programme.extendedSeries, step)
        let target = shape.stocks[programme.longer].origin + entry
        cells[target] += longer
        note(
          Transfer(
            from: cell, to: target, population: people, people: longer, site: programme.longerSite, entry: entry,
            month: month))
      }
    }
    wait(finishing, programme, from: cell, entry, isLonger: false, month, step)
  }

  /// Those who have finished, divided over how long they wait, by conditional draws.
  private mutating func wait(
    _ people: Count, _ programme: RuleShape.Programme, from cell: Int, _ entry: Int, isLonger: Bool, _ month: Int,
    _ step: Int
  ) {
    guard !people.isNone else { return }
    add(people, to: programme.finishedSeries, step)
    var all = Number.nought
    for place in programme.waits.range where !rules.waits[place].isRest {
      all = all + values[rules.parameter(rules.waits[place].share, entry: entry)]
    }
    let rest = all.mapped { max(0, 1 - $0) }
    let shares = programme.waits.range.map { place in
      rules.waits[place].isRest ? rest : values[rules.parameter(rules.waits[place].share, entry: entry)]
    }
    let groups = movement.spread(
      people, by: shares, sites: { rules.waits[programme.waits.lower + $0].site }, entry: entry, month: month)
    var left = people
    for (place, some) in zip(programme.waits.range, groups) {
      let wait = rules.waits[place]
      guard !some.isNone else { continue }
      let stock = isLonger ? wait.afterLonger : wait.afterLength
      if stock < 0 {
        appoint(some, programme, from: cell, population: left, site: wait.site, entry, month, step)
      } else {
        let target = shape.stocks[stock].origin + entry
        cells[target] += some
        note(
          Transfer(
            from: cell, to: target, population: left, people: some, site: wait.site, entry: entry, month: month))
      }
      left -= some
    }
  }

  private mutating func appoint(
    _ people: Count, _ programme: RuleShape.Programme, from cell: Int, population: Count, site: UInt64, _ entry: Int,
    _ month: Int, _ step: Int
  ) {
    let target = shape.stocks[programme.appointedTo].origin + month
    cells[target] += people
    add(people, to: programme.qualifiersSeries, step)
    add(people, to: programme.appointedSeries, step)
    note(
      Transfer(
        from: cell, to: target, population: population, people: people, site: site, entry: entry, month: month,
        isAppointment: true))
  }
}
