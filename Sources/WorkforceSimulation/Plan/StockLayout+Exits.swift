import OrderedCollections
import WorkforceModel

/// Competing risks and where they lead.
extension StockLayout {
  mutating func addGradeRules(_ stock: Int, _ key: String, _ grade: Grade) {
    // Leaving first, then destinations in ascending order of their keys.
    let moves = scenario.moves.filter { $0.value.from.value == key && $0.value.rate != nil }.sorted {
      $0.value.to.value == $1.value.to.value
        ? String.byScalars($0.key, $1.key) : String.byScalars($0.value.to.value, $1.value.to.value)
    }
    let profiles = [grade.leaving.rate.value] + moves.compactMap { $0.value.rate?.value }
    let bounds = Set([0] + profiles.flatMap(\.boundaries)).sorted()
    built.stocks[stock].hazardBounds = bounds
    var leaving = leavingRule(key, grade, bounds: bounds)
    if let origin = grade.leaving.byOrigin?.value[built.names[stock]]?.value {
      let path = "grades.\(key).leaving.by-origin.\(built.names[stock])"
      leaving.multipliers.append(compiler.parameter(origin, path: path, drawPath: path))
    }
    built.stocks[stock].rules = [leaving]
    for move in moves {
      guard let rate = move.value.rate?.value else { continue }
      let base = "moves.\(move.key)"
      built.stocks[stock].rules.append(
        Plan.Rule(
          levels: compiler.levels(rate, path: "\(base).rate", bounds: bounds),
          measure: rate.rows[0].points[0].entry.value.measure,
          variation: compiler.variation(move.value.yearlyVariation, move.value.persistence, base: base),
          months: move.value.in?.value.months ?? []))
    }
    let flows = built.legend[built.stocks[stock].subject].flowSeries
    addFlow(from: stock, to: nil, key: "leave", rule: 0, loss: flows + Legend.GradeFlow.leavers.rawValue, gain: -1)
    for (position, move) in moves.enumerated() {
      let target = compiler.stock(move.value.to.value)
      addFlow(
        from: stock, to: built.counterpart(of: stock, in: target), key: "move:\(move.value.to.value):\(move.key)",
        rule: position + 1, atService: move.value.atService.value.months,
        loss: flows + Legend.GradeFlow.movesOut.rawValue,
        gain: built.legend[target].flowSeries + Legend.GradeFlow.movesIn.rawValue)
    }
  }

  private mutating func leavingRule(_ key: String, _ grade: Grade, bounds: [Int]) -> Plan.Rule {
    let leaving = grade.leaving
    let base = "grades.\(key).leaving"
    var rule = Plan.Rule(
      levels: compiler.levels(leaving.rate.value, path: "\(base).rate", bounds: bounds),
      measure: leaving.rate.value.rows[0].points[0].entry.value.measure,
      variation: compiler.variation(leaving.yearlyVariation, leaving.persistence, base: base),
      months: leaving.in?.value.months ?? [])
    if let own = leaving.multiplier?.value {
      let path = "\(base).multiplier"
      rule.multipliers.append(compiler.parameter(own, path: path, drawPath: path))
    }
    return rule
  }

  /// Learners withdraw; those who take longer do so at the hazard of the last month.
  mutating func addPathwayRule(_ stock: Int, _ key: String, _ pathway: Pathway) {
    let path = "pathways.\(key).attrition"
    let attrition = pathway.attrition.value
    let length = pathway.months.value.months
    let isLonger = !built.names[stock].isEmpty
    let bounds = isLonger ? [length - 1] : [0] + attrition.boundaries
    let own = ownLevels(attrition, path: path, bounds: bounds, stock: stock)
    built.stocks[stock].hazardBounds = isLonger ? [0] : bounds
    built.stocks[stock].rules = [
      Plan.Rule(
        levels: own.first ?? compiler.levels(attrition, path: path, bounds: bounds), ownLevels: own,
        firstEntry: built.stocks[stock].firstEntry, measure: attrition.rows[0].points[0].entry.value.measure,
        span: length)
    ]
    let flows = built.legend[built.stocks[stock].subject].flowSeries
    // Leaving first; the parts are in ascending order of their keys already.
    let withdrawn = pathway.withdrawn.value
    let shares = entryShares(withdrawn, path: "pathways.\(key).withdrawn", stock: stock)
    let parts = Array(zip(withdrawn.parts.map(\.key), shares))
    for (destination, share) in parts.filter({ $0.0 == "leave" }) + parts.filter({ $0.0 != "leave" }) {
      let target = destination == "leave" ? nil : compiler.stock(destination)
      let kind: Legend.PathwayFlow = target == nil ? .left : .reverted
      let gain = target.map { built.legend[$0].flowSeries + Legend.GradeFlow.reverted.rawValue } ?? -1
      addFlow(
        from: stock, to: target, key: destination, rule: 0, share: share, loss: flows + kind.rawValue, gain: gain)
    }
    built.stocks[stock].isByEntry = !own.isEmpty || shares.contains { $0?.own.isEmpty == false }
  }

  /// Those awaiting leave at the employing grade's rate, with their months since the start of the programme as service.
  mutating func addAwaitingRule(_ stock: Int, _ key: String, _ pathway: Pathway) {
    let employer = pathway.employedAs.value
    guard let grade = scenario.grades[employer] else { return }
    let bounds = [0] + grade.leaving.rate.value.boundaries
    built.stocks[stock].hazardBounds = bounds
    built.stocks[stock].rules = [leavingRule(employer, grade, bounds: bounds)]
    let left = built.legend[built.stocks[stock].subject].flowSeries + Legend.PathwayFlow.leftAwaiting.rawValue
    addFlow(from: stock, to: nil, key: "leave", rule: 0, loss: left, gain: -1)
  }

  private mutating func addFlow(
    from: Int, to: Int?, key: String, rule: Int, share: Plan.EntryValue? = nil, atService: Int = 0, loss: Int,
    gain: Int
  ) {
    let source = built.legend[built.stocks[from].subject].key
    let name = built.names[from].isEmpty ? key : "\(built.names[from]) \(key)"
    // The flows of a stock are added one after another.
    let first = built.stocks[from].outlets.isEmpty ? built.flows.count : built.stocks[from].outlets.lowerBound
    built.stocks[from].outlets = first..<built.flows.count + 1
    built.flows.append(
      Plan.Flow(
        from: from, to: to ?? -1, atService: atService, rule: rule, share: share,
        site: compiler.sites.site("outlet", source, name), lossSeries: loss, gainSeries: gain))
  }
}
