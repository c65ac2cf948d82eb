public import WorkforceModel

/// A financial year, April to March, or the part of one that is looked at.
public struct FinancialYear: Sendable, Equatable {
  public let first: Month
  public let last: Month

  /// Whether all twelve months are looked at.
  public var isWhole: Bool { last - first == 11 }

  /// The years that have months in a range, the first and the last perhaps in part.
  public static func covering(_ months: ClosedRange<Month>) -> [FinancialYear] {
    var years: [FinancialYear] = []
    var first = months.lowerBound
    while first <= months.upperBound {
      let march = first + (3 - first.month + 12) % 12
      years.append(FinancialYear(first: first, last: min(march, months.upperBound)))
      first = march + 1
    }
    return years
  }
}

extension FinancialYear: CustomStringConvertible {
  /// `2024/25`, whether whole or in part.
  public var description: String {
    PublishedPeriod.financialYear(ending: first + (3 - first.month + 12) % 12).description
  }
}
