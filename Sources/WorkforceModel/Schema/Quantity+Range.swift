/// Whether a number stays in the range of a parameter, and what would keep it there.
extension Quantity {
  /// Whether it can lie outside what the rule allows.
  func leaves(_ rule: QuantityRule) -> Bool {
    let allowed = rule.range ?? measure.range
    let (low, high) = support
    let tooLow = low < allowed.lowerBound || (rule.isPositive && isCertain && low <= 0)
    let tooHigh = isCertain ? high > allowed.upperBound : high > allowed.upperBound && high.isFinite
    let unbounded = !isCertain && high == .infinity && !rule.isCeilingSoft && allowed.upperBound < Quantity.largest
    return tooLow || tooHigh || unbounded
  }

  static func limits(_ range: ClosedRange<Double>, measure: Measure, isPositive: Bool) -> String {
    func text(_ value: Double) -> String {
      measure.isPercent ? "\(NumberText.shortest(value * 100))%" : NumberText.shortest(value)
    }
    if isPositive {
      return range.upperBound < largest ? "above 0 and at most \(text(range.upperBound))" : "above 0"
    }
    return range.upperBound < largest
      ? "between \(text(range.lowerBound)) and \(text(range.upperBound))" : "\(text(range.lowerBound)) or more"
  }

  static func reach(low: Double, high: Double, measure: Measure) -> String {
    func text(_ value: Double) -> String { measure.isPercent ? Split.percent(value) : NumberText.shortest(value) }
    switch (low.isFinite, high.isFinite) {
    case (true, true): return "from \(text(low)) to \(text(high))"
    case (true, false): return "any size from \(text(low))"
    case (false, true): return "anything below \(text(high))"
    case (false, false): return "anything, negative numbers included"
    }
  }

  /// Help with limits that fit, complete and ready to be pasted; nothing is offered that would be refused again, or that
  /// would cut off most of the draws.
  /// - Parameter given: how a value is given, where it stands
  func helpToFit(_ rule: QuantityRule, as given: (Quantity) -> String) -> String {
    let otherwise = "give it a distribution that stays there"
    guard let (fitting, loss) = truncated(to: rule.range ?? measure.range), !fitting.leaves(rule),
      (try? QuantityParser(fitting.description).parse()) == fitting
    else { return otherwise }
    switch loss {
    case .most: return "limits that fit would cut off most of its draws: \(otherwise)"
    case .noticeable: return "limits that fit cut off more than one draw in twenty: \(given(fitting))"
    case .little: return "truncate it: \(given(fitting))"
    }
  }
}
