/// A value made of numbers, each of which a relative change can change.
protocol NumberHolding: SchemaValue {
  /// What the parameter allows of each number.
  static func numberRule(_ rule: Rule) -> QuantityRule

  /// The value with every number in it changed. The first argument is the number's path below the value's own.
  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> Self
}

extension NumberHolding {
  public static var ownsFrom: Bool { false }

  public func changed(
    by change: Change, at part: [String], rule: Rule, path: String, in reading: inout Reading
  ) -> Self? {
    if let from = change.from {
      reading.fault(
        "\(Self.numberRule(rule).noun) cannot change with time", at: from.range,
        help: ["leave out 'from \(from.flowText)' to change it from the start"])
      return nil
    }
    return changedNumbers(by: change, at: part, rule: rule, path: path, in: &reading)
  }

  /// Every number at or below a path changed by a relative change.
  func changedNumbers(
    by change: Change, at part: [String], rule: Rule, path: String, in reading: inout Reading
  ) -> Self? {
    guard let relative = change.relative(in: &reading) else { return nil }
    let rule = Self.numberRule(rule)
    var isFound = false
    var isSound = true
    let result = changingNumbers { inner, entry in
      guard inner.split(separator: ".").map(String.init).starts(with: part) else { return }
      isFound = true
      let own = SchemaPath.joined(path, inner)
      isSound = isSound && relative.change(&entry, rule: rule, path: own, by: change, in: &reading)
    }
    if !isFound {
      let text = written(provenance: false)
      if part.count == 1, text.members?.first(where: { $0.key == part[0] })?.value.scalar == "rest" {
        reading.fault(
          "\(path).\(part[0]) is the rest, which is no number to change", at: reading.pathRange ?? change.range,
          help: ["change the other parts, or give it a share of its own"])
      } else {
        reading.faultNoPart(part, of: path, text: text, at: change.range)
      }
    }
    return isFound && isSound ? result : nil
  }
}

extension Reading {
  mutating func faultNoPart(_ part: [String], of path: String, text: SourceNode, at range: SourceRange? = nil) {
    let names = text.members?.map(\.key) ?? []
    let help = names.isEmpty ? "it is \(text.flowText)" : "there is: \(Suggestion.list(names))"
    fault("\(path) has no '\(part.joined(separator: "."))'", at: pathRange ?? range, help: [help])
  }
}
