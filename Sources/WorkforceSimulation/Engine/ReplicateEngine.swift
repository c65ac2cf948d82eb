/// One simulated future, month by month (docs/order-of-events.md).
struct ReplicateEngine<Kind: Movement> {
  typealias Count = Kind.Count

  private let plan: Plan
  private var movement: Kind
  private let values: [Double]
  private let replicate: Int
  private var cells: [Count]
  /// Base series by month and series; see ``Legend/column(series:month:)``.
  private(set) var frame: [Count]
  /// People on their way to another stock in this month, by flow.
  private var arriving: [Count]
  private var risks: [StockRisk<Kind>]

  init(plan: Plan, movement: Kind, values: [Double], replicate: Int) {
    self.plan = plan
    self.movement = movement
    self.values = values
    self.replicate = replicate
    cells = [Count](repeating: .zero, count: plan.cellCount)
    frame = [Count](repeating: .zero, count: plan.seriesCount * (plan.months + 1))
    arriving = [Count](repeating: .zero, count: plan.flows.count)
    risks = plan.stocks.map { _ in StockRisk() }
  }

  /// - Parameter isStopped: asked in every month; a true answer ends the run
  mutating func run(isStopped: () -> Bool = { false }) throws(RunFault) {
    try open()
    report(0)
    var nextStart = plan.starts.startIndex
    for step in 1...plan.months {
      if isStopped() { throw .cancelled(done: 0) }
      let month = plan.start + step
      for stock in plan.stocks.indices {
        if plan.stocks[stock].hazardChanges[step] { try refreshRisk(stock, month) }
        exits(stock, month)
      }
      arrive(month, step)
      finish(month, step)
      while nextStart < plan.starts.endIndex, plan.starts[nextStart].month == month {
        try start(plan.starts[nextStart], month, step)
        nextStart += 1
      }
      for recruitment in plan.recruitments { try recruit(recruitment, month, step) }
      report(step)
    }
  }

  /// A number of people, if it is one that can be counted.
  private func countable(_ number: Double) throws(RunFault) -> Double {
    guard number >= 0, number <= 1e8 else { throw .tooManyPeople(replicate: replicate) }
    return number
  }

  // MARK: the opening position

  private mutating func open() throws(RunFault) {
    for opening in plan.openings {
      let stock = plan.stocks[opening.stock]
      var number = values[opening.number]
      if opening.ftePerHead >= 0 { number /= values[opening.ftePerHead] }
      let people = movement.people(try countable(number))
      let groups = movement.divided(people, by: opening.parts.map(\.share))
      for (part, people) in zip(opening.parts, groups) {
        guard part.width > 0 else {
          cells[stock.firstCell] += people
          continue
        }
        try spread(people, part, over: stock, opening.stock)
      }
    }
  }

  /// Evenly over the months of a band, but for those whose months are known.
  private mutating func spread(
    _ people: Count, _ part: Plan.Opening.Part, over stock: Plan.Stock, _ index: Int
  ) throws(RunFault) {
    var left = people
    for known in part.known {
      let some = movement.people(Double(known.people))
      guard some <= left else { throw .moreJoinersThanPeople(stock: index, replicate: replicate) }
      left -= some
      cells[stock.cell(entry: plan.start - known.service)] += some
    }
    let taken = Set(part.known.map(\.service))
    let free = (part.lower..<part.lower + part.width).filter { !taken.contains($0) }
    guard !free.isEmpty || left == .zero else { throw .moreJoinersThanPeople(stock: index, replicate: replicate) }
    for (service, some) in zip(free, movement.divided(left, evenly: free.count)) {
      cells[stock.cell(entry: plan.start - service)] += some
    }
  }

  // MARK: 1. exits

  private mutating func refreshRisk(_ stock: Int, _ month: Int) throws(RunFault) {
    do {
      risks[stock] = try StockRisk(plan: plan, stock: stock, month: month, values: values, movement: movement)
    } catch {
      throw .probabilityAboveOne(stock: stock, replicate: replicate, month: month, level: error.level)
    }
  }

