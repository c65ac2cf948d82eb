import WorkforceModel

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
  func value<Number: FutureNumber>(in month: Int, _ values: Room<Number>) -> Number {
    points.withUnsafeBufferPointer { DatedLevel.value($0, in: month, values) }
  }

  /// The value in force in a month, of points as a level has them.
  @inline(__always)
  static func value<Number: FutureNumber>(
    _ points: UnsafeBufferPointer<Point>, in month: Int, _ values: Room<Number>
  ) -> Number {
    let force = inForce(points, in: month)
    let level = values[force.current]
    guard let before = force.before else { return level }
    let first = values[before.parameter]
    return first + (level - first) * Number(repeating: before.passed)
  }

  /// The value in force in a month, the parameters' values being looked up.
  func value(in month: Int, _ parameter: (Int) -> Double) -> Double {
    let force = inForce(in: month)
    let level = parameter(force.current)
    guard let before = force.before else { return level }
    let first = parameter(before.parameter)
    return first + (level - first) * before.passed
  }

  /// The parameter in force in a month, and, on a straight line, that of its beginning and the share of it passed.
  private func inForce(in month: Int) -> (current: Int, before: (parameter: Int, passed: Double)?) {
    points.withUnsafeBufferPointer { DatedLevel.inForce($0, in: month) }
  }

  @inline(__always)
  private static func inForce(
    _ points: UnsafeBufferPointer<Point>, in month: Int
  ) -> (current: Int, before: (parameter: Int, passed: Double)?) {
    var (current, previous) = (points[0], points[0])
    for place in 1..<points.count where points[place].from <= month {
      previous = current
      current = points[place]
    }
    guard current.reached > current.from, month < current.reached else { return (current.parameter, nil) }
    let passed = Double(month - current.from) / Double(current.reached - current.from)
    return (current.parameter, (previous.parameter, passed))
  }

  /// The total of a number per month up to and including a month, counted since the year 0 or, on a straight line, since
  /// the line's first month: differences of totals rounded down are whole people that keep pace with the number.
  /// - Returns: the totals before and after the month.
  func totals<Number: FutureNumber>(
    around month: Int, _ values: Room<Number>
  ) -> (before: Number, after: Number) {
    let place = points.lastIndex { $0.from <= month } ?? 0
    let current = points[place]
    let level = values[current.parameter]
    guard current.reached > current.from, month < current.reached, place > 0 else {
      return (level * Number(repeating: Double(month)), level * Number(repeating: Double(month + 1)))
    }
    let first = values[points[place - 1].parameter]
    let slope = (level - first) / Number(repeating: Double(current.reached - current.from))
    let count = Double(month - current.from)
    func total(_ months: Double) -> Number {
      Number(repeating: months) * first
        + slope * Number(repeating: months) * Number(repeating: months - 1) / Number(repeating: 2)
    }
    return (total(count), total(count + 1))
  }

  /// The value in force in a month, for each replicate of a block.
  func values(in month: Month, _ block: Ensemble.Block) -> [Double] {
    let force = inForce(in: month.index)
    let level = block.parameter(force.current)
    guard let before = force.before else { return Array(level) }
    return zip(block.parameter(before.parameter), level).map { $0 + ($1 - $0) * before.passed }
  }

  /// Writes the value in force in a month, for each replicate of a block.
  func fill(_ target: UnsafeMutablePointer<Double>, in month: Month, _ block: Ensemble.Block) {
    let force = inForce(in: month.index)
    block.fill(target, force.current)
    guard let before = force.before else { return }
    for (offset, first) in block.parameter(before.parameter).enumerated() {
      target[offset] = first + (target[offset] - first) * before.passed
    }
  }

  /// The same value always.
  init(constant parameter: Int) {
    points = [Point(from: Int.min, reached: Int.min, parameter: parameter)]
  }

  init(points: [Point]) {
    self.points = points
  }

  /// Whether the value in a month can differ from the value in the month before.
  func changes(in month: Int) -> Bool {
    points.contains { point in
      point.from > Int.min && (point.from == month || (month > point.from && month <= point.reached))
    }
  }
}
