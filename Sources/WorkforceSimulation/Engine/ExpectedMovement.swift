/// No chance: real-numbered people move by expectations, through the same steps.
struct ExpectedMovement: Movement {
  typealias Count = Double

  private var laws: [Double]

  init(plan: Plan) {
    laws = [Double](repeating: 0, count: plan.lawCount)
  }

  func happening(to count: Double, _ probability: Double, site: UInt64, entry: Int, month: Int) -> Double {
    count * probability
  }

  mutating func setLaw(_ index: Int, probability: Double) { laws[index] = probability }

  mutating func exits(
    _ cells: Room<Double>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<Double>
  ) {
    list.removeAll()
    for index in runs.indices {
      let run = runs[index]
      let probability = laws[run.law]
      for cell in run.cells where cells[cell] > 0 {
        let people = cells[cell]
        let total = people * probability
        guard total > 0 else { continue }
        cells[cell] = people - total
        list.append(cell: cell, future: 0, total: total)
      }
      list.endRun()
    }
  }

  func split(_ list: ExitList<Double>, _ task: SplitTask, month: Int) -> Double {
    var sum = 0.0
    for exit in task.exits.range {
      let some = list.left[exit] * laws[task.law]
      list.some[exit] = some
      list.left[exit] -= some
      sum += some
    }
    return sum
  }

  func compact(_ list: ExitList<Double>, _ exits: Range<Int>) -> Int { list.compact(exits) }

  func left(_ list: ExitList<Double>, _ exits: Range<Int>) -> Double {
    var sum = 0.0
    for exit in exits { sum += list.left[exit] }
    return sum
  }

  func take(
    from cells: Room<Double>, _ run: CellRun, _ pool: inout Pool<Double>, month: Int,
    into list: inout TakenList<Double>
  ) {
    list.removeAll()
    for cell in run.cells where !pool.wanted.isNone {
      let there = cells[cell]
      guard !there.isNone else { continue }
      // Everybody, where everybody is wanted: a quotient could round above them.
      let some = pool.wanted >= pool.people ? there : min(there, pool.wanted * there / pool.people)
      pool.people -= there
      guard !some.isNone else { continue }
      pool.wanted -= some
      cells[cell] = there - some
      list.append(cell: cell, some)
    }
  }

  func spread(_ total: Double, by weights: [Double], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Double] {
    let sum = weights.reduce(0, +)
    return weights.map { total * $0 / sum }
  }

  func poisson(_ mean: Double, site: UInt64, month: Int) -> Double { mean }

  func planned(from: Double, upTo: Double) -> Double { upTo - from }

  func people(_ number: Double) -> Double { number }

  func needed(_ number: Double) -> Double { max(0, number) }

  func number(_ people: Double) -> Double { people }

  func divided(_ total: Double, by shares: [Double]) -> [Double] { shares.map { total * $0 } }

  func divided(_ total: Double, evenly parts: Int) -> [Double] {
    [Double](repeating: total / Double(parts), count: parts)
  }
}
