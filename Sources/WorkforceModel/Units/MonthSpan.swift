/// A length of time in whole months.
public struct MonthSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var months: Int
  /// Whether it was given in years, as it is then written back; a length is the same in either unit.
  public private(set) var isInYears = false

  /// The longest span that a scenario may state: a hundred years.
  public static let longest = MonthSpan(months: 1200)

  public init(months: Int) {
    self.months = months
  }

  /// Reads `15mo` or `5y`; nil for any other text.
  public init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    switch text.dropFirst(digits.count) {
    case "mo": months = number
    case "y": (months, isInYears) = (number * 12, true)
    default: return nil
    }
    guard months <= MonthSpan.longest.months else { return nil }
  }

  public static func < (first: MonthSpan, second: MonthSpan) -> Bool { first.months < second.months }

  public static func == (first: MonthSpan, second: MonthSpan) -> Bool { first.months == second.months }

  public func hash(into hasher: inout Hasher) { hasher.combine(months) }

  /// The one form, which paths are made of.
  public var description: String { "\(months)mo" }

  /// In the unit in which it was given.
  public var asGiven: String { isInYears && months % 12 == 0 ? "\(months / 12)y" : description }
}
