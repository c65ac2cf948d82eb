import OrderedCollections
import WorkforceModel

/// What people and learners cost.
extension PlanCompiler {
  /// The prices of a grade; nil where it has no pay.
  mutating func price(of key: String, _ grade: Grade) -> Legend.Price? {
    guard let pay = grade.pay?.value else { return nil }
    return Legend.Price(
      pay: level(pay, row: 0, path: "grades.\(key).pay"), onCosts: onCosts(of: key, grade), uplift: uplift())
  }

  /// The prices of a pathway: pay as the grade that its learners are employed in, and what a start and a month cost; nil
  /// where none of these is given.
  mutating func price(of key: String, _ pathway: Pathway) -> Legend.Price? {
    let employer = pathway.employedAs.value
    guard let grade = scenario.grades[employer] else { return nil }
    guard grade.pay != nil || pathway.costPerStarter != nil || pathway.costPerLearnerMonth != nil else { return nil }
    func cost(_ entry: Entry<Quantity>?, _ name: String) -> Int? {
      let path = "pathways.\(key).\(name)"
      return entry.map { parameter($0.value, path: path, drawPath: path) }
    }
    let pay = grade.pay.map { level($0.value, row: 0, path: "grades.\(employer).pay") }
    let onCosts = onCosts(of: employer, grade)
    return Legend.Price(
      pay: pay, onCosts: onCosts, perStarter: cost(pathway.costPerStarter, "cost-per-starter"),
      perLearnerMonth: cost(pathway.costPerLearnerMonth, "cost-per-learner-month"), uplift: uplift())
  }

  private mutating func onCosts(of key: String, _ grade: Grade) -> Int {
    if let own = grade.onCosts?.value {
      return parameter(own, path: "grades.\(key).on-costs", drawPath: "grades.\(key).on-costs")
    }
    return parameter(scenario.costs.onCosts.value, path: "costs.on-costs", drawPath: "costs.on-costs")
  }

  private mutating func uplift() -> DatedLevel { level(scenario.costs.uplift.value, row: 0, path: "costs.uplift") }
}
