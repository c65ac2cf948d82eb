public import WorkforceModel

/// In which months of a run a metric exists.
extension Metric {
  /// The last of them, 0 the opening; nil where the run is too short for any.
  public func lastStep(in scenario: Scenario) -> Int? {
    (0...scenario.months.value.months).last { exists(in: $0, start: scenario.start.value) }
  }

  /// What to ask for instead of months in which it does not exist.
  func absence(in scenario: Scenario) -> String {
    let start = scenario.start.value
    let months = (0...scenario.months.value.months).filter { exists(in: $0, start: start) }.map { start + $0 }
    guard let first = months.first, let last = months.last else {
      return "it exists in no month of the run: \(when(start)); a longer run is asked for with --months"
    }
    let isEvery = last - first == months.count - 1
    let shown = isEvery ? "\(last)" : months.suffix(10).map(\.description).joined(separator: " ")
    return "\(when(start)): --at \(shown)"
  }

  /// When it exists, in words.
  func when(_ start: Month) -> String {
    if name.hasSuffix("-fy") { return "it exists in each March that ends a financial year that was run whole" }
    if name.hasSuffix("-quarter") {
      return "it exists in March, June, September and December, after a whole quarter"
    }
    if exists(in: 1, start: start) { return "a flow exists from \(start + 1) on, not at the opening" }
    return "it exists from \(start + 12) on, when twelve months have run"
  }
}
