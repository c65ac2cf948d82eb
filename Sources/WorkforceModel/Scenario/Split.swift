/// Shares of a whole by name: `{PQiP-15: 60%, PQiP-21: 30%, PQiP-27: 10%}`. At most one part is the rest.
public struct Split: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var key: String
    /// Nil for `rest`.
    public var share: Entry<Quantity>?
    /// Where `rest` comes from; a share that is stated has provenance of its own.
    public var restProvenance = Provenance()
  }

  /// In ascending order of their keys, whatever the order in the file.
  public var parts: [Part]
  /// Whether the parts are gamma numbers in proportion to which everything is shared out, not shares.
  public var isDirichlet = false

  public init(parts: [Part]) {
    // Lengths in the order of time, names by their scalars; a name never looks like a length.
    self.parts = parts.sorted { first, second in
      if let one = MonthSpan(first.key), let two = MonthSpan(second.key) { return one < two }
      return String.byScalars(first.key, second.key)
    }
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
  /// The keys are lengths of time in this range, not names.
  public var overMonths: ClosedRange<Int>?
  let share: QuantityRule

  public init(
    _ noun: String, word: String? = nil, overMonths: ClosedRange<Int>? = nil, each: [Quantity.Recurrence] = []
  ) {
    self.noun = noun
    self.word = word
    self.overMonths = overMonths
    share = QuantityRule([.share], "a share", each: each)
  }

  /// The key in its one form, or why the text is none.
  func key(_ text: String) -> Result<String, KeyFault> {
    guard let overMonths else {
      if text == word { return .success(text) }
      if let fault = Key.fault(in: text) { return .failure(KeyFault(words: "'\(text)' cannot name \(noun): \(fault)")) }
      return .success(text)
    }
    guard let span = MonthSpan(text), overMonths.contains(span.months) else {
      let range = "\(overMonths.lowerBound)mo to \(overMonths.upperBound)mo"
      return .failure(KeyFault(words: "expected \(noun), from \(range), not '\(text)'"))
    }
    return .success(span.description)
  }

  struct KeyFault: Error {
    var words: String
  }
}

extension Split: SchemaValue {
  public static func read(_ node: SourceNode, rule: SplitRule, path: String, in reading: inout Reading) -> Split? {
    if let text = node.scalar, !node.isEmpty, case .success(let key) = rule.key(text) {
      reading.origins["\(path).\(key)"] = node.range
      return Split(all: key)
    }
    if let drawn = readDirichlet(node, rule: rule, path: path, in: &reading) { return drawn }
    guard let members = node.members else {
      reading.fault("expected \(allowed(rule)), not \(node.words)", at: node.range)
      return nil
    }
    var parts: [Part] = []
    var isSound = true
    for member in members {
      let key: String
      switch rule.key(member.key) {
      case .success(let known): key = known
      case .failure(let fault):
        reading.fault(fault.words, at: member.keyRange, help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      if parts.contains(where: { $0.key == key }) {
        reading.fault("'\(key)' stands twice", at: member.keyRange)
        isSound = false
        continue
      }
      let inner = "\(path).\(key)"
      reading.origins[inner] = member.keyRange
      if let provenance = readRest(member.value, in: &reading) {
        parts.append(Part(key: key, share: nil, restProvenance: provenance))
      } else if let entry = Entry<Quantity>.read(member.value, rule: rule.share, path: inner, in: &reading) {
        parts.append(Part(key: key, share: entry))
      } else {
        isSound = false
      }
    }
    return isSound ? Split(parts: parts) : nil
  }

  /// `rest`, or `{value: rest, source: …}`; nil for anything else.
  private static func readRest(_ node: SourceNode, in reading: inout Reading) -> Provenance? {
    if node.scalar == "rest" { return Provenance() }
    guard let members = node.members, members.first(where: { $0.key == "value" })?.value.scalar == "rest",
      members.allSatisfy({ $0.key == "value" || Provenance.isKey($0.key) })
    else { return nil }
    var provenance = Provenance()
    for member in members where member.key != "value" { provenance.read(member, in: &reading) }
    return provenance
  }

  /// Parts that do not make up a whole. Found when a scenario is checked, not when a split is read, so that two parts
  /// can be set one after the other.
  public var faultOfWhole: FaultOfWhole? {
    guard let fault else { return nil }
    let mayHelp = parts.count > 1 && !parts.contains { $0.share == nil }
    return FaultOfWhole(message: fault, help: mayHelp ? "one part may be written 'rest'" : nil)
  }

  /// Why the parts do not make up a whole, or nil when they do.
  private var fault: String? {
    if isDirichlet {
      let isWhole = parts.allSatisfy { $0.share?.value.adjustment == Adjustment.none }
      return isWhole ? nil : "the shares of a \(Split.call) are drawn together: set it whole"
    }
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
    if isDirichlet { return .text(dirichletText) }
    return .mapping(
      parts.map { part in
        if let share = part.share { return (part.key, share.written(provenance: provenance)) }
        let members = provenance ? part.restProvenance.members : []
        return (part.key, members.isEmpty ? .text("rest") : .mapping([("value", .text("rest"))] + members))
      })
  }

  public static func allowed(_ rule: SplitRule) -> String {
    let example = rule.overMonths == nil ? "{A: 60%, B: rest}" : "{1mo: 60%, 2mo: rest}"
    return "shares that make up 100% by \(rule.noun): \(example), or \(call)(A 60, B 40)"
  }

  public var quantities: [QuantityPart] {
    parts.compactMap { part in part.share.map { QuantityPart(path: part.key, drawPath: part.key, entry: $0) } }
  }
}

extension Split: NumberHolding {
  static func numberRule(_ rule: SplitRule) -> QuantityRule { rule.share }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> Split {
    var result = self
    for position in parts.indices {
      guard var share = parts[position].share else { continue }
      change(parts[position].key, &share)
      result.parts[position].share = share
    }
    return result
  }
}
