import Foundation

/// Quantities of the model turned into monthly probabilities (model, section 4).
public enum Monthly {
  /// A central annual rate r, per person-year: 1 − exp(−r / 12).
  public static func central(_ rate: Double) -> Double { 1 - exp(-rate / 12) }

  /// A probability of leaving within a year: 1 − (1 − p)^(1/12).
  public static func annualChance(_ probability: Double) -> Double { 1 - pow(1 - probability, 1.0 / 12) }

  /// A cumulative probability over a pathway of so many months: 1 − (1 − a)^(1/D).
  public static func cumulative(_ probability: Double, overMonths length: Int) -> Double {
    1 - pow(1 - probability, 1 / Double(length))
  }

  /// A central annual rate that acts only in some months of the year: an equal share of the hazard in each of them.
  ///
  /// With k months named, each has hazard r / k: 1 − exp(−r / k).
  public static func central(_ rate: Double, inNamedMonths count: Int) -> Double { 1 - exp(-rate / Double(count)) }

  /// The same probability in every month and at every age.
  public static func constant(_ probability: Double) -> MonthlyProbability {
    { _, _ in probability }
  }
}
