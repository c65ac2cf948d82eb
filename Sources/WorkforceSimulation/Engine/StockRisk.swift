import WorkforceModel

/// The probabilities of a month for the people of a stock, by class of service.
struct StockRisk<Kind: Movement> {
  /// By class of service: the probability of any exit, and whether there can be one.
  private(set) var totals: [Kind.Law] = []
  private(set) var isPossible: [Bool] = []
  /// By class, and within a class by outlet but the last: the probability of it, given an exit by it or a later one.
  private(set) var splits: [Kind.Law] = []

  /// Nobody exits.
  init() {}

  /// - Parameter entry: the month of entry, for a stock whose hazards differ by it
  init(
    plan: Plan, stock index: Int, entry: Int, month: Int, values: [Double], movement: Kind
  ) throws(LevelAboveOne) {
    let stock = plan.stocks[index]
    for position in stock.hazardBounds.indices {
      var hazards: [Double] = []
      for rule in stock.rules {
        guard rule.acts(in: month) else {
          hazards.append(0)
          continue
        }
        let level = rule.level(position, entry: entry, month: month, values)
        if rule.measure.isBounded, level > 1 { throw LevelAboveOne(level: level) }
        let parts = rule.months.isEmpty ? 12 : rule.months.count
        hazards.append(MonthlyHazard.hazard(level, rule.measure, span: rule.span, parts: parts))
      }
      let sum = hazards.reduce(0, +)
      let weights = StockRisk.weights(of: stock.outlets, plan: plan, entry: entry, hazards: hazards, values: values)
      // Sums from the last outlet back: a difference would lose small weights behind large ones.
      var rests = weights
      for outlet in weights.indices.dropLast().reversed() { rests[outlet] += rests[outlet + 1] }
      for (weight, rest) in zip(weights, rests).dropLast() {
        splits.append(movement.law(rest > 0 ? weight / rest : 0))
      }
      totals.append(movement.law(MonthlyHazard.probability(sum)))
      isPossible.append(sum > 0)
    }
  }

  /// The outlets' parts of an exit: in proportion to the hazards. Where one is certain (an infinite hazard) nothing else
  /// can happen; where several are, they share alike.
  private static func weights(
    of outlets: Range<Int>, plan: Plan, entry: Int, hazards: [Double], values: [Double]
  ) -> [Double] {
    let hasCertain = hazards.contains(.infinity)
    func hazard(_ rule: Int) -> Double {
      guard hasCertain else { return hazards[rule] }
      return hazards[rule] == .infinity ? 1 : 0
    }
    return outlets.map { outlet in
      let flow = plan.flows[outlet]
      if let share = flow.share { return hazard(flow.rule) * values[share.index(entry: entry)] }
      let stated = outlets.reduce(0) { sum, other in
        guard plan.flows[other].rule == flow.rule, let share = plan.flows[other].share else { return sum }
        return sum + values[share.index(entry: entry)]
      }
      return hazard(flow.rule) * max(0, 1 - stated)
    }
  }
}

/// A level that should be a probability came to more than 1.
struct LevelAboveOne: Error {
  var level: Double
}
