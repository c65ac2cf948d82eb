public import WorkforceModel

/// The one place that turns rates and probabilities into a month's hazard and probability (docs/model.md, "Rates").
public enum MonthlyHazard {
  /// The hazard per month of a level of the given kind.
  ///
  /// With r the level: a central annual rate gives r ÷ 12; an annual probability −ln(1 − r) ÷ 12; a monthly probability
  /// −ln(1 − r); a probability over a programme of D months −ln(1 − r) ÷ D. A certain event has an infinite hazard.
  /// - Parameters:
  ///   - span: D, in months; used only for probabilities over a programme
  ///   - parts: in how many months of the year an annual quantity acts, in equal parts of the hazard
  public static func hazard(_ level: Double, _ measure: Measure, span: Int = 1, parts: Int = 12) -> Double {
    switch measure {
    case .annualRate: level / Double(parts)
    case .annualProbability: -Portable.log1p(-level) / Double(parts)
    case .monthlyProbability: -Portable.log1p(-level)
    default: -Portable.log1p(-level) / Double(span)
    }
  }

  /// The probability in a month of hazard h: 1 − exp(−h).
  public static func probability(_ hazard: Double) -> Double {
    -Portable.expm1(-hazard)
  }
}
