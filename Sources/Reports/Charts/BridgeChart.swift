import WorkforceModel

/// How one number becomes another: what is added and taken away, one after the other.
public struct BridgeChart: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    public let label: String
    /// Signed: what it adds.
    public let value: Double

    public init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  public let title: String
  public let opening: Step
  public let steps: [Step]
  /// The opening and all steps together.
  public let closing: Step

  /// - Parameter closing: its label; its value is the sum
  /// - Returns: nil where a number is not finite, or beyond 1e100
  public init?(_ title: String, opening: Step, steps: [Step], closing: String) {
    guard ([opening] + steps).allSatisfy({ RoundStep.shown($0.value) != nil }) else { return nil }
    self.title = title
    self.opening = opening
    self.steps = steps
    self.closing = Step(closing, steps.reduce(opening.value) { $0 + $1.value })
  }

  /// From the closing of one bridge to that of another: what each step differs by. Steps belong together by label; what
  /// one of the two does not have counts as nothing, and what does not differ is left out.
  /// - Returns: nil where there is no difference that is finite
  public init?(_ title: String, from first: BridgeChart, to second: BridgeChart, labels: (from: String, to: String)) {
    func value(_ label: String, _ chart: BridgeChart) -> Double {
      chart.steps.filter { $0.label == label }.reduce(0) { $0 + $1.value }
    }
    var names: [String] = []
    for step in first.steps + second.steps where !names.contains(step.label) { names.append(step.label) }
    let changes =
      [Step(second.opening.label, second.opening.value - first.opening.value)]
      + names.map { Step($0, value($0, second) - value($0, first)) }
    self.init(
      title, opening: Step(labels.from, first.closing.value), steps: changes.filter { $0.value != 0 },
      closing: labels.to)
  }

  /// The level before each step, and after the last.
  var levels: [Double] {
    steps.reduce(into: [opening.value]) { levels, step in levels.append((levels.last ?? 0) + step.value) }
  }

  /// How levels are written, and how what is added is.
  var number: (total: ChartNumber, signed: ChartNumber) {
    let values = levels + steps.map(\.value)
    let spread = (levels.max() ?? 0) - (levels.min() ?? 0)
    let largest = values.map(\.magnitude).max() ?? 0
    let tick = RoundStep.atLeast(max(spread > largest * 1e-6 ? spread / 4 : largest / 10, 1e-100))
    return (
      ChartNumber(labels: values, tick: tick, .number), ChartNumber(labels: values, tick: tick, .number, isSigned: true)
    )
  }

  public var numbers: Table {
    let number = number
    var table = Table([Table.Column(""), Table.Column("", numeric: true)])
    table.rows.append([opening.label, number.total.text(opening.value)])
    table.rows += steps.map { [$0.label, number.signed.text($0.value)] }
    table.rows.append([closing.label, number.total.text(closing.value)])
    return table
  }

  public var words: [String] {
    let number = number
    let changes = steps.map { "\($0.label) \(number.signed.text($0.value))" }
    let parts =
      ["\(opening.label) \(number.total.text(opening.value))"]
      + (changes.isEmpty ? [] : [changes.joined(separator: ", ")])
      + ["\(closing.label) \(number.total.text(closing.value))"]
    return [(title.isEmpty ? "" : "\(title): ") + parts.joined(separator: "; ") + "."]
  }
}
