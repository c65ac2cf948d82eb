import Foundation

/// Expectations only, by moving real-numbered people month by month in the order of the model, section 2.
///
/// It takes the numbers of a model and shares nothing else with the method of groups, so that each can be held to the
/// other.
public struct ExpectedRecurrence: Sendable {
  /// The months 0 (the opening position) to the last, in order.
  public let months: [ExpectedMonth]

  /// Steps through a model.
  public init(_ model: OracleModel) {
    let arrival = model.grades.flatMap(\.moves).map(\.atService).max() ?? 0
    let oldest = max(arrival, model.groups.map(\.age).max() ?? 0) + model.months + 1
    var months = [Self.opening(model, ages: oldest)]
    for month in 1..<(model.months + 1) {
      months.append(Self.step(model, from: months[month - 1].people, month: month, ages: oldest))
    }
    self.months = months
  }

  private static func opening(_ model: OracleModel, ages: Int) -> ExpectedMonth {
    var result = ExpectedMonth()
    for key in model.stockKeys { result.people[key] = [Double](repeating: 0, count: ages) }
    for group in model.groups where group.month <= 0 {
      result.people[group.stock, default: []][group.age] += group.size.expected
    }
    return result
  }

  private static func step(
    _ model: OracleModel, from opening: [String: [Double]], month: Int, ages: Int
  ) -> ExpectedMonth {
    var result = ExpectedMonth()
    for key in model.stockKeys { result.people[key] = [Double](repeating: 0, count: ages) }

    // Steps 1 and 3 for grades: exits by service at the opening; the rest are a month older at the close.
    for grade in model.grades {
      for (service, people) in (opening[grade.key] ?? []).enumerated() where people > 0 {
        let chances = [grade.leaving(service, month)] + grade.moves.map { $0.probability(service, month) }
        let exits = compete(chances)
        result.leavers[grade.key, default: 0] += people * exits[0]
        for (index, move) in grade.moves.enumerated() {
          let moved = people * exits[index + 1]
          result.moves[grade.key, default: [:]][move.to, default: 0] += moved
          result.people[move.to, default: []][move.atService] += moved
        }
        let stay = chances.reduce(1) { $0 * (1 - $1) }
        result.people[grade.key, default: []][service + 1] += people * stay
      }
    }

    // Steps 1 and 3 for pathways: withdrawals by months done; those with none left to do finish.
    for pathway in model.pathways {
      for (done, people) in (opening[pathway.key] ?? []).enumerated() where people > 0 {
        let withdrawn = people * pathway.withdrawal(done, month)
        var leave = withdrawn
        for (grade, share) in pathway.withdrawnTo {
          leave -= withdrawn * share
          result.reverted[pathway.key, default: [:]][grade, default: 0] += withdrawn * share
          result.people[grade, default: []][0] += withdrawn * share
        }
        result.left[pathway.key, default: 0] += leave
        if done == pathway.length - 1 {
          result.finished[pathway.key, default: 0] += people - withdrawn
          result.people[pathway.qualifiesAs, default: []][0] += people - withdrawn
        } else {
          result.people[pathway.key, default: []][done + 1] += people - withdrawn
        }
      }
    }

    // Step 4: starts, which the next month is the first to touch.
    for group in model.groups where group.month == month {
      result.entered[group.stock, default: 0] += group.size.expected
      result.people[group.stock, default: []][group.age] += group.size.expected
    }
    return result
  }

  /// Exits that compete: those who do not stay, divided in proportion to −ln(1 − p).
  private static func compete(_ chances: [Double]) -> [Double] {
    let stay = chances.reduce(1) { $0 * (1 - $1) }
    if stay == 0 { return chances.map { $0 == 1 ? 1 : 0 } }
    if stay == 1 { return chances.map { _ in 0 } }
    return chances.map { (1 - stay) * log(1 - $0) / log(stay) }
  }
}
