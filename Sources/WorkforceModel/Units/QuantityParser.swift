/// Reads the text form of a quantity. A fault says what was found, where in the text, and what would mend it.
struct QuantityParser {
  /// A fault at an offset (in Unicode scalars) into the text.
  struct Fault: Error {
    var message: String
    var offset: Int
    var length: Int
    var help: [String] = []
  }

  private let scalars: [Unicode.Scalar]
  /// What `a..b`, a bare number and the like are taken to be when several kinds share a spelling.
  private let expected: [Measure]

  init(_ text: String, expected: [Measure]) {
    scalars = Array(text.unicodeScalars)
    self.expected = expected
  }

  /// A number with whatever unit stands beside it.
  private struct Atom {
    var value: Double
    var unit: Unit
    var offset: Int
    var length: Int
  }

  private struct Unit: Equatable {
    var prefix = ""
    var percent = false
    var suffix = ""

    /// Units given in part before and in part after a bracket, put together; nil when they contradict.
    func merged(with other: Unit) -> Unit? {
      guard prefix.isEmpty || other.prefix.isEmpty || prefix == other.prefix,
        suffix.isEmpty || other.suffix.isEmpty || suffix == other.suffix
      else { return nil }
      return Unit(
        prefix: prefix.isEmpty ? other.prefix : prefix, percent: percent || other.percent,
        suffix: suffix.isEmpty ? other.suffix : suffix)
    }
  }

  func parse() throws(Fault) -> Quantity {
    try parse(from: 0, to: scalars.count)
  }

  private func text(_ from: Int, _ to: Int) -> String {
    String(String.UnicodeScalarView(scalars[from..<max(from, to)]))
  }

