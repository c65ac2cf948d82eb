/// The first two moments, for one person, of a measure in which they may count more than once.
///
/// With X the sum so far and A the place at the month end, it carries P(A), E[X; A] and E[X²; A]. A step of
/// probability s that adds r turns (p, m, q) into s (p, m + r p, q + 2 r m + r² p).
struct MeasureWalk {
  /// A place, with the three sums over the histories that end there.
  private struct Cell {
    var stock: Int
    var age: Int
    var probability: Double
    var first: Double
    var second: Double
  }

  private struct Presence {
    var stock: Int
    var service: Range<Int>?
    var weight: Double
  }

  private let months: Int
  private var table: TransitionTable
  private var presence: [[Presence]]
  private var eventWeights: [[Double]]

  init(_ measure: OracleMeasure, model: OracleModel) {
    months = model.months
    table = TransitionTable(model)
    presence = Array(repeating: [], count: months + 1)
    eventWeights = Array(repeating: Array(repeating: 0, count: table.events.count), count: months + 1)
    for term in measure.stocks {
      precondition((0...months).contains(term.month), "month \(term.month) is outside the run")
      let stock = table.index(ofStock: term.key)
      presence[term.month].append(Presence(stock: stock, service: term.service, weight: term.weight))
    }
    for term in measure.flows {
      precondition((1...months).contains(term.month), "month \(term.month) is outside the run")
      for (index, event) in table.events.enumerated() where term.flow.includes(event) {
        eventWeights[term.month][index] += term.weight
      }
    }
  }

  /// Moments of the measure over everyone in a group.
  mutating func moments(of group: OracleGroup) -> Moments {
    guard group.firstMonth <= months else { return .zero }
    let stock = table.index(ofStock: group.stock)
    var gain = reward(stock: stock, age: group.age, month: group.firstMonth)
    if !group.isOpening { gain += eventWeights[group.firstMonth][table.entry(into: stock)] }
    var current = [Cell(stock: stock, age: group.age, probability: 1, first: gain, second: gain * gain)]
    // What those have counted who are gone: they count no more.
    var first = 0.0
    var second = 0.0
    for month in group.firstMonth..<months {
      var survivors: [Cell] = []
      var arrivals: [Cell] = []
      for cell in current {
        for step in table.steps(stock: cell.stock, age: cell.age, month: month + 1) where step.probability > 0 {
          let next = advance(cell, by: step, month: month + 1)
          if step.stock < 0 {
            first += next.first
            second += next.second
          } else if step.event < 0 {
            survivors.append(next)
          } else {
            Self.merge(next, into: &arrivals)
          }
        }
      }
      current = survivors + arrivals
    }
    for cell in current {
      first += cell.first
      second += cell.second
    }
    return group.size.moments(first: first, second: second)
  }

  private func advance(_ cell: Cell, by step: TransitionTable.Step, month: Int) -> Cell {
    var gain = step.event < 0 ? 0 : eventWeights[month][step.event]
    if step.stock >= 0 { gain += reward(stock: step.stock, age: step.age, month: month) }
    return Cell(
      stock: step.stock,
      age: step.age,
      probability: step.probability * cell.probability,
      first: step.probability * (cell.first + gain * cell.probability),
      second: step.probability * (cell.second + 2 * gain * cell.first + gain * gain * cell.probability))
  }

  private func reward(stock: Int, age: Int, month: Int) -> Double {
    var sum = 0.0
    for term in presence[month] where term.stock == stock && term.service?.contains(age) ?? true { sum += term.weight }
    return sum
  }

  private static func merge(_ cell: Cell, into arrivals: inout [Cell]) {
    for index in arrivals.indices where arrivals[index].stock == cell.stock && arrivals[index].age == cell.age {
      arrivals[index].probability += cell.probability
      arrivals[index].first += cell.first
      arrivals[index].second += cell.second
      return
    }
    arrivals.append(cell)
  }
}
