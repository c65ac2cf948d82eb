/// How the numbers of a generated scenario are written: as they are, or as distributions below them.
struct Spelling {
  var isUncertain: Bool

  /// Hundredths as a decimal: 785 is 7.85.
  static func decimal(_ hundredths: Int) -> String {
    let fraction = hundredths % 100
    return "\(hundredths / 100)" + (fraction == 0 ? "" : fraction < 10 ? ".0\(fraction)" : ".\(fraction)")
  }

  /// `7.85%/yr`, or `uniform(6.28% 7.85%)/yr`: what is uncertain is never above the number itself.
  func number(_ hundredths: Int, percent: Bool = false, suffix: String = "") -> String {
    let sign = percent ? "%" : ""
    let low = hundredths * 4 / 5
    guard isUncertain, low < hundredths else { return "\(Spelling.decimal(hundredths))\(sign)\(suffix)" }
    return "uniform(\(Spelling.decimal(low))\(sign) \(Spelling.decimal(hundredths))\(sign))\(suffix)"
  }

  static func band(_ lower: Int, _ upper: Int?) -> String {
    guard let upper else { return "\(lower)mo+" }
    return lower == 0 ? "<\(upper)mo" : "\(lower)mo-\(upper)mo"
  }

  /// `2024-09` for a month counted from 0000-01.
  static func month(_ index: Int) -> String {
    let number = index % 12 + 1
    return "\(index / 12)-" + (number < 10 ? "0\(number)" : "\(number)")
  }
}
