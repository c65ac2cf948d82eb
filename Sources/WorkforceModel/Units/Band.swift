/// A band of service, or of months on a programme: `<5y`, `5y-10y`, `10y+`. The lower bound belongs to it.
public struct Band: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whole months; people with this many are in the band.
  public var lower: Int
  /// Whole months; people with this many are not. Nil when the band is open.
  public var upper: Int?

  public static let everyone = Band(lower: 0, upper: nil)

  public init(lower: Int, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// Reads `<5y`, `5y-10y` or `10y+`; nil for any other text, or where the band would be empty.
  public init?(_ text: some StringProtocol) {
    if text.hasPrefix("<") {
      guard let upper = MonthSpan(text.dropFirst()), upper.months > 0 else { return nil }
      self.init(lower: 0, upper: upper.months)
    } else if text.hasSuffix("+") {
      guard let lower = MonthSpan(text.dropLast()) else { return nil }
      self.init(lower: lower.months, upper: nil)
    } else {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let lower = MonthSpan(parts[0]), let upper = MonthSpan(parts[1]),
        lower < upper
      else { return nil }
      self.init(lower: lower.months, upper: upper.months)
    }
  }

  public static func < (first: Band, second: Band) -> Bool {
    (first.lower, first.upper ?? .max) < (second.lower, second.upper ?? .max)
  }

  private static func text(_ months: Int) -> String {
    months % 12 == 0 && months > 0 ? "\(months / 12)y" : "\(months)mo"
  }

  public var description: String {
    guard let upper else { return "\(Band.text(lower))+" }
    return lower == 0 ? "<\(Band.text(upper))" : "\(Band.text(lower))-\(Band.text(upper))"
  }

  /// What keeps these bands from covering every length of service once, or nil when they do.
  public static func fault(in bands: [Band]) -> String? {
    let sorted = bands.sorted()
    var next = 0
    for (position, band) in sorted.enumerated() {
      if band.lower > next { return "nothing covers \(Band(lower: next, upper: band.lower))" }
      if band.lower < next { return "\(band) overlaps another band" }
      guard let upper = band.upper else {
        return position == sorted.count - 1 ? nil : "\(sorted[position + 1]) overlaps \(band)"
      }
      next = upper
    }
    return "nothing covers \(Band(lower: next, upper: nil))"
  }
}
