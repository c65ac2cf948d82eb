/// Exact means and variances of stocks and flows, from the histories of independent people (model, section 8).
///
/// Each group contributes n S (1 − S), λ S or N f S (1 − f S), where S is the probability that one person of it counts.
public struct GroupOracle: Sendable {
  /// The model that was solved.
  public let model: OracleModel
  private let histories: [PersonHistory]
  private let stockIndex: [String: Int]
  private let events: [OracleEvent]
  /// Indices of the groups whose people can be in each stock, and of those to whom each event can happen: most groups
  /// have nothing to do with most questions.
  private let groupsInStock: [[Int]]
  private let groupsWithEvent: [[Int]]

  /// Solves a model with fixed parameters.
  public init(_ model: OracleModel) {
    precondition(model.pathways.allSatisfy(\.isPlain), "extension and waiting are for the recurrence")
    self.model = model
    var table = TransitionTable(model)
    let histories = model.groups.map { PersonHistory($0, months: model.months, table: &table) }
    stockIndex = Dictionary(uniqueKeysWithValues: model.stockKeys.enumerated().map { ($1, $0) })
    events = table.events
    groupsInStock = (0..<table.stockCount).map { stock in histories.indices.filter { histories[$0].everIn[stock] } }
    groupsWithEvent = table.events.indices.map { event in
      histories.indices.filter { histories[$0].everHappens[event] }
    }
    self.histories = histories
  }

  /// People in a grade or on a pathway at the close of `month` (0 is the opening position); with `service`, only those
  /// whose months of service, or of programme done, are in the range.
  public func stock(_ key: String, month: Int, service: Range<Int>? = nil) -> Moments {
    stocks([key], month: month, service: service)
  }

  /// People in any of several stocks at the close of one month: no one is in two.
  public func stocks(_ keys: [String], month: Int, service: Range<Int>? = nil) -> Moments {
    precondition((0...model.months).contains(month), "month \(month) is outside the run")
    precondition(Set(keys).count == keys.count, "a stock is named twice")
    let wanted = keys.map { key in
      guard let index = stockIndex[key] else { preconditionFailure("unknown stock \(key)") }
      return index
    }
    return total(over: Self.union(wanted.map { groupsInStock[$0] })) {
      $0.presence(inStocks: wanted, ages: service, month: month)
    }
  }

  /// A flow in one month.
  public func flow(_ flow: OracleFlow, month: Int) -> Moments {
    self.flow(flow, months: month...month)
  }

  /// A flow over some months, such as 49...60 for the twelve that end with month 60.
  ///
  /// Where a person can be counted more than once, the square of the number of times is followed too.
  public func flow(_ flow: OracleFlow, months: ClosedRange<Int>) -> Moments {
    precondition(months.lowerBound >= 1 && months.upperBound <= model.months, "months outside the run")
    let wanted = events.indices.filter { flow.includes(events[$0]) }
    guard months.count == 1 || Self.happensOnce(wanted.map { events[$0] }) else {
      return moments(of: .flow(flow, months: months))
    }
    return total(over: Self.union(wanted.map { groupsWithEvent[$0] })) { history in
      months.reduce(0) { $0 + history.probability(ofEvents: wanted, month: $1) }
    }
  }

  /// Any weighted sum of stocks and flows, people counting as often as they occur in it.
  public func moments(of measure: OracleMeasure) -> Moments {
    var walk = MeasureWalk(measure, model: model)
    return model.groups.reduce(.zero) { $0 + walk.moments(of: $1) }
  }

  /// Covariance of two measures, in people²: a quarter of Var(a + b) − Var(a − b).
  public func covariance(_ left: OracleMeasure, _ right: OracleMeasure) -> Double {
    (moments(of: left + right).variance - moments(of: left - right).variance) / 4
  }

  private func total(over groups: [Int], _ probability: (PersonHistory) -> Double) -> Moments {
    var sum = Moments.zero
    for group in groups {
      let share = probability(histories[group])
      if share > 0 { sum += model.groups[group].size.moments(first: share, second: share) }
    }
    return sum
  }

  /// Groups that are in any of the lists, ascending, so that sums are taken in one order.
  private static func union(_ lists: [[Int]]) -> [Int] {
    lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }

  /// Whether at most one of the events happens in a career, and it once. Moves may be repeated; nobody enters, finishes
  /// or withdraws twice, as no one goes back to a pathway; and one leaves the service once.
  private static func happensOnce(_ events: [OracleEvent]) -> Bool {
    if events.allSatisfy(\.isDeparture) { return true }
    let kinds = Set(events.map(\.kind))
    return kinds.count == 1 && !kinds.contains(.moved)
  }
}
