/// When an intake starts: `2025-03`, or `every 12mo from 2025-09`, or `every 12mo from 2025-09 until 2028-09`.
public enum Schedule: Equatable, Sendable {
  case once(Month)
  case every(MonthSpan, from: Month, until: Month?)

  /// The starts in a range of months, ascending.
  public func starts(in months: ClosedRange<Month>) -> [Month] {
    switch self {
    case .once(let month): return months.contains(month) ? [month] : []
    case .every(let span, let from, let until):
      let last = min(months.upperBound, until ?? months.upperBound)
      guard from <= last else { return [] }
      // The first start on the schedule that is not before the range.
      let behind = max(0, months.lowerBound - from)
      let first = from + (behind + span.months - 1) / span.months * span.months
      return stride(from: first.index, through: last.index, by: span.months).map { Month(index: $0) }
    }
  }

  /// Whether a start falls in the month, at any time.
  public func contains(_ month: Month) -> Bool { !starts(in: month...month).isEmpty }
}

extension Schedule: CustomStringConvertible {
  public var description: String {
    switch self {
    case .once(let month): "\(month)"
    case .every(let span, let from, let until): "every \(span) from \(from)" + (until.map { " until \($0)" } ?? "")
    }
  }
}

extension Schedule: SchemaValue {
  public static func read(_ node: SourceNode, rule: Void, path: String, in reading: inout Reading) -> Schedule? {
    guard let text = node.scalar, !node.isEmpty else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    if let month = Month(text) { return .once(month) }
    let words = text.split(separator: " ")
    guard words.count == 4 || words.count == 6, words[0] == "every", words[2] == "from",
      words.count == 4 || words[4] == "until",
      let span = MonthSpan(words[1]), span.months > 0, let from = Month(words[3])
    else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    guard words.count == 6 else { return .every(span, from: from, until: nil) }
    guard let until = Month(words[5]), until >= from else {
      reading.fault("the schedule ends in a month not before \(from), where it begins", at: node.range)
      return nil
    }
    return .every(span, from: from, until: until)
  }

  public func written(provenance: Bool) -> SourceNode { .text(description) }

  public static func allowed(_ rule: Void) -> String {
    "a month (2025-03) or a repeating schedule (every 12mo from 2025-09, optionally until 2028-09)"
  }
}