  private func fault(_ message: String, _ from: Int, _ to: Int, help: [String] = []) -> Fault {
    Fault(message: message, offset: from, length: max(1, to - from), help: help)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\n" }

  private func trimmed(_ from: Int, _ to: Int) -> (Int, Int) {
    var (low, high) = (from, to)
    while low < high, isSpace(scalars[low]) { low += 1 }
    while high > low, isSpace(scalars[high - 1]) { high -= 1 }
    return (low, high)
  }

  private func find(_ word: String, _ from: Int, _ to: Int) -> Int? {
    let pattern = Array(word.unicodeScalars)
    guard to - from >= pattern.count else { return nil }
    return (from...(to - pattern.count)).first { scalars[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }

  private func isBalanced(_ from: Int, _ to: Int) -> Bool {
    scalars[from..<to].count { $0 == "(" } == scalars[from..<to].count { $0 == ")" }
  }

  private func parse(from start: Int, to end: Int) throws(Fault) -> Quantity {
    let (from, to) = trimmed(start, end)
    guard from < to else { throw fault("a value is missing", start, end) }
    if to - from > 200 { throw fault("a value has at most 200 characters", from, from + 1) }
    // Inside poisson(…) the limits belong to what stands in the brackets.
    if let position = find(" within ", from, to), isBalanced(from, position) {
      var quantity = try parseCore(from, position)
      quantity.within = try limits(position + 8, to, of: quantity)
      return quantity
    }
    return try parseCore(from, to)
  }

  private func parseCore(_ from: Int, _ to: Int) throws(Fault) -> Quantity {
    var open = from
    if scalars[open] == "×" || scalars[open] == "£" { open += 1 }
    if let bracket = scalars[open..<to].firstIndex(of: "("),
      bracket > open, scalars[open..<bracket].allSatisfy({ $0.properties.isAlphabetic })
    {
      return try parseCall(from, name: open, bracket: bracket, to)
    }
    if let over = find(" over ", from, to), text(over, to).hasSuffix("person-years") {
      return try parseRateFromCounts(from, over, to)
    }
    if let of = find(" of ", from, to) { return try parseShareFromCounts(from, of, to) }
    if let dots = find("..", from, to) { return try parseInterval(from, dots, to) }
    let atom = try self.atom(from, to)
    return try quantity(.constant(atom.value), atom.unit, from, to)
  }

  // MARK: forms

  private func parseCall(_ from: Int, name open: Int, bracket: Int, _ to: Int) throws(Fault) -> Quantity {
    let name = text(open, bracket)
    var depth = 0
    var close: Int?
    for position in bracket..<to {
      if scalars[position] == "(" { depth += 1 }
      if scalars[position] == ")" {
        depth -= 1
        if depth == 0 {
          close = position
          break
        }
      }
    }
    guard let close else {
      throw fault(
        "the bracket after \(name) is not closed", bracket, to,
        help: ["inside { } a comma ends the value: write \(name)(… …) with spaces between arguments, or quote it"])
    }
    if name == "poisson" {
      var inner = try parse(from: bracket + 1, to: close)
      guard to == close + 1, open == from else { throw fault("nothing may stand around poisson(…)", close + 1, to) }
      guard inner.measure == .perMonth || inner.measure == .perYear, !inner.isPoisson else {
        throw fault(
          "poisson takes a number in time, not \(inner.measure.words)", bracket + 1, close,
          help: ["for example poisson(60/mo) or poisson(46/yr)"])
      }
      inner.isPoisson = true
      return inner
    }
    guard let function = Distribution.functions.first(where: { $0.name == name }) else {
      let names = Distribution.functions.map(\.name) + ["poisson"]
      throw fault(
        "'\(name)' is not a distribution", open, bracket,
        help: [Suggestion.help(for: name, among: names) ?? "known: \(Suggestion.list(names))"])
    }
    let atoms = try arguments(bracket + 1, close)
    let words = function.arguments.map(\.name).joined(separator: " ")
    guard atoms.count == function.arguments.count else {
      throw fault(
        "\(name) takes \(function.arguments.count) arguments, not \(atoms.count)", open, close + 1,
        help: ["write \(name)(\(words))"])
    }
    var unit = Unit(prefix: text(from, open))
    for (atom, argument) in zip(atoms, function.arguments) {
      if !argument.carriesUnit, atom.unit != Unit() {
        throw fault(
          "\(argument.name) is a plain number", atom.offset, atom.offset + atom.length,
          help: ["write \(name)(\(words))"])
      }
      guard let merged = unit.merged(with: atom.unit) else {
        throw fault("the arguments have different units", atom.offset, atom.offset + atom.length)
      }
      unit = merged
    }
    let after = try self.unit(close + 1, to, prefix: "")
    guard let whole = unit.merged(with: after) else {
      throw fault("the unit after the bracket is not that of the arguments", close + 1, to)
    }
    guard let distribution = Distribution.named(name, atoms.map(\.value)) else {
      throw fault("\(name) cannot be read", open, to)
    }
    // `pert(2% 4 7%)`: a percent sign on one argument and not on another is a slip, not a unit "in part".
    let carrying = zip(atoms, function.arguments).filter(\.1.carriesUnit).map(\.0)
    if carrying.contains(where: \.unit.percent), let bare = carrying.first(where: { !$0.unit.percent }) {
      throw fault(
        "this argument lacks the percent sign that others have", bare.offset, bare.offset + bare.length,
        help: ["did you mean \(NumberText.shortest(bare.value))%?"])
    }
    return try quantity(distribution, whole, from, to)
  }

  private func arguments(_ from: Int, _ to: Int) throws(Fault) -> [Atom] {
    var atoms: [Atom] = []
    var position = from
    while position < to {
      while position < to, isSpace(scalars[position]) || scalars[position] == "," { position += 1 }
      guard position < to else { break }
      var end = position
      while end < to, !isSpace(scalars[end]), scalars[end] != "," { end += 1 }
      atoms.append(try atom(position, end))
      if atoms.count > 8 { throw fault("too many arguments", from, to) }
      position = end
    }
    return atoms
  }

  private func parseRateFromCounts(_ from: Int, _ over: Int, _ to: Int) throws(Fault) -> Quantity {
    let words = text(from, over).split(separator: " ")
    let exposureWords = text(over + 6, to).split(separator: " ")
    guard words.count == 2, let events = count(String(words[0])), exposureWords.count == 2,
      let exposure = count(String(exposureWords[0])), words[1].unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    else {
      throw fault("a rate from counts is written '430 leavers over 5513 person-years'", from, to)
    }
    let distribution = Distribution.rateFromCounts(events: events, noun: String(words[1]), exposure: exposure)
    return try checked(Quantity(distribution, .annualRate), from, to)
  }

  private func parseShareFromCounts(_ from: Int, _ of: Int, _ to: Int) throws(Fault) -> Quantity {
    let (first, firstEnd) = trimmed(from, of)
    let (second, secondEnd) = trimmed(of + 4, to)
    guard let events = count(text(first, firstEnd)),
      let leading = NumberText.leading(scalars[second..<secondEnd])
    else {
      throw fault("a share from counts is written '20 of 100'", from, to)
    }
    let unit = try self.unit(second + leading.count, secondEnd, prefix: "")
    return try quantity(.shareFromCounts(events: events, total: leading.value), unit, from, to)
  }

  private func count(_ text: String) -> Double? {
    let scalars = Array(text.unicodeScalars)
    guard let leading = NumberText.leading(scalars[...]), leading.count == scalars.count else { return nil }
    return leading.value
  }

  private func parseInterval(_ from: Int, _ dots: Int, _ to: Int) throws(Fault) -> Quantity {
    let low = try atom(from, dots)
    let high = try atom(dots + 2, to)
    guard let unit = low.unit.merged(with: high.unit) else {
      throw fault("the two ends have different units", from, to)
    }
    if low.unit.percent, !high.unit.percent {
      throw fault(
        "the high end lacks the percent sign", high.offset, high.offset + high.length,
        help: ["did you mean \(NumberText.shortest(high.value))%?"])
    }
    return try quantity(.interval(low: low.value, high: high.value), unit, from, to)
  }

  private func limits(_ from: Int, _ to: Int, of quantity: Quantity) throws(Fault) -> Quantity.Limits {
    guard let dots = find("..", from, to) else {
      throw fault("'within' takes a range", from, to, help: ["for example within 1%..12%"])
    }
    let low = try atom(from, dots)
    let high = try atom(dots + 2, to)
    func fits(_ unit: Unit) -> Bool {
      unit.percent == quantity.measure.isPercent
        && (unit.prefix.isEmpty || unit.prefix == quantity.measure.prefix)
        && (unit.suffix.isEmpty || " " + unit.suffix == quantity.measure.suffix
          || unit.suffix == quantity.measure.suffix)
    }
    guard fits(low.unit), fits(high.unit) else {
      throw fault(
        "the limits are written in the unit of the value, \(quantity.measure.words)", from, to)
    }
    guard low.value < high.value else { throw fault("the low limit must be below the high limit", from, to) }
    guard !quantity.isCertain else { throw fault("'within' goes with a distribution", from, to) }
    let limits = Quantity.Limits(low: low.value, high: high.value)
    var limited = quantity
    limited.within = limits
    guard limited.support.low < limited.support.high else {
      throw fault("the distribution has nothing within these limits", from, to)
    }
    return limits
  }

  // MARK: parts

  private func atom(_ start: Int, _ end: Int) throws(Fault) -> Atom {
    let (from, to) = trimmed(start, end)
    guard from < to else { throw fault("a number is missing", start, end) }
    var position = from
    var prefix = ""
    if scalars[from] == "£" || scalars[from] == "×" {
      prefix = String(scalars[from])
      position += 1
    }
    guard let leading = NumberText.leading(scalars[position..<to]) else {
      var help: [String] = []
      if scalars[position] == "x", position + 1 < to { help = ["a multiplier is written ×\(text(position + 1, to))"] }
      if scalars[position] == ".", position + 1 < to { help = ["did you mean 0\(text(position, to))?"] }
      throw fault("'\(text(from, to))' is not a number", from, to, help: help)
    }
    let next = position + leading.count
    if next < to, scalars[next] == "," {
      throw fault(
        "numbers are written with a point and without thousands separators", from, to,
        help: ["did you mean \(withoutCommas(from, to))?"])
    }
    guard abs(leading.value) <= Quantity.largest else {
      throw fault("numbers go up to a million million", from, to)
    }
    let unit = try self.unit(next, to, prefix: prefix)
    return Atom(value: leading.value, unit: unit, offset: from, length: to - from)
  }

  /// `5,436` without its separator; `11,5%`, whose comma parts no thousands, with a point.
  private func withoutCommas(_ from: Int, _ to: Int) -> String {
    let parts = text(from, to).split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    return isGrouped || parts.count != 2 ? parts.joined() : parts.joined(separator: ".")
  }

  private static let suffixes = ["/yr", "/mo", "chance/yr", "over pathway", "fte", "mo", "y"]

  private func unit(_ start: Int, _ end: Int, prefix: String) throws(Fault) -> Unit {
    let (from, to) = trimmed(start, end)
    var position = from
    var unit = Unit(prefix: prefix)
    if position < to, scalars[position] == "%" {
      unit.percent = true
      position += 1
    }
    let (rest, _) = trimmed(position, to)
    let suffix = text(rest, to)
    if suffix.isEmpty || QuantityParser.suffixes.contains(suffix) {
      unit.suffix = suffix
      return unit
    }
    let help =
      Suggestion.help(for: suffix, among: QuantityParser.suffixes + ["%"])
      ?? "units are %, \(QuantityParser.suffixes.joined(separator: ", "))"
    throw fault("'\(suffix)' is not a unit", rest, to, help: [help])
  }

  private func quantity(_ given: Distribution, _ unit: Unit, _ from: Int, _ to: Int) throws(Fault) -> Quantity {
    var distribution = given
    var percent = unit.percent || distribution.isProportion
    if distribution.isProportion, unit.percent {
      throw fault("beta and counts give proportions: no percent sign is needed", from, to)
    }
    let measure: Measure
    switch (unit.prefix, unit.suffix) {
    case ("£", ""): measure = .money
    case ("×", ""): measure = .multiplier
    case ("", ""): measure = percent ? .share : .number
    case ("", "/yr"): measure = percent ? .annualRate : .perYear
    case ("", "/mo"): measure = percent ? .monthlyProbability : .perMonth
    case ("", "chance/yr"): (measure, percent) = (.annualProbability, percent)
    case ("", "over pathway"): (measure, percent) = (.overPathway, percent)
    case ("", "fte"): measure = .fte
    case ("", "mo"): measure = .months
    case ("", "y"):
      measure = .months
      guard case .constant(let years) = distribution else {
        throw fault("an uncertain length is written in months", from, to)
      }
      distribution = .constant(years * 12)
    default:
      throw fault("'\(text(from, to))' mixes units", from, to)
    }
    guard percent == measure.isPercent else {
      if measure.isPercent { throw fault("\(measure.words) is written with a percent sign", from, to) }
      throw fault("a percentage cannot be \(measure.words)", from, to)
    }
    return try checked(Quantity(distribution, measure), from, to)
  }

  private func checked(_ quantity: Quantity, _ from: Int, _ to: Int) throws(Fault) -> Quantity {
    if let words = quantity.distribution.fault(bounded: quantity.measure.isBounded, scale: quantity.scale) {
      throw fault(words, from, to)
    }
    return quantity
  }
}
