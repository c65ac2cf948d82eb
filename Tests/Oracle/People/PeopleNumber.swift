/// A number in time: a plan of whole people, or a Poisson number.
public struct PeopleNumber: Sendable {
  /// How many a year, or a month, by month.
  public var amount: @Sendable (_ date: Int) -> Double
  /// Whether the number is a year's.
  public var isYearly: Bool
  /// Whether it is the mean of a draw.
  public var isPoisson: Bool
  /// Multiplies the number, once for each replicate.
  public var multiplier: PeopleDraw
  /// Months of the year (1 for January) that share a year's number equally; empty for all.
  public var namedMonths: [Int]

  /// A number that may change by month.
  public init(
    isYearly: Bool, isPoisson: Bool = false, multiplier: PeopleDraw = .fixed(1), namedMonths: [Int] = [],
    amount: @escaping @Sendable (_ date: Int) -> Double
  ) {
    self.amount = amount
    self.isYearly = isYearly
    self.isPoisson = isPoisson
    self.multiplier = multiplier
    self.namedMonths = namedMonths
  }

  /// So many a month.
  public static func monthly(_ number: Double, isPoisson: Bool = false) -> PeopleNumber {
    PeopleNumber(isYearly: false, isPoisson: isPoisson) { _ in number }
  }

  /// So many a year.
  public static func yearly(
    _ number: Double, isPoisson: Bool = false, multiplier: PeopleDraw = .fixed(1), in namedMonths: [Int] = []
  ) -> PeopleNumber {
    PeopleNumber(isYearly: true, isPoisson: isPoisson, multiplier: multiplier, namedMonths: namedMonths) { _ in number }
  }

  /// People of one month. A plan counts the months it acts in since the year 0: in the j-th of them, of k a year, the
  /// running total ⌊N (j + 1) ÷ k⌋ has just been reached. (Another first month than 0 is a mistake planted by tests.)
  func people(date: Int, factor: Double, since first: Int, _ dice: inout PeopleDice) -> Int {
    var perYear = isYearly ? 12 : 1
    var position = date - first
    if !namedMonths.isEmpty {
      let month = PeopleMonth.monthOfYear(date)
      guard namedMonths.contains(month) else { return 0 }
      perYear = namedMonths.count
      position = date / 12 * perYear + namedMonths.filter { $0 < month }.count
    }
    let number = amount(date) * factor
    if isPoisson { return dice.poisson(number / Double(perYear)) }
    // A hair, so that a whole number that binary fractions put just below itself counts.
    func total(_ count: Int) -> Int { Int((number * Double(count) / Double(perYear) + 1e-7).rounded(.down)) }
    return total(position + 1) - total(position)
  }
}
