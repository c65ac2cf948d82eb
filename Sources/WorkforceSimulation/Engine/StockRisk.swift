import WorkforceModel

/// The probabilities of a month for the people of a stock, by class of service.
struct StockRisk {
  /// By class of service: the probability of any exit.
  private(set) var totals: [Double] = []
  /// By class, and within a class by outlet but the last: the probability of it, given an exit by it or a later one.
  private(set) var splits: [Double] = []
  private var hazards: [Double] = []
  private var weights: [Double] = []

  /// - Parameter entry: the month of entry, for a stock whose hazards differ by it
  mutating func fill(plan: Plan, stock: Int, entry: Int, month: Int, values: [Double]) throws(LevelAboveOne) {
    totals.removeAll(keepingCapacity: true)
    splits.removeAll(keepingCapacity: true)
    let outlets = plan.stocks[stock].outlets
    for position in plan.stocks[stock].hazardBounds.indices {
      hazards.removeAll(keepingCapacity: true)
      var sum = 0.0
      for rule in plan.stocks[stock].rules.indices {
        let hazard = try hazard(plan, stock, rule, position, entry: entry, month: month, values)
        hazards.append(hazard)
        sum += hazard
      }
      totals.append(MonthlyHazard.probability(sum))
      guard outlets.count > 1 else { continue }
      weigh(outlets, plan: plan, entry: entry, values: values)
      // Sums from the last outlet back: a difference would lose small weights behind large ones.
      var rest = 0.0
      let first = splits.count
      for outlet in weights.indices.reversed() {
        rest += weights[outlet]
        if outlet < outlets.count - 1 { splits.append(rest > 0 ? weights[outlet] / rest : 0) }
      }
      splits[first...].reverse()
    }
  }

  private func hazard(
    _ plan: Plan, _ stock: Int, _ index: Int, _ position: Int, entry: Int, month: Int, _ values: [Double]
  ) throws(LevelAboveOne) -> Double {
    let rule = plan.stocks[stock].rules[index]
    guard rule.acts(in: month) else { return 0 }
    let level = rule.level(position, entry: entry, month: month, values)
    if rule.measure.isBounded, level > 1 { throw LevelAboveOne(level: level) }
    let parts = rule.months.isEmpty ? 12 : rule.months.count
    return MonthlyHazard.hazard(level, rule.measure, span: rule.span, parts: parts)
  }

  /// The outlets' parts of an exit: in proportion to the hazards. Where one is certain (an infinite hazard) nothing else
  /// can happen; where several are, they share alike.
  private mutating func weigh(_ outlets: Range<Int>, plan: Plan, entry: Int, values: [Double]) {
    weights.removeAll(keepingCapacity: true)
    let hasCertain = hazards.contains(.infinity)
    for outlet in outlets {
      let rule = plan.flows[outlet].rule
      let hazard = hasCertain ? (hazards[rule] == .infinity ? 1 : 0) : hazards[rule]
      guard plan.flows[outlet].share == nil else {
        weights.append(hazard * share(plan, outlet, entry, values))
        continue
      }
      var stated = 0.0
      for other in outlets where plan.flows[other].rule == rule { stated += share(plan, other, entry, values) }
      weights.append(hazard * max(0, 1 - stated))
    }
  }

  /// The stated share of an outlet in its rule; 0 for the rest.
  private func share(_ plan: Plan, _ outlet: Int, _ entry: Int, _ values: [Double]) -> Double {
    plan.flows[outlet].share.map { values[$0.index(entry: entry)] } ?? 0
  }
}

/// A level that should be a probability came to more than 1.
struct LevelAboveOne: Error {
  var level: Double
}
