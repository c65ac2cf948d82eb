/// Where one person of a group is at each month end, and what happens to them in each month, as probabilities.
struct PersonHistory {
  /// A place at a month end, with the probability of being there.
  struct Cell {
    var stock: Int
    var age: Int
    var probability: Double
  }

  /// Month index of the first entry of `cells` and `events`.
  let firstMonth: Int
  /// Places at the close of each month from `firstMonth` on; their probabilities sum to that of being in the service.
  private(set) var cells: [[Cell]] = []
  /// Probability of each event in each month from `firstMonth` on, by index of the event.
  private(set) var events: [[Double]] = []

  /// Probability of being in each stock at the close of each month from `firstMonth` on, by index of the stock.
  private(set) var occupancy: [[Double]] = []
  /// Whether the person can ever be in each stock, and whether each event can ever happen to them.
  private(set) var everIn: [Bool]
  private(set) var everHappens: [Bool]

  /// Follows one person of `group` to the last month of the model.
  init(_ group: OracleGroup, months: Int, table: inout TransitionTable) {
    firstMonth = group.firstMonth
    everIn = [Bool](repeating: false, count: table.stockCount)
    everHappens = [Bool](repeating: false, count: table.events.count)
    guard firstMonth <= months else { return }
    let stock = table.index(ofStock: group.stock)
    var current = [Cell(stock: stock, age: group.age, probability: 1)]
    var happened = [Double](repeating: 0, count: table.events.count)
    // The opening position is a stock; only those who come later are a flow.
    if !group.isOpening {
      happened[table.entry(into: stock)] = 1
      everHappens[table.entry(into: stock)] = true
    }
    record(current, happened)
    for month in firstMonth..<months {
      var survivors: [Cell] = []
      var arrivals: [Cell] = []
      happened = [Double](repeating: 0, count: table.events.count)
      for cell in current {
        for step in table.steps(stock: cell.stock, age: cell.age, month: month + 1) where step.probability > 0 {
          let probability = cell.probability * step.probability
          if step.event >= 0 {
            happened[step.event] += probability
            everHappens[step.event] = true
          }
          if step.stock < 0 { continue }
          let next = Cell(stock: step.stock, age: step.age, probability: probability)
          if step.event < 0 { survivors.append(next) } else { Self.merge(next, into: &arrivals) }
        }
      }
      current = survivors + arrivals
      record(current, happened)
    }
  }

  private mutating func record(_ current: [Cell], _ happened: [Double]) {
    var present = [Double](repeating: 0, count: everIn.count)
    for cell in current {
      present[cell.stock] += cell.probability
      everIn[cell.stock] = true
    }
    cells.append(current)
    events.append(happened)
    occupancy.append(present)
  }

  /// Adds a cell to those of the same month: without this the number of cells would grow with every return.
  private static func merge(_ cell: Cell, into arrivals: inout [Cell]) {
    for index in arrivals.indices where arrivals[index].stock == cell.stock && arrivals[index].age == cell.age {
      arrivals[index].probability += cell.probability
      return
    }
    arrivals.append(cell)
  }

  /// Probability of being in one of the stocks at the close of `month`, with an age in the range where one is given.
  func presence(inStocks stocks: [Int], ages: Range<Int>?, month: Int) -> Double {
    guard month >= firstMonth, month - firstMonth < cells.count else { return 0 }
    var sum = 0.0
    guard let ages else {
      for stock in stocks { sum += occupancy[month - firstMonth][stock] }
      return sum
    }
    for cell in cells[month - firstMonth] where ages.contains(cell.age) && stocks.contains(cell.stock) {
      sum += cell.probability
    }
    return sum
  }

  /// Probability that one of the events happens in `month`; no two of them can.
  func probability(ofEvents wanted: [Int], month: Int) -> Double {
    guard month >= firstMonth, month - firstMonth < events.count else { return 0 }
    var sum = 0.0
    for event in wanted { sum += events[month - firstMonth][event] }
    return sum
  }
}
