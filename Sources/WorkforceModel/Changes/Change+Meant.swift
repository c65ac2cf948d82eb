/// What was meant by a change that is spelt otherwise.
extension Change {
  private static let signs: [Unicode.Scalar: String] = [
    "+": "+", "-": "-", "\u{2212}": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-",
    "\u{2014}": "-", "\u{FF0B}": "+", "\u{FF0D}": "-",
  ]
  private static let percent = ["%", "percent", "percents", "pc"]
  private static let points = [
    "pt", "pts", "pp", "pps", "ppt", "ppts", "p.p.", "%pt", "%pts", "point", "points", "percentagepoint",
    "percentagepoints", "%point", "%points",
  ]

  /// A percentage or percentage points with blanks before or behind the number. With one, `+20 %` would be a shift of a
  /// share by 20 points, and without it is a scaling.
  static func isSpaced(_ scalars: [Unicode.Scalar]) -> Bool {
    let compact = scalars.filter { $0 != " " }
    guard compact.count < scalars.count, let number = NumberText.leading(compact.dropFirst()) else { return false }
    return ["%", "pt"].contains(String(String.UnicodeScalarView(compact.dropFirst(1 + number.count))))
  }

  /// The same number in spellings that there are, behind a sign; most of them fit no given value.
  var respellings: [String] {
    guard let text = value.scalar, !value.isQuoted, let first = text.unicodeScalars.first,
      let sign = Change.signs[first]
    else { return [] }
    let rest = Array(text.unicodeScalars.dropFirst()).filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    guard let number = NumberText.leading(rest[...]), rest[0] != "+", rest[0] != "-" else { return [] }
    let digits = String(String.UnicodeScalarView(rest.prefix(number.count)))
    let unit = String(String.UnicodeScalarView(rest.dropFirst(number.count))).lowercased()
    let texts: [String]
    if Change.percent.contains(unit) {
      texts = ["\(digits)%"]
    } else if Change.points.contains(unit) {
      texts = ["\(digits)pt"]
    } else if unit.isEmpty {
      texts = [
        "\(digits)", "\(digits) fte", "£\(digits)", "\(digits)mo", "\(digits)/mo", "\(digits)/yr", "\(digits)pt",
        "\(digits)%",
      ]
    } else {
      texts = [digits + unit, "\(digits) \(unit)"]
    }
    return texts.map { sign + $0 }.filter { $0 != text }
  }

  /// The same change with another text before `from`.
  func respelt(_ text: String) -> Change {
    let node = SourceNode(.scalar(text), range: value.range)
    return Change(replacing: node, from: from)
  }
}

extension Scenario {
  /// The faults of a change, with those spellings of the same number as help that would be accepted, and no others.
  func helped(
    _ faults: [Diagnostic], _ path: [String], _ change: Change, from before: Reading
  ) -> [Diagnostic] {
    guard let first = faults.firstIndex(where: { $0.severity == .error && $0.range?.source == change.range.source })
    else { return faults }
    var faults = faults
    func isOffer(_ help: String) -> Bool {
      ["did you mean +", "did you mean -"].contains(where: help.hasPrefix) && help.hasSuffix("?")
    }
    let offers = faults[first].help.filter(isOffer).map { String($0.dropFirst(13).dropLast()) }
    var tried: [String] = []
    for text in offers + change.respellings where !tried.contains(text) { tried.append(text) }
    guard !tried.isEmpty else { return faults }
    var sound = tried.filter { text in
      var (candidate, reading) = (self, before)
      candidate.set(path, to: change.respelt(text), in: &reading)
      return !reading.hasErrors
    }
    // Of a number without a unit a scaling is another change: it is offered where the number could be nothing else.
    if sound.count > 1 { sound.removeAll { $0.hasSuffix("%") } }
    faults[first].help.removeAll(where: isOffer)
    if sound.isEmpty {
      if !offers.isEmpty, faults[first].help.isEmpty { faults[first].help = [RelativeChange.forms] }
    } else {
      faults[first].help.insert("did you mean \(Suggestion.list(sound, conjunction: "or"))?", at: 0)
    }
    return faults
  }
}
