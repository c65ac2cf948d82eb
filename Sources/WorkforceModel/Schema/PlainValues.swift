/// How a plain text may look.
public enum TextRule: Sendable {
  /// Any text up to 4,000 characters.
  case free
  /// A name that stands elsewhere in the scenario: what it names.
  case reference(String)
  /// One of these words.
  case word([String])
}

extension String: SchemaValue {
  public static func read(_ node: SourceNode, rule: TextRule, path: String, in reading: inout Reading) -> String? {
    guard let text = node.scalar, !node.isEmpty else {
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range)
      return nil
    }
    switch rule {
    case .free:
      guard text.unicodeScalars.count <= 4000 else {
        reading.fault("a text has at most 4,000 characters", at: node.range)
        return nil
      }
    case .reference(let what):
      if let fault = Key.fault(in: text) {
        reading.fault("'\(text.prefix(64))' cannot name \(what): \(fault)", at: node.range)
        return nil
      }
    case .word(let words):
      guard words.contains(text) else {
        reading.fault(
          "expected \(allowed(rule)), not '\(text)'", at: node.range,
          help: [Suggestion.help(for: text, among: words)])
        return nil
      }
    }
    return text
  }

  public func written(provenance: Bool) -> SourceNode { .text(self) }

  public static func allowed(_ rule: TextRule) -> String {
    switch rule {
    case .free: "a text"
    case .reference(let what): "the name of \(what)"
    case .word(let words): Suggestion.list(words, conjunction: "or")
    }
  }
}

extension Month: SchemaValue {
  public static func read(_ node: SourceNode, rule: Void, path: String, in reading: inout Reading) -> Month? {
    guard let text = node.scalar, let month = Month(text) else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range, help: [meant(node.scalar ?? "")])
      return nil
    }
    return month
  }

  public func written(provenance: Bool) -> SourceNode { .text(description) }

  public static func allowed(_ rule: Void) -> String { "a month from 1900-01 to 2199-12, written 2024-09" }

  /// `2024-9` and `09-2024` are understood well enough to say what they should be.
  private static func meant(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
    guard parts.count >= 2 else { return nil }
    let pair = parts[0] > 31 ? (parts[0], parts[1]) : (parts[parts.count - 1], parts[parts.count - 2])
    guard (1900...2199).contains(pair.0), (1...12).contains(pair.1) else { return nil }
    return "did you mean \(Month(year: pair.0, month: pair.1))?"
  }
}

extension MonthSpan: SchemaValue {
  public static func read(
    _ node: SourceNode, rule: ClosedRange<Int>, path: String, in reading: inout Reading
  ) -> MonthSpan? {
    guard let text = node.scalar, let span = MonthSpan(text) else {
      let digits = node.scalar.flatMap { Int($0) }
      reading.fault(
        "expected \(allowed(rule)), not \(node.words)", at: node.range,
        help: [digits.map { "did you mean \($0)mo?" }])
      return nil
    }
    guard rule.contains(span.months) else {
      reading.fault("expected \(allowed(rule)), not \(text)", at: node.range)
      return nil
    }
    return span
  }

  public func written(provenance: Bool) -> SourceNode { .text(asGiven) }

  public static func allowed(_ rule: ClosedRange<Int>) -> String {
    "a length of \(rule.lowerBound) to \(rule.upperBound) months, written 15mo or 5y"
  }
}

extension MonthSpan {
  public static var ownsFrom: Bool { false }

  /// A length is shifted by months.
  public func changed(
    by change: Change, at part: [String], rule: ClosedRange<Int>, path: String, in reading: inout Reading
  ) -> MonthSpan? {
    if let from = change.from {
      reading.fault("\(path) cannot change with time", at: from.range)
      return nil
    }
    guard part.isEmpty else {
      reading.faultNoPart(part, of: path, text: written(provenance: false))
      return nil
    }
    guard let relative = change.relative(in: &reading) else { return nil }
    guard case .shift(let shift) = relative, shift.measure == .months, case .constant(let number) = shift.distribution,
      number == number.rounded()
    else {
      reading.fault(
        "\(path) is a length in whole months, and is shifted by months, not changed by \(change.typed)",
        at: change.range, help: ["for example +3mo"])
      return nil
    }
    return MonthSpan(months: months + Int(number))
  }
}

/// A whole number, such as a seed.
extension UInt64: SchemaValue {
  public static func read(
    _ node: SourceNode, rule: ClosedRange<UInt64>, path: String, in reading: inout Reading
  ) -> UInt64? {
    guard let text = node.scalar, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt64(text),
      rule.contains(number)
    else {
      let plain = node.scalar.map { $0.filter { $0 != "," && $0 != "_" && $0 != " " } } ?? ""
      let help = plain != node.scalar ? UInt64(plain).map { "did you mean \($0)?" } : nil
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range, help: [help])
      return nil
    }
    return number
  }

  public func written(provenance: Bool) -> SourceNode { .text("\(self)") }

  public static func allowed(_ rule: ClosedRange<UInt64>) -> String {
    "a whole number from \(rule.lowerBound) to \(rule.upperBound)"
  }
}

/// A list of texts, such as the paths that a factor moves.
extension [String]: SchemaValue {
  public static func read(_ node: SourceNode, rule: String, path: String, in reading: inout Reading) -> [String]? {
    guard case .sequence(let items) = node.content else {
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range)
      return nil
    }
    var texts: [String] = []
    var seen: Set<String> = []
    for (position, item) in items.enumerated() {
      guard let text = item.scalar, !text.isEmpty else {
        reading.fault("expected a text, not \(item.words)", at: item.range)
        return nil
      }
      if !seen.insert(text).inserted { reading.fault("'\(text)' stands twice", at: item.range) }
      reading.origins["\(path).\(position)"] = item.range
      texts.append(text)
    }
    if texts.isEmpty { reading.fault("the list is empty", at: node.range) }
    return texts
  }

  public func written(provenance: Bool) -> SourceNode { .written(.sequence(map { .text($0) })) }

  public static func allowed(_ rule: String) -> String { "a list of \(rule)" }
}
