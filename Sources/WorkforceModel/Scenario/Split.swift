/// Shares of a whole by name: `{PQiP-15: 60%, PQiP-21: 30%, PQiP-27: 10%}`. At most one part is the rest.
public struct Split: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var key: String
    /// Nil for `rest`.
    public var share: Entry<Quantity>?
  }

  /// In ascending order of their keys, whatever the order in the file.
  public var parts: [Part]

  public init(parts: [Part]) {
    self.parts = parts.sorted { String.byScalars($0.key, $1.key) }
  }

  /// Everything to one name.
  public init(all key: String) {
    self.init(parts: [Part(key: key, share: Entry(.constant(100, .share)))])
  }
}

/// What a split is over, for messages.
public struct SplitRule: Sendable {
  public var noun: String
  /// A word with a meaning of its own that may stand as a name: `leave`.
  public var word: String?

  public init(_ noun: String, word: String? = nil) {
    self.noun = noun
    self.word = word
  }

  fileprivate static let share = QuantityRule([.share], "a share")
}

extension Split: SchemaValue {
  public static func read(_ node: SourceNode, rule: SplitRule, path: String, in reading: inout Reading) -> Split? {
    if let text = node.scalar, !node.isEmpty, Key.fault(in: text) == nil || text == rule.word {
      reading.origins["\(path).\(text)"] = node.range
      return Split(all: text)
    }
    guard let members = node.members else {
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range)
      return nil
    }
    var parts: [Part] = []
    var isSound = true
    for member in members {
      if let fault = Key.fault(in: member.key), member.key != rule.word {
        reading.fault(
          "'\(member.key)' cannot name \(rule.noun): \(fault)", at: member.keyRange, help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      let inner = "\(path).\(member.key)"
      reading.origins[inner] = member.keyRange
      if member.value.scalar == "rest" {
        parts.append(Part(key: member.key, share: nil))
      } else if let entry = Entry<Quantity>.read(member.value, rule: SplitRule.share, path: inner, in: &reading) {
        parts.append(Part(key: member.key, share: entry))
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    let split = Split(parts: parts)
    if let fault = split.fault {
      let mayHelp = split.parts.count > 1 && !split.parts.contains { $0.share == nil }
      reading.fault(fault, at: node.range, help: [mayHelp ? "one part may be written 'rest'" : nil])
      return nil
    }
    return split
  }

  /// Why the parts do not make up a whole, or nil when they do.
  private var fault: String? {
    if parts.isEmpty { return "a split has at least one part" }
    let rests = parts.filter { $0.share == nil }.count
    if rests > 1 { return "at most one part of a split may be the rest" }
    let shares = parts.compactMap(\.share?.value)
    let uncertain = shares.contains { !$0.isCertain }
    if rests == 0 {
      if uncertain { return "shares cannot all be stated when one is uncertain: one part must be the rest" }
      let sum = shares.reduce(0) { $0 + ($1.certainValue ?? 0) }
      if abs(sum - 1) > 1e-9 { return "the shares sum to \(Split.percent(sum)), not 100%" }
      return nil
    }
    let most = shares.reduce(0) { $0 + $1.support.high }
    if most > 1 + 1e-9 { return "the shares before the rest can sum to \(Split.percent(most)), more than 100%" }
    return nil
  }

  static func percent(_ share: Double) -> String {
    NumberText.shortest((share * 1e8).rounded() / 1e6) + "%"
  }

  public func written(provenance: Bool) -> SourceNode {
    .mapping(parts.map { ($0.key, $0.share?.written(provenance: provenance) ?? .text("rest")) })
  }

  public static func allowed(_ rule: SplitRule) -> String {
    "shares that make up 100% by \(rule.noun): {A: 60%, B: rest}"
  }

  public var quantities: [QuantityPart] {
    parts.compactMap { part in part.share.map { QuantityPart(path: part.key, drawPath: part.key, entry: $0) } }
  }
}
