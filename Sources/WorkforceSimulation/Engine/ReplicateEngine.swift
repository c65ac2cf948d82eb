/// Simulated futures side by side, month by month (docs/order-of-events.md). What happens when is the same in all of them;
/// how much is each one's own.
struct ReplicateEngine<Kind: Movement> {
  typealias Count = Kind.Count
  typealias Number = Count.Number

  let plan: Plan
  var movement: Kind
  /// By future.
  let replicates: [Int]
  /// Where it all happens.
  var rooms: EngineRoom<Count>.Rooms
  let shape: PlanShape
  let rules: RuleShape
  let cells: Room<Count>
  /// By parameter.
  let values: Room<Number>
  /// People on their way after a move of a number of them: the cell entered, and how many.
  var moving: [(cell: Int, people: Count)] = []
  /// Those last worked out.
  var risk = StockRisk<Number>()
  /// For stocks whose hazards differ by entry month, by it: the class of service whose laws are set, or −1.
  var entryClasses: [[Int]]
  /// Late starters by the step in which they start.
  var lateStarters: [[LateStart]]
  /// Negative where a number was: where people were more than can be counted.
  var signs = Count.nobody
  /// Whether to record who goes where.
  let isRecording: Bool
  var record: [MovementRecord<Count>] = []

  struct LateStart {
    var start: Int
    var part: Int
    var late: Int
    var people: Count
  }

  /// - Parameters:
  ///   - replicates: by future
  ///   - room: for the plan, with the values of the replicates' parameters; used by one after another, and outliving this
  init(plan: Plan, movement: Kind, replicates: [Int], room: EngineRoom<Count>, isRecording: Bool = false) {
    self.plan = plan
    self.movement = movement
    self.replicates = replicates
    self.isRecording = isRecording
    rooms = room.rooms
    shape = rooms.shape
    rules = rooms.rules
    cells = rooms.cells
    values = rooms.values
    rooms.clear()
    entryClasses = plan.stocks.map { $0.isByEntry ? [Int](repeating: -1, count: $0.cells(plan)) : [] }
    lateStarters = [[LateStart]](repeating: [], count: plan.months + 1)
  }

  /// - Parameter isStopped: asked in every month; a true answer ends the run
  mutating func run(isStopped: () -> Bool = { false }) throws(RunFault) {
    try open()
    report(0)
    try checkSigns()
    var nextStart = plan.starts.startIndex
    for step in 1...plan.months {
      if isStopped() { throw .cancelled(done: 0) }
      let month = plan.start + step
      for stock in 0..<shape.stocks.count where shape.changes[step * shape.stocks.count + stock] {
        try refreshRisk(stock, month)
      }
      try exits(month)
      for move in plan.numberMoves.indices where plan.numberMoves[move].number.acts(in: month) {
        try self.move(plan.numberMoves[move], month, step)
      }
      arrive(month, step)
      for index in 0..<shape.stages.count { finish(index, month, step) }
      settle()
      while nextStart < plan.starts.endIndex, plan.starts[nextStart].month == month {
        try start(nextStart, month, step)
        nextStart += 1
      }
      for late in lateStarters[step] { try begin(late.people, late.start, late.part, late.late, month, step) }
      for index in 0..<rules.recruitments.count { try recruit(index, month, step) }
      settle()
      report(step)
      try checkSigns()
      try order(month, step)
      if isRecording { record.append(.closed(step: step)) }
    }
  }

  /// A number of people, if it is one that can be counted.
  func countable(_ number: Number) throws(RunFault) -> Number {
    if let future = number.first(where: { !($0 >= 0 && $0 <= 1e8) }) {
      throw .tooManyPeople(replicate: replicates[future])
    }
    return number
  }

  /// Numbers of people that went beyond what can be counted are negative: two numbers that can be counted have no sum that
  /// comes round to a positive one.
  func checkSigns() throws(RunFault) {
    if let future = signs.firstNegative { throw .tooManyPeople(replicate: replicates[future]) }
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
    let sum = rooms.frame[step * plan.seriesCount + series] + people
    signs = Count.signs(signs, sum)
    rooms.frame[step * plan.seriesCount + series] = sum
  }

  /// Everybody in a range of cells.
  @inline(__always)
  func people(_ range: Range<Int>) -> Count {
    let first = cells.pointer(range)
    var sum = Count.nobody
    for place in 0..<range.count { sum += first[place] }
    return sum
  }

  private mutating func report(_ step: Int) {
    let month = plan.start + step
    for index in 0..<shape.stocks.count {
      let stock = shape.stocks[index]
      // Nobody stays in a stage beyond its end.
      let eldestOfAll = stock.latest == Int.max ? stock.firstEntry : max(stock.firstEntry, month - stock.latest)
      var all = Count.nobody
      for position in stock.reports.range {
        let isLast = position == stock.reports.upper - 1
        // Service at the close is month − entry.
        let youngest = month - max(shape.bounds[position], stock.earliest)
        let eldest = isLast ? eldestOfAll : max(eldestOfAll, month - shape.bounds[position + 1] + 1)
        var sum = Count.nobody
        if isLast, stock.hasOpenCell { sum += cells[stock.firstCell] }
        if eldest <= youngest {
          let own = cells.pointer(stock.origin + eldest..<stock.origin + youngest + 1)
          for place in 0..<youngest - eldest + 1 {
            sum += own[place]
            signs = Count.signs(signs, Count.signs(own[place], sum))
          }
        }
        add(sum, to: stock.headsSeries + position - stock.reports.lower, step)
        all += sum
        signs = Count.signs(signs, all)
      }
      rooms.held[index] = all
    }
  }
}

extension Plan.Stock {
  /// How many cells there are beside the open one.
  func cells(_ plan: Plan) -> Int { plan.start + plan.months - firstEntry + 1 }
}
