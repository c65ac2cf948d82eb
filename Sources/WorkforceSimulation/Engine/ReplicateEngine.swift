/// One simulated future, month by month (docs/order-of-events.md).
struct ReplicateEngine<Kind: Movement> {
  typealias Count = Kind.Count

  let plan: Plan
  var movement: Kind
  let values: [Double]
  let replicate: Int
  var cells: [Count]
  /// Base series by month and series; see ``Legend/column(series:month:)``.
  var frame: [Count]
  /// People on their way to another stock in this month, by flow.
  var arriving: [Count]
  /// People on their way after a move of a number of them: the cell entered, and how many.
  var moving: [(cell: Int, people: Count)] = []
  var risks: [StockRisk<Kind>]
  /// The risks by entry month, for stocks where they differ by it; made when first needed.
  var entryRisks: [[StockRisk<Kind>?]]
  /// Late starters by the step in which they start.
  var lateStarters: [[LateStart]]
  /// Orders by the step in which they start, by recruitment.
  var orders: [[Count]]
  /// Orders that have not started yet, by grade.
  var ordered: [Int: Count] = [:]
  /// Whether to record who goes where.
  let isRecording: Bool
  var record: [MovementRecord<Count>] = []

  struct LateStart {
    var start: Int
    var part: Int
    var late: Int
    var people: Count
  }

  init(plan: Plan, movement: Kind, values: [Double], replicate: Int, isRecording: Bool = false) {
    self.plan = plan
    self.movement = movement
    self.values = values
    self.replicate = replicate
    self.isRecording = isRecording
    cells = [Count](repeating: .zero, count: plan.cellCount)
    frame = [Count](repeating: .zero, count: plan.seriesCount * (plan.months + 1))
    arriving = [Count](repeating: .zero, count: plan.flows.count)
    risks = plan.stocks.map { _ in StockRisk() }
    entryRisks = plan.stocks.map { $0.isByEntry ? [StockRisk<Kind>?](repeating: nil, count: $0.cells(plan)) : [] }
    lateStarters = [[LateStart]](repeating: [], count: plan.months + 1)
    orders = [[Count]](
      repeating: [], count: plan.recruitments.contains { $0.filling != nil } ? plan.months + 1 : 0)
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
        if plan.stocks[stock].isByEntry { try exitsByEntry(stock, month) } else { exits(stock, month) }
      }
      for move in plan.numberMoves where move.number.acts(in: month) { try self.move(move, month, step) }
      arrive(month, step)
      for programme in plan.programmes { finish(programme, month, step) }
      settle()
      while nextStart < plan.starts.endIndex, plan.starts[nextStart].month == month {
        try start(nextStart, month, step)
        nextStart += 1
      }
      for late in lateStarters[step] { begin(late.people, late.start, late.part, late.late, month, step) }
      for index in plan.recruitments.indices { try recruit(index, month, step) }
      settle()
      report(step)
      try order(month, step)
      if isRecording { record.append(.closed(step: step)) }
    }
  }

  /// A number of people, if it is one that can be counted.
  func countable(_ number: Double) throws(RunFault) -> Double {
    guard number >= 0, number <= 1e8 else { throw .tooManyPeople(replicate: replicate) }
    return number
  }

  // MARK: who went where

  @inline(__always)
  func outsideTransfer(to cell: Int, _ people: Count, _ month: Int) -> Transfer<Count> {
    Transfer(
      from: Transfer<Count>.outside, to: cell, population: people, people: people, site: 0, entry: 0, month: month)
  }

  @inline(__always)
  mutating func note(_ transfer: Transfer<Count>) {
    if isRecording { record.append(.moved(transfer)) }
  }

  mutating func settle() {
    if isRecording { record.append(.settled) }
  }

  // MARK: the closing count

  @inline(__always)
  mutating func add(_ people: Count, to series: Int, _ step: Int) {
    frame[step * plan.seriesCount + series] += people
  }

  private mutating func report(_ step: Int) {
    let month = plan.start + step
    for stock in plan.stocks {
      for position in stock.reportBounds.indices {
        let isLast = position == stock.reportBounds.count - 1
        // Service at the close is month − entry.
        let youngest = month - max(stock.reportBounds[position], stock.stage?.lowerBound ?? 0)
        // Nobody stays in a stage beyond its end.
        let first = stock.stage.map { max(stock.firstEntry, month - $0.upperBound) } ?? stock.firstEntry
        let eldest = isLast ? first : max(first, month - stock.reportBounds[position + 1] + 1)
        var sum = Count.zero
        if isLast, stock.hasOpenCell { sum += cells[stock.firstCell] }
        if eldest <= youngest {
          for cell in stock.cell(entry: eldest)...stock.cell(entry: youngest) { sum += cells[cell] }
        }
        frame[step * plan.seriesCount + stock.headsSeries + position] += sum
      }
    }
  }
}

extension Plan.Stock {
  /// How many cells there are beside the open one.
  func cells(_ plan: Plan) -> Int { plan.start + plan.months - firstEntry + 1 }
}
