/// A calendar month, counted from January of the year 0.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since 0000-01.
  public var index: Int

  /// The months that a scenario may name.
  public static let allowed = Month(year: 1900, month: 1)...Month(year: 2199, month: 12)

  public init(index: Int) {
    self.index = index
  }

  public init(year: Int, month: Int) {
    index = year * 12 + month - 1
  }

  /// Reads `YYYY-MM`; nil for any other text or a month outside ``allowed``.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
    guard Month.allowed.contains(self) else { return nil }
  }

  public var year: Int { index / 12 }
  /// 1 for January.
  public var month: Int { index % 12 + 1 }

  public static func < (first: Month, second: Month) -> Bool { first.index < second.index }
  public static func + (month: Month, count: Int) -> Month { Month(index: month.index + count) }
  public static func - (month: Month, count: Int) -> Month { Month(index: month.index - count) }
  /// Months from the second to the first.
  public static func - (first: Month, second: Month) -> Int { first.index - second.index }

  /// "Sep 2025", as tables show it.
  public var shown: String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(names[month - 1]) \(year)"
  }
}

extension Month: CustomStringConvertible {
  /// `2025-09`.
  public var description: String {
    let monthText = month < 10 ? "0\(month)" : "\(month)"
    let yearText = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return "\(yearText)-\(monthText)"
  }
}
