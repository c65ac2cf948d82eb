import Oracle

/// A number that may change with time, in steps and straight lines.
struct MadeLevel {
  struct Point {
    /// Months since 0000-01; nil for always.
    var from: Int?
    /// Where a straight line from the value before arrives.
    var reached: Int?
    /// Hundredths of the unit.
    var level: Int
  }

  var points: [Point]

  static func constant(_ level: Int) -> MadeLevel { MadeLevel(points: [Point(from: nil, reached: nil, level: level)]) }

  /// The value in force in a month, in the unit.
  func value(in month: Int) -> Double {
    guard let last = points.lastIndex(where: { ($0.from ?? .min) <= month }) else { return .nan }
    let point = points[last]
    let level = Double(point.level) / 100
    guard let from = point.from, let reached = point.reached, month < reached else { return level }
    let before = Double(points[last - 1].level) / 100
    return before + (level - before) * Double(month - from) / Double(reached - from)
  }

  func text(_ spelled: (Int) -> String) -> String {
    if points.count == 1, points[0].from == nil { return spelled(points[0].level) }
    let members = points.map { point in
      let arrival = point.reached.map { " by \(Spelling.month($0))" } ?? ""
      return "\(Spelling.month(point.from ?? 0)): \(spelled(point.level))\(arrival)"
    }
    return "{\(members.joined(separator: ", "))}"
  }
}

/// A rate by band of service, each band over time.
struct MadeRate {
  enum Kind: CaseIterable { case central, chance, monthly }

  struct Row {
    var lower: Int
    var upper: Int?
    var level: MadeLevel
  }

  var kind: Kind
  var rows: [Row]

  /// The probability of a month, the rate multiplied first.
  func probability(service: Int, month: Int, times multiplier: Double) -> Double {
    guard let row = rows.last(where: { $0.lower <= service }) else { return .nan }
    let level = row.level.value(in: month) / 100 * multiplier
    return switch kind {
    case .central: Monthly.central(level)
    case .chance: Monthly.annualChance(level)
    case .monthly: level
    }
  }

  func text(_ spelling: Spelling) -> String {
    let suffix =
      switch kind {
      case .central: "/yr"
      case .chance: " chance/yr"
      case .monthly: "/mo"
      }
    let members = rows.map { row in
      (row, row.level.text { spelling.number($0, percent: true, suffix: suffix) })
    }
    if let only = members.first, members.count == 1 { return only.1 }
    return "{" + members.map { "\(Spelling.band($0.0.lower, $0.0.upper)): \($0.1)" }.joined(separator: ", ") + "}"
  }
}