  private mutating func exits(_ index: Int, _ month: Int) {
    let classes = risks[index].totals.count
    let (hasOpenCell, length) = (plan.stocks[index].hasOpenCell, plan.stocks[index].length)
    let (firstCell, firstEntry) = (plan.stocks[index].firstCell, plan.stocks[index].firstEntry)
    for position in 0..<classes where risks[index].isPossible[position] {
      let lower = plan.stocks[index].hazardBounds[position]
      let isLast = position == classes - 1
      // Service at the opening is month − 1 − entry; a programme's exposures end with its length.
      let youngest = month - 1 - lower
      let upper = isLast ? Int.max : plan.stocks[index].hazardBounds[position + 1]
      let eldest = isLast ? firstEntry : max(firstEntry, month - upper)
      let site = plan.stocks[index].exitSite
      let law = risks[index].totals[position]
      if isLast, hasOpenCell { exit(firstCell, entry: 0, law, site, month, index, position) }
      let first = length > 0 ? max(eldest, month - length) : eldest
      guard first <= youngest else { continue }
      let offset = plan.stocks[index].cell(entry: 0)
      for entry in first...youngest { exit(offset + entry, entry: entry, law, site, month, index, position) }
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
    split(total, entry, month, stock, position)
  }

  /// Divides those who leave a cell over the outlets, by conditional draws in the outlets' order.
  @inline(never)
  private mutating func split(_ total: Count, _ entry: Int, _ month: Int, _ stock: Int, _ position: Int) {
    let outlets = plan.stocks[stock].outlets
    var left = total
    for outlet in outlets.dropLast() {
      let law = risks[stock].splits[position * (outlets.count - 1) + outlet - outlets.lowerBound]
      let some = movement.happeningBetween(to: left, law, site: plan.flows[outlet].site, entry: entry, month: month)
      arriving[outlet] += some
      left -= some
    }
    arriving[outlets.upperBound - 1] += left
  }

  /// Those who left a stock this month enter the next, not exposed in it before next month.
  private mutating func arrive(_ month: Int, _ step: Int) {
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
  }

  // MARK: 3. learners whose programme ends

  private mutating func finish(_ month: Int, _ step: Int) {
    for stock in plan.stocks where stock.length > 0 {
      let entry = month - stock.length
      guard entry >= stock.firstEntry else { continue }
      let cell = stock.cell(entry: entry)
      let people = cells[cell]
      guard people > .zero else { continue }
      cells[cell] = .zero
      let target = plan.stocks[stock.qualifiesInto]
      cells[target.cell(entry: month)] += people
      add(people, to: stock.finishedSeries, step)
      add(people, to: target.qualifiersSeries, step)
    }
  }

  // MARK: 4. starts

  private mutating func start(_ start: Plan.Start, _ month: Int, _ step: Int) throws(RunFault) {
    let places = movement.people(try countable(values[start.places]))
    let fill = movement.law(values[start.fill])
    let stated = start.parts.reduce(0) { $0 + ($1.share >= 0 ? values[$1.share] : 0) }
    let shares = start.parts.map { $0.share >= 0 ? values[$0.share] : max(0, 1 - stated) }
    for (part, some) in zip(start.parts, movement.divided(places, by: shares)) where some > .zero {
      let starters = movement.happening(to: some, fill, site: part.site, entry: month, month: month)
      cells[plan.stocks[part.stock].cell(entry: month)] += starters
      add(starters, to: part.series, step)
    }
  }

  private mutating func recruit(_ recruitment: Plan.Recruitment, _ month: Int, _ step: Int) throws(RunFault) {
    let level = try countable(recruitment.level.value(in: month, values))
    let monthly = recruitment.isYearly ? level / 12 : level
    let people: Count
    if recruitment.isPoisson {
      people = movement.poisson(monthly, site: recruitment.site, month: month)
    } else {
      let totals = recruitment.level.totals(around: month, values)
      let year = recruitment.isYearly ? 12.0 : 1
      people = movement.planned(from: totals.before / year, upTo: totals.after / year)
    }
    guard people > .zero else { return }
    cells[plan.stocks[recruitment.stock].cell(entry: month - recruitment.atService)] += people
    add(people, to: recruitment.series, step)
  }

  // MARK: 5. the closing count

  @inline(__always)
  private mutating func add(_ people: Count, to series: Int, _ step: Int) {
    frame[step * plan.seriesCount + series] += people
  }

  private mutating func report(_ step: Int) {
    let month = plan.start + step
    for stock in plan.stocks {
      for position in stock.reportBounds.indices {
        let isLast = position == stock.reportBounds.count - 1
        // Service at the close is month − entry.
        let youngest = month - stock.reportBounds[position]
        let eldest = isLast ? stock.firstEntry : max(stock.firstEntry, month - stock.reportBounds[position + 1] + 1)
        var sum = Count.zero
        if isLast, stock.hasOpenCell { sum += cells[stock.firstCell] }
        if eldest <= youngest {
          for cell in stock.cell(entry: eldest)...stock.cell(entry: youngest) { sum += cells[cell] }
        }
        frame[step * plan.seriesCount + stock.headsSeries + position] = sum
      }
    }
  }
}
