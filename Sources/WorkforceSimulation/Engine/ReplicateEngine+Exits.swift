/// Step 1 of a month: exits.
extension ReplicateEngine {
  mutating func exits(_ month: Int) throws(RunFault) {
    rooms.runs.removeAll()
    for stock in 0..<shape.stocks.count where !rooms.held[stock].isNone {
      if shape.stocks[stock].isByEntry { try addRunsByEntry(stock, month) } else { addRuns(stock, month) }
    }
    var list = rooms.list
    movement.exits(cells, rooms.runs, month: month, into: &list)
    rooms.list = list
    if list.count > 0 { split(month, list) }
  }

  /// The runs of a stock: one for each class of service.
  private mutating func addRuns(_ index: Int, _ month: Int) {
    let stock = shape.stocks[index]
    var law = stock.firstLaw
    for position in stock.hazards.range {
      let isLast = position == stock.hazards.upper - 1
      // Service at the opening is month − 1 − entry; the exposures of a stage end with it.
      let youngest = month - 1 - max(shape.bounds[position], stock.earliest)
      let upper = min(stock.latest, isLast ? Int.max : shape.bounds[position + 1])
      if isLast, stock.hasOpenCell { addRun(stock, law, first: stock.firstCell, count: 1, entry: 0) }
      let eldest = upper == Int.max ? stock.firstEntry : max(stock.firstEntry, month - upper)
      addRun(stock, law, first: stock.origin + eldest, count: youngest - eldest + 1, entry: eldest)
      law += stock.lawWidth
    }
  }

  private mutating func addRun(_ stock: PlanShape.Stock, _ law: Int, first: Int, count: Int, entry: Int) {
    let run = occupied(stock, law, first: first, count: count, entry: entry, site: stock.exitSite)
    if let run { rooms.runs.append(run) }
  }

  /// Cells of a stock, from the first to the last that has somebody.
  func occupied(
    _ stock: PlanShape.Stock, _ law: Int, first: Int, count: Int, entry: Int, site: UInt64
  ) -> CellRun? {
    var (first, count, entry) = (first, count, entry)
    while count > 0, cells[first].isNone { (first, count, entry) = (first + 1, count - 1, entry + 1) }
    while count > 0, cells[first + count - 1].isNone { count -= 1 }
    guard count > 0 else { return nil }
    return CellRun(
      first: first, count: count, entry: entry, site: site, law: law, splitLaw: law + 1, outlets: stock.outlets)
  }

  /// Where the hazards differ by entry month: each cell has its own.
  private mutating func addRunsByEntry(_ index: Int, _ month: Int) throws(RunFault) {
    let stock = shape.stocks[index]
    let first = max(stock.firstEntry, month - stock.latest)
    let youngest = month - 1 - stock.earliest
    guard first <= youngest else { return }
    for entry in first...youngest where !cells[stock.origin + entry].isNone {
      let place = entry - stock.firstEntry
      let service = month - 1 - entry
      var position = 0
      while position + 1 < stock.hazards.count, shape.bounds[stock.hazards.lower + position + 1] <= service {
        position += 1
      }
      let law = stock.firstLaw + place * stock.lawWidth
      if entryClasses[index][place] != position {
        try fillRisk(index, entry: entry, month)
        setLaws(risk, position, stock.lawWidth, at: law)
        entryClasses[index][place] = position
      }
      addRun(stock, law, first: stock.origin + entry, count: 1, entry: entry)
    }
  }

  // MARK: laws

  mutating func refreshRisk(_ stock: Int, _ month: Int) throws(RunFault) {
    guard !shape.stocks[stock].isByEntry else {
      for place in entryClasses[stock].indices { entryClasses[stock][place] = -1 }
      return
    }
    try fillRisk(stock, entry: shape.stocks[stock].firstEntry, month)
    let (first, width) = (shape.stocks[stock].firstLaw, shape.stocks[stock].lawWidth)
    for position in 0..<shape.stocks[stock].hazards.count {
      setLaws(risk, position, width, at: first + position * width)
    }
  }

  private mutating func fillRisk(_ stock: Int, entry: Int, _ month: Int) throws(RunFault) {
    do {
      try risk.fill(plan: plan, stock: stock, entry: entry, month: month, values: values)
    } catch {
      throw .probabilityAboveOne(
        stock: plan.stocks[stock].subject, replicate: replicates[error.future], month: month, level: error.level)
    }
  }

  /// The laws of a class of service: of the total, then of the outlets but the last.
  private mutating func setLaws(_ risk: StockRisk<Number>, _ position: Int, _ width: Int, at law: Int) {
    movement.setLaw(law, probability: risk.totals[position])
    for outlet in 1..<max(1, width) {
      movement.setLaw(law + outlet, probability: risk.splits[position * (width - 1) + outlet - 1])
    }
  }

  // MARK: outlets

  /// Divides those who leave cells over the outlets, by conditional draws in the outlets' order.
  private mutating func split(_ month: Int, _ list: ExitList<Count>) {
    for index in rooms.runs.indices {
      let exits = list.exits(of: index)
      guard !exits.isEmpty else { continue }
      let run = rooms.runs[index]
      var task = SplitTask(
        exits: Places(exits), offset: run.offset, outlet: run.outlets.lower, last: run.outlets.upper - 1,
        law: run.splitLaw, site: 0)
      while task.outlet < task.last, task.exits.count > 0 {
        task.site = shape.flows[task.outlet].site
        rooms.arriving[task.outlet] += movement.split(list, task, month: month)
        if isRecording { noteExits(task, month) }
        task.outlet += 1
        task.law += 1
        // The last outlet makes nothing of those with nobody left.
        if task.outlet < task.last { task.exits.upper = task.exits.lower + movement.compact(list, task.exits.range) }
      }
      rooms.arriving[task.last] += movement.left(list, task.exits.range)
      if isRecording {
        list.noteRest(of: task.exits.range)
        noteExits(task, month)
      }
    }
  }

  private mutating func noteExits(_ task: SplitTask, _ month: Int) {
    let flow = shape.flows[task.outlet]
    let target = flow.to < 0 ? Transfer<Count>.outside : shape.stocks[flow.to].origin + month - flow.atService
    let list = rooms.list
    for exit in task.exits.range where list.some[exit] > .zero {
      let (cell, future) = (list.cell(exit), list.future(exit))
      var (population, people) = (Count.nobody, Count.nobody)
      people[future] = list.some[exit]
      population[future] = cells[cell][future] + list.left[exit] + list.some[exit]
      note(
        Transfer(
          from: cell, to: target, population: population, people: people, site: flow.site, entry: cell + task.offset,
          month: month))
    }
  }

  /// Those who left a stock this month enter the next, not exposed in it before next month.
  mutating func arrive(_ month: Int, _ step: Int) {
    for index in 0..<shape.flows.count {
      let people = rooms.arriving[index]
      guard !people.isNone else { continue }
      rooms.arriving[index] = .nobody
      let flow = shape.flows[index]
      add(people, to: flow.lossSeries, step)
      guard flow.to >= 0 else { continue }
      add(people, to: flow.gainSeries, step)
      let cell = shape.stocks[flow.to].origin + month - flow.atService
      cells[cell] += people
      signs = Count.signs(signs, cells[cell])
    }
    for (cell, people) in moving { cells[cell] += people }
    moving.removeAll(keepingCapacity: true)
    settle()
  }
}
