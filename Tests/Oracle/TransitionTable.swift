/// What can become of a person in one month, by where they are at its opening. Months are cached, as many groups share
/// them.
struct TransitionTable {
  /// One outcome of one month.
  struct Step {
    var probability: Double
    /// Index of the event in `events`; −1 when nothing happens.
    var event: Int
    /// Index of the stock at the close; −1 out of the service.
    var stock: Int
    /// Age at the close, in months.
    var age: Int
  }

  private let model: OracleModel
  private var cache: [Int: [Step]] = [:]
  private let stockIndex: [String: Int]
  /// Index of each stock's first event of its own; the others follow in the order of `destinations`.
  private var firstEvent: [Int] = []
  /// Indices of the grades that people go to from each stock, but for those who finish.
  private var destinations: [[Int]] = []
  /// Every event that the model can produce: an entry for each stock, then for each what can happen to those in it.
  let events: [OracleEvent]

  init(_ model: OracleModel) {
    self.model = model
    let index = Dictionary(uniqueKeysWithValues: model.stockKeys.enumerated().map { ($1, $0) })
    var events = model.stockKeys.map { OracleEvent(kind: .entered, from: nil, to: $0) }
    for grade in model.grades {
      firstEvent.append(events.count)
      destinations.append(grade.moves.compactMap { index[$0.to] })
      events.append(OracleEvent(kind: .left, from: grade.key, to: nil))
      events += grade.moves.map { OracleEvent(kind: .moved, from: grade.key, to: $0.to) }
    }
    for pathway in model.pathways {
      let back = pathway.withdrawnTo.keys.sorted()
      firstEvent.append(events.count)
      destinations.append(back.compactMap { index[$0] })
      events.append(OracleEvent(kind: .withdrew, from: pathway.key, to: nil))
      events += back.map { OracleEvent(kind: .withdrew, from: pathway.key, to: $0) }
      events.append(OracleEvent(kind: .finished, from: pathway.key, to: pathway.qualifiesAs))
    }
    self.events = events
    stockIndex = index
  }

  /// Number of stocks: grades, then pathways.
  var stockCount: Int { firstEvent.count }

  /// Index of a stock by its key; an unknown key is a mistake of the test.
  func index(ofStock key: String) -> Int {
    guard let index = stockIndex[key] else { preconditionFailure("unknown stock \(key)") }
    return index
  }

  /// Index of the event that a person enters a stock from outside.
  func entry(into stock: Int) -> Int { stock }

  /// Outcomes of `month` for a person who opens it in `stock` at `age`.
  mutating func steps(stock: Int, age: Int, month: Int) -> [Step] {
    let address = (age << 32) | (stock << 16) | month
    if let known = cache[address] { return known }
    let made =
      stock < model.grades.count
      ? gradeSteps(model.grades[stock], stock: stock, age: age, month: month)
      : pathwaySteps(model.pathways[stock - model.grades.count], stock: stock, age: age, month: month)
    cache[address] = made
    return made
  }

  private func gradeSteps(_ grade: OracleGrade, stock: Int, age: Int, month: Int) -> [Step] {
    let split = CompetingRisks.split([grade.leaving(age, month)] + grade.moves.map { $0.probability(age, month) })
    let event = firstEvent[stock]
    var steps = [Step(probability: split[0], event: event, stock: -1, age: 0)]
    var stay = 1 - split[0]
    for (number, move) in grade.moves.enumerated() {
      // Arrivals are not aged: survivors age in step 3, and the service stated is that at the close.
      let probability = split[number + 1]
      let destination = destinations[stock][number]
      steps.append(
        Step(probability: probability, event: event + 1 + number, stock: destination, age: move.atService))
      stay -= probability
    }
    steps.append(Step(probability: stay, event: -1, stock: stock, age: age + 1))
    return steps
  }

  private func pathwaySteps(_ pathway: OraclePathway, stock: Int, age: Int, month: Int) -> [Step] {
    let withdrawal = CompetingRisks.split([pathway.withdrawal(age, month)])[0]
    let event = firstEvent[stock]
    var leave = 1.0
    var steps: [Step] = []
    for (number, part) in pathway.withdrawnTo.sorted(by: { $0.key < $1.key }).enumerated() {
      let destination = destinations[stock][number]
      steps.append(Step(probability: withdrawal * part.value, event: event + 1 + number, stock: destination, age: 0))
      leave -= part.value
    }
    steps.append(Step(probability: withdrawal * max(0, leave), event: event, stock: -1, age: 0))
    if age + 1 == pathway.length {
      let finished = event + 1 + pathway.withdrawnTo.count
      let destination = index(ofStock: pathway.qualifiesAs)
      steps.append(Step(probability: 1 - withdrawal, event: finished, stock: destination, age: 0))
    } else {
      steps.append(Step(probability: 1 - withdrawal, event: -1, stock: stock, age: age + 1))
    }
    return steps
  }
}
