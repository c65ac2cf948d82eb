/// What may follow a distribution, in this order: `within LOW..HIGH`, `times X`, `plus Y` or `minus Y`, and `each …`.
extension QuantityParser {
  enum TailWord: String, CaseIterable {
    case within, times, plus, minus

    /// Its place in the order; `plus` and `minus` share one.
    var rank: Int {
      switch self {
      case .within: 0
      case .times: 1
      case .plus, .minus: 2
      }
    }
  }

  struct Tail {
    var word: TailWord
    /// The blank before the word, and the blank after it.
    var start: Int
    var end: Int
  }

  /// Outside brackets only: inside poisson(…) they belong to what stands there.
  func tails(_ from: Int, _ to: Int) -> [Tail] {
    var found: [Tail] = []
    for word in TailWord.allCases {
      let pattern = " \(word.rawValue) "
      var next = from
      while let start = find(pattern, next, to) {
        let end = start + pattern.unicodeScalars.count - 1
        if isBalanced(from, start) { found.append(Tail(word: word, start: start, end: end)) }
        next = end
      }
    }
    return found.sorted { $0.start < $1.start }
  }

  func checkOrder(_ first: Tail, _ second: Tail) throws(Fault) {
    guard first.word.rank >= second.word.rank else { return }
    let words =
      first.word == second.word
      ? "'\(second.word)' stands twice"
      : first.word.rank == second.word.rank
        ? "a number is shifted once: plus or minus" : "'\(second.word)' stands before '\(first.word)'"
    throw fault(words, second.start + 1, second.end, help: ["the order is: within …, times …, plus or minus …"])
  }

  func apply(_ tail: Tail, until end: Int, to quantity: Quantity) throws(Fault) -> Quantity {
    if tail.word == .within {
      var limited = quantity
      limited.within = try limits(tail.end, end, of: quantity)
      return limited
    }
    let (from, to) = trimmed(tail.end, end)
    let written = text(tail.start + 1, to)
    let changed: Quantity
    if tail.word == .times {
      guard let leading = NumberText.leading(scalars[from..<to]), from + leading.count == to, leading.value > 0,
        leading.value <= Quantity.largest
      else {
        throw fault("'times' takes a plain number above 0", from, to, help: ["for example times 1.2"])
      }
      changed = quantity.multiplied(by: leading.value)
    } else {
      let shift = try atom(from, to)
      guard fits(shift.unit, quantity.measure) else {
        throw fault("a shift is written in the unit of the value, \(quantity.measure.words)", from, to)
      }
      changed = quantity.shifted(by: tail.word == .plus ? shift.value : -shift.value)
    }
    guard !quantity.isPoisson else {
      throw fault(
        "'\(tail.word)' stands inside the brackets of poisson(…)", tail.start + 1, to,
        help: ["write poisson(… \(written))"])
    }
    guard !quantity.isCertain else {
      throw fault("'\(tail.word)' goes with a distribution", tail.start + 1, to, help: ["write \(changed)"])
    }
    return changed
  }

  /// Whether a limit or a shift is in the unit of the value; what follows the distribution need not be said again.
  private func fits(_ unit: Unit, _ measure: Measure) -> Bool {
    unit.percent == measure.isPercent && (unit.prefix.isEmpty || unit.prefix == measure.prefix)
      && (unit.suffix.isEmpty || " " + unit.suffix == measure.suffix || unit.suffix == measure.suffix)
  }

  private func limits(_ from: Int, _ to: Int, of quantity: Quantity) throws(Fault) -> Quantity.Limits {
    guard let dots = find("..", from, to) else {
      throw fault("'within' takes a range", from, to, help: ["for example within 1%..12%"])
    }
    let low = try atom(from, dots)
    let high = try atom(dots + 2, to)
    guard fits(low.unit, quantity.measure), fits(high.unit, quantity.measure) else {
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

  /// `each intake` or `each year`, after an uncertain number.
  func recurrence(_ start: Int, _ end: Int, of quantity: Quantity) throws(Fault) -> Quantity.Recurrence {
    let (from, to) = trimmed(start, end)
    let known = Quantity.Recurrence.allCases.map(\.rawValue)
    guard let each = Quantity.Recurrence(rawValue: text(from, to)) else {
      throw fault(
        "a number is drawn anew for each \(Suggestion.list(known, conjunction: "or"))", from, to,
        help: [Suggestion.help(for: text(from, to), among: known)].compactMap(\.self))
    }
    guard !quantity.isCertain else { throw fault("'each' goes with an uncertain number", from, to) }
    return each
  }
}
