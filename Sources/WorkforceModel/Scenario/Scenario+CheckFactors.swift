import OrderedCollections

/// Checks on uncertain numbers: what a factor may move, and what products can come to.
extension Scenario {
  /// The path with the rows left out that may be left out: `.rate` of a group, `.value`.
  public static func normalized(_ path: String) -> String {
    var segments = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    while let last = segments.last, last == "value" { segments.removeLast() }
    if segments.count >= 3, segments[0] == "grades", segments[2] == "leaving",
      segments.count == 3 || !Leaving.schema.keys.contains(segments[3])
    {
      segments.insert("rate", at: 3)
    }
    // `<60mo` and `<5y` are one band.
    return segments.map { Band($0)?.description ?? $0 }.joined(separator: ".")
  }

  /// The paths that draws are addressed by.
  public var drawPaths: [String] {
    values.flatMap { value in
      value.quantities.filter { !$0.quantity.isCertain }.map {
        Scenario.drawPath(SchemaPath.joined(value.path, $0.drawPath))
      }
    } + variationPaths
  }

  /// A start that differs keeps the draws of its intake: `intakes.autumn.2027-09.fill` is drawn at `intakes.autumn.fill`.
  static func drawPath(_ path: String) -> String {
    var segments = path.split(separator: ".").map(String.init)
    guard segments.count > 3, segments[0] == "intakes", Month(segments[2]) != nil else { return path }
    segments.remove(at: 2)
    return segments.joined(separator: ".")
  }

  /// The yearly variations, whose innovations are drawn anew for each year.
  private var variationPaths: [String] {
    grades.filter { $0.value.leaving.yearlyVariation != nil }.map { "grades.\($0.key).leaving.yearly-variation" }
      + moves.filter { $0.value.yearlyVariation != nil }.map { "moves.\($0.key).yearly-variation" }
  }

  func checkFactors(in reading: inout Reading) {
    let uncertain = Set(drawPaths)
    let sorted = uncertain.sorted(by: String.byScalars)
    let values = self.values
    let known = Set(values.map(\.path))
    // Path of a number → whether it is certain, and the path that its draw is addressed by.
    let parts = Dictionary(
      values.flatMap { value in
        value.quantities.map { part in
          let draw = Scenario.drawPath(SchemaPath.joined(value.path, part.drawPath))
          return (SchemaPath.joined(value.path, part.path), (isCertain: part.quantity.isCertain, draw: draw))
        }
      }, uniquingKeysWith: { first, _ in first })
    var movers: [String: String] = [:]
    for (key, factor) in factors {
      var certain: [(path: String, range: SourceRange?)] = []
      for (position, given) in factor.moves.value.enumerated() {
        let range = reading.origins["factors.\(key).moves.\(position)"] ?? reading.origins["factors.\(key).moves"]
        let path = Scenario.normalized(given)
        guard uncertain.contains(path) else {
          let apart = sorted.filter { $0.hasPrefix(path + ".") }
          if let part = parts[path], !part.isCertain {
            reading.fault("\(given) shares its draw with \(part.draw)", at: range, help: ["name \(part.draw)"])
          } else if known.contains(path), !apart.isEmpty {
            reading.fault(
              "the parts of \(given) are drawn apart", at: range, help: ["name \(Suggestion.list(apart))"])
          } else if known.contains(path) || parts[path] != nil {
            certain.append((given, range))
          } else {
            let help = reading.suggestion(for: given, among: sorted)
            reading.fault("there is no uncertain number '\(given)'", at: range, help: [help])
          }
          continue
        }
        if let other = movers[path] {
          reading.fault("\(given) is moved by \(other) already; a number follows one factor", at: range)
        }
        movers[path] = key
      }
      warn(of: certain, movedBy: key, in: &reading)
    }
  }

  /// Not a fault: setting a number to a certain value must not need the factor to be changed too. Who made it certain by
  /// a change is told with the change.
  private func warn(
    of certain: [(path: String, range: SourceRange?)], movedBy key: String, in reading: inout Reading
  ) {
    let left = certain.filter { moved in
      let path = Scenario.normalized(moved.path)
      return !reading.applied.contains { path == $0.path || path.hasPrefix($0.path + ".") }
    }
    guard let first = left.first else { return }
    // In a file that extends the factor's, what made the number certain stands in that file.
    let own = place(Scenario.normalized(first.path), reading)
    let isOne = left.count == 1
    reading.warn(
      "\(Suggestion.list(left.map(\.path))) \(isOne ? "is" : "are") certain, so factor \(key) does not move "
        + (isOne ? "it" : "them"), at: own?.source == first.range?.source ? first.range : own,
      help: ["give \(isOne ? "it a distribution, or take it" : "them distributions, or take them") off the list"])
  }

  /// The factors that no longer move a number, because a change has made it certain.
  func factorsLosing(_ path: String, since before: Scenario) -> [String] {
    let (now, then) = (Set(drawPaths), Set(before.drawPaths))
    return factors.filter { factor in
      factor.value.moves.value.contains { given in
        let moved = Scenario.normalized(given)
        return (moved == path || moved.hasPrefix(path + ".")) && then.contains(moved) && !now.contains(moved)
      }
    }.map(\.key)
  }

  /// A probability times a multiplier must stay a probability: by worst case where both are bounded.
  func checkProducts(in reading: inout Reading) {
    for (key, grade) in grades {
      let own = grade.leaving.multiplier?.value
      let origins = grade.leaving.byOrigin?.value.parts.map(\.entry.value) ?? []
      guard own != nil || !origins.isEmpty else { continue }
      let highest = origins.max { $0.support.high < $1.support.high }
      let most = (own?.support.high ?? 1) * max(1, highest?.support.high ?? 1)
      let words = [own, highest].compactMap { $0.map { "\($0)" } }.joined(separator: " times ")
      for point in grade.leaving.rate.value.rows.flatMap(\.points) {
        let rate = point.entry.value
        guard rate.measure.isBounded, most.isFinite, rate.support.high * most > 1 else { continue }
        reading.fault(
          "a probability of \(rate) times \(words) can be above 100%",
          at: place("grades.\(key).leaving.\(own == nil ? "by-origin" : "multiplier")", reading),
          help: ["write the rate as a central annual rate, which has no upper end"])
      }
    }
  }
}
