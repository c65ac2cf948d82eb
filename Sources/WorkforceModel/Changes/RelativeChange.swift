/// What a relative change does to a number.
enum RelativeChange: Equatable, Sendable {
  case factor(Double)
  /// Percentage points.
  case points(Double)
  /// A certain number of the value's own kind.
  case shift(Quantity)

  static let forms = "a change is +20%, +2pt, or a shift in the value's own unit such as +0.5%/yr, -£500 or +3mo"
}

extension Change {
  /// A sign with a number behind it. In quotes it is a text like any other.
  var isRelative: Bool {
    guard let text = value.scalar, !value.isQuoted, let sign = text.first, sign == "+" || sign == "-" else {
      return false
    }
    guard let next = text.dropFirst().first(where: { $0 != " " }) else { return false }
    return ("0"..."9").contains(next) || next == "£" || next == "×" || next == "."
  }

  /// Reads a relative change; reports what is none.
  func relative(in reading: inout Reading) -> RelativeChange? {
    let text = value.scalar ?? ""
    let scalars = Array(text.unicodeScalars)
    let sign: Double = scalars.first == "-" ? -1 : 1
    if let number = NumberText.leading(scalars.dropFirst()), number.value >= 0, number.value <= Quantity.largest {
      switch String(String.UnicodeScalarView(scalars.dropFirst(1 + number.count))) {
      case "%":
        let factor = NumberText.decimal((100 + sign * number.value) / 100)
        guard factor >= 0 else {
          reading.fault(
            "\(text) takes away more than there is", at: value.range, help: ["-100% is the most that can be taken away"]
          )
          return nil
        }
        return .factor(factor)
      case "pt": return .points(sign * number.value)
      default: break
      }
    }
    if Change.isSpaced(scalars) {
      reading.fault(
        "\(text) is written without blanks", at: value.range, help: [RelativeChange.forms])
      return nil
    }
    do {
      let shift = try QuantityParser(String(text.dropFirst())).parse()
      guard case .constant(let number) = shift.distribution, !shift.isPoisson else {
        reading.fault("a shift is a certain number, not \(shift)", at: value.range, help: [RelativeChange.forms])
        return nil
      }
      return .shift(.constant(sign * number, shift.measure))
    } catch {
      reading.fault(
        error.message, at: value.part(offset: error.offset + 1, length: error.length),
        help: error.help.filter { $0.hasPrefix("did you mean") } + [RelativeChange.forms])
      return nil
    }
  }
}

extension RelativeChange {
  /// Changes one number, says what ought to be said, and marks its provenance.
  /// - Returns: false where the number takes no such change, which has been reported
  func change(
    _ entry: inout Entry<Quantity>, rule: QuantityRule, path: String, by change: Change, in reading: inout Reading
  ) -> Bool {
    let old = entry.value
    var new: Quantity
    switch self {
    case .factor(let factor): new = old.multiplied(by: factor)
    case .points(let points):
      guard old.measure.isPercent else {
        let meant = Quantity.constant(abs(points), old.measure)
        reading.fault(
          "\(path) is \(old), no percentage, so it takes no percentage points", at: change.range,
          help: ["did you mean \(points < 0 ? "-" : "+")\(meant)?"])
        return false
      }
      new = old.shifted(by: points)
    case .shift(let shift):
      guard case .constant(let number) = shift.distribution, shift.measure == old.measure else {
        reading.fault(
          "\(path) is \(old): it is shifted in its own unit, \(old.measure.words)", at: change.range,
          help: [meant(shift, for: old.measure)])
        return false
      }
      new = old.shifted(by: number)
    }
    if rule.countsPeople, new.measure == .number, case .constant(let number) = new.distribution {
      let whole = (number + 0.5).rounded(.down)
      if whole != number {
        reading.remarks.append("\(NumberText.shortest(number)) rounded to whole people")
        new = .constant(whole, .number)
      }
    }
    reading.remarkSource(of: entry.provenance)
    entry.value = new
    entry.provenance.markChanged(change.typed)
    return true
  }

  /// The same number in the unit that is asked for.
  private func meant(_ shift: Quantity, for measure: Measure) -> String {
    guard case .constant(let number) = shift.distribution else { return Self.forms }
    let sign = number < 0 ? "-" : "+"
    if measure == .share { return "did you mean \(sign)\(NumberText.shortest(abs(number)))pt?" }
    return "did you mean \(sign)\(Quantity.constant(abs(number), measure))?"
  }
}

extension Reading {
  /// A changed number is not the one that its source gives: said once for each source.
  mutating func remarkSource(of provenance: Provenance) {
    guard let source = provenance.shownSource else { return }
    let words = "no longer the number of source \(source)"
    if !remarks.contains(words) { remarks.append(words) }
  }
}
