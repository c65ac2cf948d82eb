import Foundation

/// The uncertain numbers of one replicate: each is drawn when it is first asked for, and kept.
struct PeopleDrawn {
  /// Whose number it is: a kind of rule and its index in the model.
  enum Rule: Hashable {
    case perHead(grade: Int)
    case pathwayPerHead(Int)
    case leaving(Int)
    case move(Int)
    case attrition(Int)
    case withdrawn(Int)
    case places(Int)
    case fill(Int)
    case into(Int)
    case recruitment(Int)
  }

  private struct Key: Hashable {
    var rule: Rule
    var period: Int
  }

  private var numbers: [Key: Double] = [:]
  private var splits: [Key: [Double]] = [:]
  /// Deviations x₁, x₂ … of each rule from its level.
  private var deviations: [Rule: [Double]] = [:]
  private let model: PeopleModel

  init(_ model: PeopleModel) { self.model = model }

  private func year(_ date: Int) -> Int {
    PeopleMonth.year(date, begins: model.mistakes.contains(.yearsFromJanuary) ? 1 : model.yearBegins)
  }

  private func period(_ scope: PeopleDraw.Scope, intake: Int, date: Int) -> Int {
    if model.mistakes.contains(.drawnOnce) { return 0 }
    switch scope {
    case .replicate: return 0
    case .intake: return intake
    case .year: return year(date)
    }
  }

  mutating func number(_ draw: PeopleDraw, _ rule: Rule, intake: Int, date: Int, _ dice: inout PeopleDice) -> Double {
    if let value = draw.constant { return value }
    let key = Key(rule: rule, period: period(draw.scope, intake: intake, date: date))
    if let known = numbers[key] { return known }
    let value = draw.sample(&dice)
    numbers[key] = value
    return value
  }

  mutating func shares(_ split: PeopleSplit, _ rule: Rule, intake: Int, date: Int, _ dice: inout PeopleDice) -> [Double]
  {
    let key = Key(rule: rule, period: period(split.scope, intake: intake, date: date))
    if let known = splits[key] { return known }
    let value = split.sample(&dice)
    splits[key] = value
    return value
  }

  /// What multiplies the level of a rate: its multiplier, and exp(x − Var(x) ÷ 2) of the year, where
  /// x(y) = ρ x(y − 1) + σ ε(y) and x(0) = 0; year 1 holds the first month of the run.
  mutating func factor(_ rate: PeopleRate, _ rule: Rule, intake: Int, date: Int, _ dice: inout PeopleDice) -> Double {
    let multiplier = number(rate.multiplier, rule, intake: intake, date: date, &dice)
    if rate.yearlyVariation == 0 { return multiplier }
    let rho = model.mistakes.contains(.persistenceForgotten) ? 0 : rate.persistence
    let position = year(date) - year(model.start + 1)
    var path = deviations[rule] ?? []
    while path.count <= position { path.append(rho * (path.last ?? 0) + rate.yearlyVariation * dice.normal()) }
    deviations[rule] = path
    var variance = 0.0
    for _ in 0...position { variance = rho * rho * variance + rate.yearlyVariation * rate.yearlyVariation }
    if model.mistakes.contains(.yearlyMeanForgotten) { variance = 0 }
    return multiplier * exp(path[position] - variance / 2)
  }
}
