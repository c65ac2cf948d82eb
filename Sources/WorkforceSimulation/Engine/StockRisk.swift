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

  init(plan: Plan, stock index: Int, month: Int, values: [Double], movement: Kind) throws(LevelAboveOne) {
    let stock = plan.stocks[index]
    for position in stock.hazardBounds.indices {
      var hazards: [Double] = []
      for rule in stock.rules {
        var level = rule.levels[position].value(in: month, values)
        if rule.multiplier >= 0 { level *= values[rule.multiplier] }
        if rule.measure.isBounded, level > 1 { throw LevelAboveOne(level: level) }
        hazards.append(MonthlyHazard.hazard(level, rule.measure, span: rule.span))
      }
      let sum = hazards.reduce(0, +)
      let weights = StockRisk.weights(of: stock.outlets, plan: plan, hazards: hazards, values: values)
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
  private static func weights(of outlets: Range<Int>, plan: Plan, hazards: [Double], values: [Double]) -> [Double] {
    let hasCertain = hazards.contains(.infinity)
    func hazard(_ rule: Int) -> Double {
      guard hasCertain else { return hazards[rule] }
      return hazards[rule] == .infinity ? 1 : 0
    }
    return outlets.map { outlet in
      let flow = plan.flows[outlet]
      if flow.share >= 0 { return hazard(flow.rule) * values[flow.share] }
      let stated = outlets.reduce(0) { sum, other in
        let share = plan.flows[other].share
        return sum + (plan.flows[other].rule == flow.rule && share >= 0 ? values[share] : 0)
      }
      return hazard(flow.rule) * max(0, 1 - stated)
    }
  }
}

/// A level that should be a probability came to more than 1.
struct LevelAboveOne: Error {
  var level: Double
}
