/// The forms of a quantity: a call, counts, a pair of ends, limits.
extension QuantityParser {
  func parseCall(_ from: Int, name open: Int, bracket: Int, _ to: Int) throws(Fault) -> Quantity {
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

  func arguments(_ from: Int, _ to: Int) throws(Fault) -> [Atom] {
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

  func parseRateFromCounts(_ from: Int, _ over: Int, _ to: Int) throws(Fault) -> Quantity {
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

  func parseShareFromCounts(_ from: Int, _ of: Int, _ to: Int) throws(Fault) -> Quantity {
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

  func count(_ text: String) -> Double? {
    let scalars = Array(text.unicodeScalars)
    guard let leading = NumberText.leading(scalars[...]), leading.count == scalars.count else { return nil }
    return leading.value
  }

  func parseInterval(_ from: Int, _ dots: Int, _ to: Int) throws(Fault) -> Quantity {
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
}
