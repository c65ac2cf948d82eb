/// The month or the financial year that a published figure is of: `2025-09`, `2024/25`.
public enum PublishedPeriod: Equatable, Sendable {
  case month(Month)
  /// April to March, by the March that ends it.
  case financialYear(ending: Month)

  /// The month at whose end the figure is known.
  public var month: Month {
    switch self {
    case .month(let month), .financialYear(ending: let month): month
    }
  }
}

extension PublishedPeriod: CustomStringConvertible {
  public var description: String {
    switch self {
    case .month(let month): return "\(month)"
    case .financialYear(ending: let month):
      let end = month.year % 100
      return "\(month.year - 1)/\(end < 10 ? "0" : "")\(end)"
    }
  }
}

extension PublishedPeriod: SchemaValue {
  public static func read(_ node: SourceNode, rule: Void, path: String, in reading: inout Reading) -> PublishedPeriod? {
    let text = node.scalar ?? ""
    if let month = Month(text) { return .month(month) }
    let digits = text.split(separator: "/", omittingEmptySubsequences: false)
    let isYear = digits.count == 2 && digits[0].count == 4 && digits.joined().utf8.allSatisfy { (48...57).contains($0) }
    if isYear, let from = Int(digits[0]), let to = Int(digits[1]), digits[1].count == 2 || digits[1].count == 4 {
      guard (from + 1) % (digits[1].count == 2 ? 100 : 10_000) == to,
        Month.allowed.contains(Month(year: from, month: 4)),
        from + 1 <= Month.allowed.upperBound.year
      else {
        let next = PublishedPeriod.financialYear(ending: Month(year: from + 1, month: 3))
        reading.fault(
          "a financial year ends in the calendar year after the one it begins in, not \(text)", at: node.range,
          help: ["did you mean \(next)?"])
        return nil
      }
      return .financialYear(ending: Month(year: from + 1, month: 3))
    }
    reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
    return nil
  }

  public func written(provenance: Bool) -> SourceNode { .text(description) }

  public static func allowed(_ rule: Void) -> String {
    "a month, written 2025-09, or for a flow a financial year, written 2024/25"
  }
}
