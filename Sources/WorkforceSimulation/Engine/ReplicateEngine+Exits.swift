/// Step 1 of a month: exits.
extension ReplicateEngine {
  mutating func refreshRisk(_ stock: Int, _ month: Int) throws(RunFault) {
    guard !plan.stocks[stock].isByEntry else {
      for index in entryRisks[stock].indices { entryRisks[stock][index] = nil }
      return
    }
    risks[stock] = try risk(stock, entry: plan.stocks[stock].firstEntry, month)
  }

  private func risk(_ stock: Int, entry: Int, _ month: Int) throws(RunFault) -> StockRisk<Kind> {
    do {
      return try StockRisk(
        plan: plan, stock: stock, entry: entry, month: month, values: values, movement: movement)
    } catch {
      throw .probabilityAboveOne(
        stock: plan.stocks[stock].subject, replicate: replicate, month: month, level: error.level)
    }
  }

  mutating func exits(_ index: Int, _ month: Int) {
    let classes = risks[index].totals.count
    let hasOpenCell = plan.stocks[index].hasOpenCell
    let (firstCell, firstEntry) = (plan.stocks[index].firstCell, plan.stocks[index].firstEntry)
    let stage = plan.stocks[index].stage
    for position in 0..<classes where risks[index].isPossible[position] {
      let lower = max(plan.stocks[index].hazardBounds[position], stage?.lowerBound ?? 0)
      let isLast = position == classes - 1
      // Service at the opening is month − 1 − entry; the exposures of a stage end with it.
      let youngest = month - 1 - lower
      let upper = isLast ? Int.max : plan.stocks[index].hazardBounds[position + 1]
      let eldest = isLast ? firstEntry : max(firstEntry, month - upper)
      let site = plan.stocks[index].exitSite
      let law = risks[index].totals[position]
      if isLast, hasOpenCell { exit(firstCell, entry: 0, law, site, month, index, position) }
      let first = stage.map { max(eldest, month - $0.upperBound) } ?? eldest
      guard first <= youngest else { continue }
      let offset = plan.stocks[index].cell(entry: 0)
      for entry in first...youngest { exit(offset + entry, entry: entry, law, site, month, index, position) }
    }
  }

  /// Where the hazards differ by entry month: each cell has its own.
  mutating func exitsByEntry(_ index: Int, _ month: Int) throws(RunFault) {
    let stock = plan.stocks[index]
    guard let stage = stock.stage else { return }
    let first = max(stock.firstEntry, month - stage.upperBound)
    let youngest = month - 1 - stage.lowerBound
    guard first <= youngest else { return }
    for entry in first...youngest where cells[stock.cell(entry: entry)] > .zero {
      let place = entry - stock.firstEntry
      let known: StockRisk<Kind>
      if let made = entryRisks[index][place] {
        known = made
      } else {
        known = try risk(index, entry: entry, month)
        entryRisks[index][place] = known
      }
      let service = month - 1 - entry
      let position = stock.hazardBounds.lastIndex { $0 <= service } ?? 0
      guard known.isPossible[position] else { continue }
      risks[index] = known
      exit(
        stock.cell(entry: entry), entry: entry, known.totals[position], stock.exitSite, month, index, position)
    }
  }

  @inline(__always)
  private mutating func exit(
    _ cell: Int, entry: Int, _ law: Kind.Law, _ site: UInt64, _ month: Int, _ stock: Int, _ position: Int
  ) {
    let people = cells[cell]
    guard people > .zero else { return }
    let total = movement.happening(to: people, law, site: site, entry: entry, month: month)
    guard total > .zero else { return }
    cells[cell] = people - total
    split(total, cell, people, entry, month, stock, position)
  }

  /// Divides those who leave a cell over the outlets, by conditional draws in the outlets' order.
  @inline(never)
  private mutating func split(
    _ total: Count, _ cell: Int, _ people: Count, _ entry: Int, _ month: Int, _ stock: Int, _ position: Int
  ) {
    let outlets = plan.stocks[stock].outlets
    var left = total
    for outlet in outlets {
      var some = left
      if outlet < outlets.upperBound - 1 {
        let law = risks[stock].splits[position * (outlets.count - 1) + outlet - outlets.lowerBound]
        some = movement.happeningBetween(to: left, law, site: plan.flows[outlet].site, entry: entry, month: month)
      }
      arriving[outlet] += some
      if isRecording, some > .zero {
        let flow = plan.flows[outlet]
        note(
          Transfer(
            from: cell, to: flow.to < 0 ? -1 : plan.stocks[flow.to].cell(entry: month - flow.atService),
            population: people - (total - left), people: some, site: flow.site, entry: entry, month: month))
      }
      left -= some
    }
  }

  /// Those who left a stock this month enter the next, not exposed in it before next month.
  mutating func arrive(_ month: Int, _ step: Int) {
    for index in plan.flows.indices {
      let people = arriving[index]
      guard people > .zero else { continue }
      arriving[index] = .zero
      let flow = plan.flows[index]
      add(people, to: flow.lossSeries, step)
      guard flow.to >= 0 else { continue }
      add(people, to: flow.gainSeries, step)
      cells[plan.stocks[flow.to].cell(entry: month - flow.atService)] += people
    }
    for (cell, people) in moving { cells[cell] += people }
    moving.removeAll(keepingCapacity: true)
    settle()
  }
}
