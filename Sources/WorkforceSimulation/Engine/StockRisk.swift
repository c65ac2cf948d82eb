import WorkforceModel

/// The probabilities of a month for the people of a stock, by class of service.
struct StockRisk<Number: FutureNumber> {
  /// By class of service: the probability of any exit.
  private(set) var totals: [Number] = []
  /// By class, and within a class by outlet but the last: the probability of it, given an exit by it or a later one.
  private(set) var splits: [Number] = []
  private var hazards: [Number] = []
  private var weights: [Number] = []

  /// - Parameter entry: the month of entry, for a stock whose hazards differ by it
  mutating func fill(plan: Plan, stock: Int, entry: Int, month: Int, values: Room<Number>) throws(LevelAboveOne) {
    totals.removeAll(keepingCapacity: true)
    splits.removeAll(keepingCapacity: true)
    let outlets = plan.stocks[stock].outlets
    for position in plan.stocks[stock].hazardBounds.indices {
      hazards.removeAll(keepingCapacity: true)
      var sum = Number.nought
      for rule in plan.stocks[stock].rules.indices {
        let hazard = try hazard(plan, stock, rule, position, entry: entry, month: month, values)
        hazards.append(hazard)
        sum = sum + hazard
      }
      totals.append(sum.mapped { MonthlyHazard.probability($0) })
      guard outlets.count > 1 else { continue }
      divideCertain()
      weigh(outlets, plan: plan, entry: entry, values: values)
      // Sums from the last outlet back: a difference would lose small weights behind large ones.
      var rest = Number.nought
      let first = splits.count
      for outlet in weights.indices.reversed() {
        rest = rest + weights[outlet]
        if outlet < outlets.count - 1 { splits.append(Number.share(weights[outlet], of: rest)) }
      }
      splits[first...].reverse()
    }
  }

  private func hazard(
    _ plan: Plan, _ stock: Int, _ index: Int, _ position: Int, entry: Int, month: Int, _ values: Room<Number>
  ) throws(LevelAboveOne) -> Number {
    guard plan.stocks[stock].rules[index].acts(in: month) else { return .nought }
    let level = plan.stocks[stock].rules[index].level(position, entry: entry, month: month, values)
    let measure = plan.stocks[stock].rules[index].measure
    if measure.isBounded, let future = level.first(where: { $0 > 1 }) {
      throw LevelAboveOne(level: level[future], future: future)
    }
    let months = plan.stocks[stock].rules[index].months.count
    let span = plan.stocks[stock].rules[index].span
    return level.mapped { MonthlyHazard.hazard($0, measure, span: span, parts: months == 0 ? 12 : months) }
  }

  /// Where a hazard is certain (infinite) nothing else can happen; where several are, they share alike.
  private mutating func divideCertain() {
    for future in 0..<Number.futures where hazards.contains(where: { $0[future] == .infinity }) {
      for rule in hazards.indices { hazards[rule][future] = hazards[rule][future] == .infinity ? 1 : 0 }
    }
  }

  /// The outlets' parts of an exit: in proportion to the hazards.
  private mutating func weigh(_ outlets: Range<Int>, plan: Plan, entry: Int, values: Room<Number>) {
    weights.removeAll(keepingCapacity: true)
    for outlet in outlets {
      let rule = plan.flows[outlet].rule
      guard plan.flows[outlet].share == nil else {
        weights.append(hazards[rule] * share(plan, outlet, entry, values))
        continue
      }
      var stated = Number.nought
      for other in outlets where plan.flows[other].rule == rule {
        stated = stated + share(plan, other, entry, values)
      }
      weights.append(hazards[rule] * stated.mapped { max(0, 1 - $0) })
    }
  }

  /// The stated share of an outlet in its rule; 0 for the rest.
  private func share(_ plan: Plan, _ outlet: Int, _ entry: Int, _ values: Room<Number>) -> Number {
    plan.flows[outlet].share.map { values[$0.index(entry: entry)] } ?? .nought
  }
}

/// A level that should be a probability came to more than 1, in one of the futures side by side.
struct LevelAboveOne: Error {
  var level: Double
  var future: Int
}
