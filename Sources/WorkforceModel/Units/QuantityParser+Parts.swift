/// The parts of a quantity: a number with its unit, and what kind the two make.
extension QuantityParser {
  func atom(_ start: Int, _ end: Int) throws(Fault) -> Atom {
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
  func withoutCommas(_ from: Int, _ to: Int) -> String {
    let parts = text(from, to).split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    return isGrouped || parts.count != 2 ? parts.joined() : parts.joined(separator: ".")
  }

  static let suffixes = ["/yr", "/mo", "chance/yr", "over pathway", "fte", "mo", "y"]

  func unit(_ start: Int, _ end: Int, prefix: String) throws(Fault) -> Unit {
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

  func quantity(_ given: Distribution, _ unit: Unit, _ from: Int, _ to: Int) throws(Fault) -> Quantity {
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

  func checked(_ quantity: Quantity, _ from: Int, _ to: Int) throws(Fault) -> Quantity {
    if let words = quantity.distribution.fault(bounded: quantity.measure.isBounded, scale: quantity.scale) {
      throw fault(words, from, to)
    }
    return quantity
  }
}
