public import WorkforceAnalysis
import WorkforceModel

/// Differences as people read them: with their sign, and with a zero that says whether it is one.
extension Shown {
  /// `+61`, `−3.4`, `+0.31 pt` of a rate; `0` for exactly nothing, `≈ 0` for what is not shown of something.
  public static func difference(_ value: Double, _ unit: Metric.Unit) -> String {
    if value == 0 { return "0" }
    let used = unit == .rate ? value * 100 : value
    let decimals = decimals(used, unit)
    let text = fixed(used.magnitude, decimals: decimals)
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return "≈ 0" }
    return (value < 0 ? "−" : "+") + text + (unit == .rate ? " pt" : "")
  }

  /// A difference with a margin: `±0.1`, rounded up, so that an error that is there is never shown as none.
  public static func margin(_ value: Double, _ unit: Metric.Unit) -> String {
    if value == 0 { return "±0" }
    let used = unit == .rate ? value * 100 : value
    let decimals = decimals(used, unit)
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return "±" + fixed((used * scale).rounded(.up) / scale, decimals: decimals) + (unit == .rate ? " pt" : "")
  }

  /// The mean of a difference over pairs: what is the same in all of them is exactly nothing, and a mean that happens to
  /// be zero is not.
  public static func mean(_ summary: PairedSummary, _ unit: Metric.Unit) -> String {
    if summary.isSame { return "0" }
    guard let mean = summary.difference.mean else { return "–" }
    return mean == 0 ? "≈ 0" : difference(mean, unit)
  }

  /// `+54 … +69`, nine differences in ten.
  /// - Parameter separator: between the ends; a table has little room
  public static func interval(_ summary: NumberSummary, _ unit: Metric.Unit, separator: String = " … ") -> String {
    guard let low = summary.value(.p5), let high = summary.value(.p95) else { return "–" }
    let ends = [low, high].map { difference($0, unit).replacing(" pt", with: "") }
    return ends.joined(separator: separator) + (unit == .rate ? " pt" : "")
  }

  /// The half-width of the 95 % interval of a mean, from its standard error.
  public static func halfWidth(_ error: Double) -> Double { 1.959963984540054 * error }

  /// "3 months earlier", "at least 4 months later", "the same month".
  public static func shift(_ shift: DateShift) -> String {
    switch shift {
    case .months(0): "the same month"
    case .months(let months): count(abs(months), "month") + (months < 0 ? " earlier" : " later")
    case .laterByAtLeast(let months): "at least \(count(months, "month")) later"
    case .earlierByAtLeast(let months): "at least \(count(months, "month")) earlier"
    case .unknown: "–"
    }
  }

  /// `−4.2 months (−11…−1)`: a mean shift, and the range that holds nine in ten.
  static func months(_ mean: Double, between summary: NumberSummary) -> String {
    "\(difference(mean, .heads)) months (\(interval(summary, .heads, separator: "…")))"
  }

  /// Small differences have decimals; people and money that are many have none, nor have whole people.
  private static func decimals(_ value: Double, _ unit: Metric.Unit) -> Int {
    switch unit {
    case .money: 0
    case .rate: value.magnitude < 9.995 ? 2 : 1
    case .heads, .fte: value.magnitude < 9.95 && value != value.rounded() ? 1 : 0
    }
  }
}
