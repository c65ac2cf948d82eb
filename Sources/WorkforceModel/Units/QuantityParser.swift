/// Reads the text form of a quantity. A fault says what was found, where in the text, and what would mend it.
struct QuantityParser {
  /// A fault at an offset (in Unicode scalars) into the text.
  struct Fault: Error {
    var message: String
    var offset: Int
    var length: Int
    var help: [String] = []
  }

  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// A number with whatever unit stands beside it.
  struct Atom {
    var value: Double
    var unit: Unit
    var offset: Int
    var length: Int
  }

  struct Unit: Equatable {
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

  func text(_ from: Int, _ to: Int) -> String {
    String(String.UnicodeScalarView(scalars[from..<max(from, to)]))
  }

  func fault(_ message: String, _ from: Int, _ to: Int, help: [String] = []) -> Fault {
    Fault(message: message, offset: from, length: max(1, to - from), help: help)
  }

  func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\n" }

  func trimmed(_ from: Int, _ to: Int) -> (Int, Int) {
    var (low, high) = (from, to)
    while low < high, isSpace(scalars[low]) { low += 1 }
    while high > low, isSpace(scalars[high - 1]) { high -= 1 }
    return (low, high)
  }

  func find(_ word: String, _ from: Int, _ to: Int) -> Int? {
    let pattern = Array(word.unicodeScalars)
    guard to - from >= pattern.count else { return nil }
    return (from...(to - pattern.count)).first { scalars[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }

  func isBalanced(_ from: Int, _ to: Int) -> Bool {
    scalars[from..<to].count { $0 == "(" } == scalars[from..<to].count { $0 == ")" }
  }

  func parse(from start: Int, to end: Int) throws(Fault) -> Quantity {
    let (from, to) = trimmed(start, end)
    guard from < to else { throw fault("a value is missing", start, end) }
    if let position = find(" each ", from, to), isBalanced(from, position) {
      var quantity = try parse(from: from, to: position)
      quantity.each = try recurrence(position + 6, to, of: quantity)
      return quantity
    }
    if to - from > 200 { throw fault("a value has at most 200 characters", from, from + 1) }
    let tails = self.tails(from, to)
    var quantity = try parseCore(from, tails.first?.start ?? to)
    for (position, tail) in tails.enumerated() {
      if position > 0 { try checkOrder(tails[position - 1], tail) }
      let end = tails.indices.contains(position + 1) ? tails[position + 1].start : to
      quantity = try apply(tail, until: end, to: quantity)
    }
    return quantity
  }

  func parseCore(_ from: Int, _ to: Int) throws(Fault) -> Quantity {
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
}
