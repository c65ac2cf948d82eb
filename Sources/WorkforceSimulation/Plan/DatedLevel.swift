/// The value of a parameter over time, as indices into a replicate's parameter values: steps and straight lines.
struct DatedLevel: Sendable {
  struct Point: Sendable {
    /// The month (since 0000-01) from which it holds; `Int.min` for always.
    var from: Int
    /// The month in which a straight line from the value before arrives; equal to `from` for a step.
    var reached: Int
    var parameter: Int
  }

  /// Ascending by month; never empty.
  var points: [Point]

  /// The value in force in a month.
  func value(in month: Int, _ values: [Double]) -> Double {
    value(in: month) { values[$0] }
  }

  /// The value in force in a month, the parameters' values being looked up.
  func value(in month: Int, _ parameter: (Int) -> Double) -> Double {
    var current = points[0]
    var previous = points[0]
    for point in points.dropFirst() where point.from <= month {
      previous = current
      current = point
    }
    let level = parameter(current.parameter)
    guard current.reached > current.from, month < current.reached else { return level }
    let before = parameter(previous.parameter)
    let passed = Double(month - current.from) / Double(current.reached - current.from)
    return before + (level - before) * passed
  }

  /// Whether the value in a month can differ from the value in the month before.
  func changes(in month: Int) -> Bool {
    points.contains { point in
      point.from > Int.min && (point.from == month || (month > point.from && month <= point.reached))
    }
  }
}
