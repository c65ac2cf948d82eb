import Foundation

/// A rate of leaving or of moving, or an attrition, as a hazard by age and month.
public struct PeopleRate: Sendable {
  /// What the level is.
  public enum Kind: Sendable {
    /// A central annual rate.
    case central
    /// A probability in a year.
    case chance
    /// A probability in a month.
    case monthly
    /// A probability over the nominal length of a pathway.
    case overPathway
  }

  /// What the level is.
  public var kind: Kind
  /// The level by months of service, or of programme done, at the opening of a month, and by month.
  public var level: @Sendable (_ age: Int, _ date: Int) -> Double
  /// Multiplies the level: an uncertain level is a level of 1 with its distribution here.
  public var multiplier: PeopleDraw
  /// Standard deviation of the innovation from year to year.
  public var yearlyVariation: Double
  /// How much of last year's deviation stays.
  public var persistence: Double
  /// Months of the year (1 for January) in which alone the rate acts; empty for all.
  public var namedMonths: [Int]

  /// A rate.
  public init(
    _ kind: Kind, multiplier: PeopleDraw = .fixed(1), yearlyVariation: Double = 0, persistence: Double = 0,
    namedMonths: [Int] = [], level: @escaping @Sendable (_ age: Int, _ date: Int) -> Double
  ) {
    self.kind = kind
    self.level = level
    self.multiplier = multiplier
    self.yearlyVariation = yearlyVariation
    self.persistence = persistence
    self.namedMonths = namedMonths
  }

  /// One level for all.
  public static func constant(
    _ kind: Kind, _ level: Double, multiplier: PeopleDraw = .fixed(1), yearlyVariation: Double = 0,
    persistence: Double = 0, namedMonths: [Int] = []
  ) -> PeopleRate {
    PeopleRate(
      kind, multiplier: multiplier, yearlyVariation: yearlyVariation, persistence: persistence,
      namedMonths: namedMonths, level: { _, _ in level })
  }

  /// Nobody.
  public static let none = PeopleRate.constant(.central, 0)

  /// The hazard of a month: an annual quantity over twelve months, or over those named.
  func hazard(age: Int, date: Int, factor: Double, length: Int, undivided: Bool = false) -> Double {
    var months = 12.0
    if !namedMonths.isEmpty {
      guard namedMonths.contains(PeopleMonth.monthOfYear(date)) else { return 0 }
      if !undivided { months = Double(namedMonths.count) }
    }
    let value = level(age, date) * factor
    if value == 0 { return 0 }
    switch kind {
    case .central: return value / months
    case .chance: return -log1p(-value) / months
    case .monthly: return -log1p(-value)
    case .overPathway: return -log1p(-value) / Double(length)
    }
  }
}
