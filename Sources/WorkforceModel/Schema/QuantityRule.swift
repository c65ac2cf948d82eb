/// What a parameter allows of a quantity: its kinds, its range in the unit used, whether it may be uncertain.
public struct QuantityRule: Sendable {
  public var measures: [Measure]
  /// Overrides the kind's own range.
  public var range: ClosedRange<Double>?
  /// The upper end of `range` guards against slips; an uncertain value may have a tail beyond it.
  public var isCeilingSoft: Bool
  /// Excludes 0 itself.
  public var isPositive: Bool
  public var mayBeUncertain: Bool
  public var mayBePoisson: Bool
  /// Counts people: a computed number is rounded half up to whole ones.
  public var countsPeople: Bool
  /// What the number may be drawn anew for.
  public var recurrences: [Quantity.Recurrence]
  /// What the number counts, for messages: "a probability over 15 months", "people".
  public var noun: String

  public init(
    _ measures: [Measure], _ noun: String, range: ClosedRange<Double>? = nil, isCeilingSoft: Bool = false,
    isPositive: Bool = false, mayBeUncertain: Bool = true, mayBePoisson: Bool = false,
    countsPeople: Bool = false, each recurrences: [Quantity.Recurrence] = []
  ) {
    self.measures = measures
    self.noun = noun
    self.range = range
    self.isCeilingSoft = isCeilingSoft
    self.isPositive = isPositive
    self.mayBeUncertain = mayBeUncertain
    self.mayBePoisson = mayBePoisson
    self.countsPeople = countsPeople
    self.recurrences = recurrences
  }

  /// "a central annual rate (7.8%/yr) or …".
  public var words: String {
    // Of a number that stays near 1 an example in the hundreds would mislead.
    let isSmall = (range?.upperBound ?? .infinity) <= 2
    let kinds = measures.map { $0 == .number && isSmall ? "a number (0.94)" : $0.words }
    var text = "\(noun): " + Suggestion.list(kinds, conjunction: "or")
    if mayBePoisson { text += ", or poisson(…) of one" }
    // A range without a lower end says nothing.
    if let range, range.lowerBound > -Quantity.largest {
      let high = range.upperBound < Quantity.largest ? " to \(NumberText.shortest(range.upperBound))" : " or more"
      text += ", \(NumberText.shortest(range.lowerBound))\(high)"
    }
    if isPositive { text += ", above 0" }
    if mayBeUncertain { text += "; may be uncertain" }
    return text
  }

  /// The words with what the number may be drawn anew for, as reference pages give them.
  var reference: String {
    guard !recurrences.isEmpty else { return words }
    return words + ", and drawn anew: " + Suggestion.list(recurrences.map { "… each \($0)" }, conjunction: "or")
  }
}

extension Quantity: SchemaValue {
  public static func read(
    _ node: SourceNode, rule: QuantityRule, path: String, in reading: inout Reading
  ) -> Quantity? {
    if let member = node.members?.first,
      let help = Suggestion.help(for: member.key, among: ["value"] + Provenance.keys.map(\.key))
    {
      reading.fault("unknown key '\(member.key)'", at: member.keyRange, help: [help])
      return nil
    }
    guard let text = node.scalar, !node.isEmpty else {
      reading.fault("expected \(rule.words), not \(node.words)", at: node.range, help: [])
      return nil
    }
    let quantity: Quantity
    do {
      quantity = try QuantityParser(text).parse()
    } catch {
      reading.fault(
        error.message, at: node.part(offset: error.offset, length: error.length), label: rule.noun,
        help: error.help.isEmpty ? ["allowed: \(rule.words)"] : error.help)
      return nil
    }
    let range = node.part(offset: 0, length: text.unicodeScalars.count)
    let fault = quantity.fault(against: rule) { reading.given($0, at: path) }
    guard let fault else { return quantity }
    reading.fault(fault.message, at: range, label: rule.noun, help: [fault.help])
    return nil
  }

  public func written(provenance: Bool) -> SourceNode { .text(description) }

  public static func allowed(_ rule: QuantityRule) -> String { rule.reference }

  public var quantities: [QuantityPart] { [QuantityPart(path: "", drawPath: "", entry: Entry(self))] }

  /// What a rule has against this quantity, with what was probably meant.
  /// - Parameter change: how a value is given that would do, where this one comes from a change
  private func fault(
    against rule: QuantityRule, as change: (Quantity) -> String
  ) -> (message: String, help: String?)? {
    guard rule.measures.contains(measure) else {
      return ("\(description) is \(measure.words), but here stands \(rule.words)", meant(by: rule))
    }
    if isPoisson, !rule.mayBePoisson { return ("poisson(…) cannot stand here; allowed: \(rule.words)", nil) }
    if let each, !rule.recurrences.contains(each) {
      let known = rule.recurrences.map { "each \($0)" }
      return (
        "\(rule.noun) cannot be drawn anew for each \(each)",
        known.isEmpty ? "it is drawn once in a replicate" : "allowed: \(Suggestion.list(known, conjunction: "or"))"
      )
    }
    if !isCertain, !rule.mayBeUncertain { return ("\(rule.noun) must be certain, not \(description)", nil) }
    guard leaves(rule) else { return wholeFault(against: rule) }
    let allowed = rule.range ?? measure.range
    let limits = Self.limits(allowed, measure: measure, isPositive: rule.isPositive)
    if isCertain { return ("\(rule.noun) must be \(limits), not \(description)", meant(by: rule)) }
    let reach = Self.reach(low: support.low, high: support.high, measure: measure)
    return ("\(rule.noun) must be \(limits), but \(description) can be \(reach)", helpToFit(rule, as: change))
  }

  /// People who are given are whole; only what is computed is rounded.
  private func wholeFault(against rule: QuantityRule) -> (message: String, help: String?)? {
    guard rule.countsPeople, measure == .number, case .constant(let value) = distribution, value != value.rounded()
    else { return nil }
    let (below, above) = (NumberText.shortest(value.rounded(.down)), NumberText.shortest(value.rounded(.up)))
    return ("\(rule.noun) must be whole, not \(description)", "people are whole: \(below) or \(above)")
  }

  /// What the writer of a wrong number probably meant.
  private func meant(by rule: QuantityRule) -> String? {
    guard let help = nearest(to: rule), help != "did you mean \(description)?" else { return nil }
    return help
  }

  private func nearest(to rule: QuantityRule) -> String? {
    guard case .constant(let value) = distribution else { return nil }
    if measure == .number, let percent = rule.measures.first(where: \.isPercent) {
      let shown = value < 1 && value != 0 ? (value * 100_000_000).rounded() / 1_000_000 : value
      guard shown <= 100 else { return nil }
      return "did you mean \(Quantity.constant(shown, percent))?"
    }
    if measure == .share, let other = rule.measures.first(where: { $0.isPercent && $0 != .share }) {
      return "did you mean \(Quantity.constant(value, other))?"
    }
    if let only = rule.measures.first, rule.measures.count == 1, only.isPercent == measure.isPercent {
      return "did you mean \(Quantity.constant(value, only))?"
    }
    return nil
  }
}

extension Quantity: NumberHolding {
  static func numberRule(_ rule: QuantityRule) -> QuantityRule { rule }

  /// Provenance stands beside a single number, not in it.
  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> Quantity {
    var entry = Entry(self)
    change("", &entry)
    return entry.value
  }
}
