public import WorkforceAnalysis
import WorkforceModel

/// Numbers as people read them: tables and sentences. Files get ``NumberText`` instead, at full precision.
public enum Shown {
  /// `5,436`.
  public static func whole(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return NumberText.shortest(value) }
    let rounded = value.rounded()
    let digits = String(Int64(abs(rounded)))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (rounded < 0 ? "−" : "") + text
  }

  /// `1 month`, `60 months`.
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(whole(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `7.8 %`, with a fixed number of decimals.
  public static func percent(_ share: Double, decimals: Int = 1) -> String {
    fixed(share * 100, decimals: decimals) + " %"
  }

  /// A number with a fixed number of decimals.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.magnitude < 1e12 else { return NumberText.shortest(value) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let unit = Int64(scale)
    let whole = Shown.whole(Double(scaled / unit))
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard decimals > 0 else { return sign + whole }
    let fraction = String(scaled % unit)
    return sign + whole + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A value of a metric.
  public static func value(_ value: Double, _ unit: Metric.Unit) -> String {
    unit == .rate ? percent(value) : whole(value)
  }

  /// `48 %`, or `<1 %`, `>99 %`, and where all replicates agree a bound: `<0.01 %`.
  public static func probability(_ estimate: ProbabilityEstimate) -> String {
    if let bound = estimate.bound, bound < 0.5 {
      // Two digits, rounded up, so that what is said to be below it is.
      var (digits, scale) = (bound * 100, 1.0)
      while digits < 10 { (digits, scale) = (digits * 10, scale * 10) }
      let percent = (digits - 1e-9).rounded(.up) / scale
      return estimate.hits == 0
        ? "<\(NumberText.shortest(percent)) %" : ">\(NumberText.shortest(((100 - percent) * 1e6).rounded() / 1e6)) %"
    }
    if estimate.bound != nil { return percent(estimate.share, decimals: 0) }
    if estimate.share < 0.01 { return "<1 %" }
    if estimate.share > 0.99 { return ">99 %" }
    return percent(estimate.share, decimals: 0)
  }
}
