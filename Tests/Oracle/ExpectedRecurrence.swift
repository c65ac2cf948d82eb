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
    let longest = model.pathways.map { $0.length + $0.extensionMonths }.max() ?? 0
    let oldest = max(arrival, longest, model.groups.map(\.age).max() ?? 0) + model.months + 1
    var months = [Self.opening(model, ages: oldest)]
    for month in 1..<(model.months + 1) {
      months.append(Self.step(model, from: months[month - 1], month: month, ages: oldest))
    }
    self.months = months
  }

  private static func opening(_ model: OracleModel, ages: Int) -> ExpectedMonth {
    var result = ExpectedMonth()
    for key in model.stockKeys { result.people[key] = [Double](repeating: 0, count: ages) }
    for group in model.groups where group.month <= 0 {
      result.people[group.stock, default: []][group.age] += group.size.expected
    }
    for pathway in model.pathways { result.waiting[pathway.key] = waiting(pathway) }
    return result
  }

  /// Those waiting at the opening, taken to have finished after the shortest wait there is that leaves them what is left.
  private static func waiting(_ pathway: OraclePathway) -> [ExpectedWait: Double] {
    var result: [ExpectedWait: Double] = [:]
    for (appointment, people) in pathway.awaiting {
      guard let wait = pathway.waiting.indices.first(where: { $0 >= appointment && pathway.waiting[$0] > 0 }) else {
        preconditionFailure("nobody on \(pathway.key) waits for \(appointment) months")
      }
      result[ExpectedWait(service: pathway.length + wait - appointment, appointment: appointment)] = people
    }
    return result
  }

  private static func step(
    _ model: OracleModel, from before: ExpectedMonth, month: Int, ages: Int
  ) -> ExpectedMonth {
    let opening = before.people
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

    for pathway in model.pathways {
      withdraw(pathway, opening[pathway.key] ?? [], month: month, &result)
      wait(pathway, model, before.waiting[pathway.key] ?? [:], month: month, &result)
    }

    // Step 4: starts, which the next month is the first to touch.
    for group in model.groups where group.month == month {
      result.entered[group.stock, default: 0] += group.size.expected
      result.people[group.stock, default: []][group.age] += group.size.expected
    }
    return result
  }

  /// Steps 1 and 3 for learners: withdrawals by months done; those with none left to do are extended or finish. Months
  /// beyond the nominal length are those of an extension.
  private static func withdraw(
    _ pathway: OraclePathway, _ learners: [Double], month: Int, _ result: inout ExpectedMonth
  ) {
    for (done, people) in learners.enumerated() where people > 0 {
      let withdrawn = people * pathway.withdrawal(min(done, pathway.length - 1), month)
      var leave = withdrawn
      for (grade, share) in pathway.withdrawnTo {
        leave -= withdrawn * share
        result.reverted[pathway.key, default: [:]][grade, default: 0] += withdrawn * share
        result.people[grade, default: []][0] += withdrawn * share
      }
      result.left[pathway.key, default: 0] += leave
      let stay = people - withdrawn
      var finish = 0.0
      if done == pathway.length - 1 {
        finish = stay * (1 - pathway.extensionShare)
        result.extended[pathway.key, default: 0] += stay - finish
      } else if done == pathway.length + pathway.extensionMonths - 1 {
        finish = stay
      }
      result.people[pathway.key, default: []][done + 1] += stay - finish
      result.finished[pathway.key, default: 0] += finish
      for (months, share) in pathway.waiting.enumerated() where finish * share > 0 {
        if months == 0 {
          appoint(pathway, finish * share, &result)
        } else {
          let place = ExpectedWait(service: done + 1, appointment: month + months)
          result.waiting[pathway.key, default: [:]][place, default: 0] += finish * share
        }
      }
    }
  }

  /// Steps 1 and 3 for those who wait: they leave as the grade that employs them does, or are appointed when it is time.
  private static func wait(
    _ pathway: OraclePathway, _ model: OracleModel, _ waiting: [ExpectedWait: Double], month: Int,
    _ result: inout ExpectedMonth
  ) {
    guard let employer = model.grades.first(where: { $0.key == pathway.employedAs }) else { return }
    for (place, people) in waiting {
      let left = people * employer.leaving(place.service, month)
      result.leftAwaiting[pathway.key, default: 0] += left
      if place.appointment == month {
        appoint(pathway, people - left, &result)
      } else {
        let next = ExpectedWait(service: place.service + 1, appointment: place.appointment)
        result.waiting[pathway.key, default: [:]][next, default: 0] += people - left
      }
    }
  }

  private static func appoint(_ pathway: OraclePathway, _ people: Double, _ result: inout ExpectedMonth) {
    result.qualified[pathway.key, default: 0] += people
    result.people[pathway.qualifiesAs, default: []][0] += people
  }

  /// Exits that compete: those who do not stay, divided in proportion to −ln(1 − p).
  private static func compete(_ chances: [Double]) -> [Double] {
    let stay = chances.reduce(1) { $0 * (1 - $1) }
    if stay == 0 { return chances.map { $0 == 1 ? 1 : 0 } }
    if stay == 1 { return chances.map { _ in 0 } }
    return chances.map { (1 - stay) * log(1 - $0) / log(stay) }
  }
}
