import WorkforceAnalysis
import WorkforceModel

/// What `assert` claims: a metric's statistic at a month, an operator, a value.
struct Claim {
  let metric: Word
  let statistic: Statistic
  /// nil for the last.
  let month: Word?
  /// `>=`, `<=`, `=`, `!=`
  let operation: String
  /// In the unit of the metric: 0.8 for 80 %.
  let value: Double
  let isPercent: Bool
  let typed: String

  static let operations = [">=", "<=", "=", "!="]

  init(_ invocation: Invocation) throws {
    // The month may stand before the operator, or behind the value.
    var words = invocation.words
    if let place = words.lastIndex(where: { $0.isKeyword("at") }), let sign = words.firstIndex(where: \.isOperator),
      place > sign
    {
      let clause = words[place...]
      words = Array(words[..<sign] + clause + words[sign..<place])
    }
    guard let position = words.firstIndex(where: \.isOperator) else {
      throw invocation.misuse(
        "'assert' lacks its operator: \(Suggestion.list(Claim.operations, conjunction: "or"))",
        help: ["for example: assert PO.fte at 2029-09 >= 6000"])
    }
    let (front, back) = (words[..<position], words[(position + 1)...])
    operation = words[position].text
    guard let number = back.first, back.count == 1 else {
      throw invocation.misuse("one value stands behind \(operation)", at: back.dropFirst().first ?? words[position])
    }
    typed = number.text
    isPercent = number.text.hasSuffix("%")
    // Commas stand between groups of three digits, as results show them.
    let given = isPercent ? String(number.text.dropLast()) : number.text
    let isGrouped = given.wholeMatch(of: /[+-]?\d{1,3}(,\d{3})+(\.\d+)?/) != nil
    let digits = isGrouped ? given.replacing(",", with: "") : given
    guard let parsed = Double(isPercent ? digits + "e-2" : digits), parsed.isFinite else {
      throw invocation.misuse(
        "a number stands behind \(operation), such as 6000 or 80%, not '\(number.text)'", at: number)
    }
    value = parsed
    let parts = front.split(omittingEmptySubsequences: false) { $0.isKeyword("at") }
    guard let first = parts.first?.first, parts.count <= 2, parts[0].count <= 2 else {
      throw invocation.misuse("'assert' is about one metric", at: front.dropFirst(2).first ?? words[position])
    }
    metric = first
    if let word = parts[0].dropFirst().first {
      guard let known = Statistic(rawValue: word.text) else {
        let names = Statistic.allCases.map(\.rawValue)
        throw invocation.misuse(
          "'\(word.text)' is no statistic", at: word,
          help: [Suggestion.help(for: word.text, among: names) ?? "statistics are \(Suggestion.list(names))"])
      }
      statistic = known
    } else {
      statistic = .p50
    }
    if parts.count == 2 {
      guard let word = parts[1].first, parts[1].count == 1 else {
        throw invocation.misuse("one month stands behind 'at'", at: parts[1].dropFirst().first ?? words[position])
      }
      month = word
    } else {
      month = nil
    }
  }

  /// A share is claimed in percent, and nothing else is.
  /// - Parameter isShare: whether the number is a rate or a probability
  func check(isShare: Bool, _ invocation: Invocation) throws {
    guard isShare != isPercent else { return }
    throw invocation.misuse(
      isShare
        ? "\(metric.text) \(statistic.rawValue) is a share: it is written 80%, not \(typed)"
        : "\(metric.text) \(statistic.rawValue) is no share: it is written without %", at: metric,
      help: isShare && value >= 0 && value <= 100 ? ["did you mean \(typed)%?"] : [])
  }

  func holds(of found: Double) -> Bool {
    switch operation {
    case ">=": found >= value
    case "<=": found <= value
    case "=": found == value
    default: found != value
    }
  }
}
