/// What stands to the right of a fan: where its last numbers are.
struct FanLabel {
  var name: String
  var number: String
  /// From the bottom.
  var row: Int
  var isTarget = false

  /// From the top downwards.
  static func labels(_ fan: FanChart, _ axis: ValueAxis, _ tier: ChartTier) -> [FanLabel] {
    guard let last = fan.filled.last else { return [] }
    let lastTarget = fan.target.last { $0 != nil } ?? nil
    var found: [(name: String, value: Double, isTarget: Bool)] = []
    if let widest = fan.bands.first, let low = widest.low[last], let high = widest.high[last] {
      found.append((widest.names.high, high, false))
      found.append((widest.names.low, low, false))
    }
    if let middle = fan.middle[last] { found.append((fan.bands.isEmpty ? fan.middleName : "p50", middle, false)) }
    if let lastTarget { found.append(("target", lastTarget, true)) }
    let number = ChartNumber(
      labels: found.map { $0.value * fan.scale }, tick: axis.step, fan.unit, isSigned: fan.isDifference)
    // Those of one value stand in the order of their percentiles.
    let order = ["p50", "target"]
    func rank(_ name: String) -> Int { name == fan.bands.first?.names.high ? -1 : order.firstIndex(of: name) ?? 2 }
    return found.sorted { ($1.value, rank($0.name)) < ($0.value, rank($1.name)) }.map { entry in
      let value = entry.value * fan.scale
      return FanLabel(
        name: tier.spelled(entry.name), number: tier.spelled(number.text(value)), row: axis.row(value),
        isTarget: entry.isTarget)
    }
  }

  /// Names to the left, numbers to the right.
  static func texts(_ labels: [FanLabel], named: Bool) -> [String] {
    let names = labels.map { DisplayWidth.of($0.name) }.max() ?? 0
    let numbers = labels.map { DisplayWidth.of($0.number) }.max() ?? 0
    return labels.map { label in
      let number = String(repeating: " ", count: numbers - DisplayWidth.of(label.number)) + label.number
      guard named else { return number }
      return label.name + String(repeating: " ", count: names - DisplayWidth.of(label.name)) + " " + number
    }
  }

  /// Rows of their own for labels that lie in descending order: near where they belong.
  static func rows(_ wanted: [Int], of count: Int) -> [Int] {
    var rows: [Int] = []
    for row in wanted { rows.append(min(row, (rows.last ?? count) - 1)) }
    // What was pushed out below pushes those above it up again.
    var least = 0
    for position in rows.indices.reversed() {
      rows[position] = max(rows[position], least)
      least = rows[position] + 1
    }
    return rows
  }
}
