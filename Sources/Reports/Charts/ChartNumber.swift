import WorkforceModel

/// How numbers of a chart are written: all with the same decimals and in the same power of ten, so that they compare at
/// sight. Shares are given in percent.
struct ChartNumber: Sendable {
  private let decimals: Int
  private let divisor: Double
  private let suffix: String
  private let isSigned: Bool

  /// - Parameters:
  ///   - largest: the largest magnitude that will be written
  ///   - step: the difference that must be seen; above 0
  ///   - isSigned: whether a number above 0 has a plus
  init(largest: Double, step: Double, _ unit: ChartUnit, isSigned: Bool = false) {
    let power = RoundStep.exponent(largest)
    let (divisor, name) =
      switch largest {
      case 1e15...: (RoundStep.power(power), "e\(power)")
      case 1e12...: (1e12, "tn")
      case 1e9...: (1e9, "bn")
      case 1e7...: (1e6, "m")
      case ..<1e-4 where largest > 0: (RoundStep.power(power), "e\(power)")
      default: (1.0, "")
      }
    self.divisor = divisor
    self.isSigned = isSigned
    suffix = name.replacing("-", with: "−") + (unit == .share ? " %" : "")
    decimals = ChartNumber.decimals(step / divisor)
  }

  /// For numbers that label places on an axis: a little finer than its ticks.
  /// - Parameter tick: the axis's step from tick to tick
  init(labels: [Double], tick: Double, _ unit: ChartUnit, isSigned: Bool = false) {
    let largest = labels.map(\.magnitude).max() ?? 0
    let isWhole = labels.allSatisfy { $0 == $0.rounded() }
    let fine = RoundStep.power(RoundStep.exponent(tick / 5))
    self.init(largest: largest, step: isWhole && largest < 1e7 ? max(1, fine) : fine, unit, isSigned: isSigned)
  }

  /// The decimals after which nothing is left of a step.
  private static func decimals(_ step: Double) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    return (0...9).first { places in
      let scaled = step * RoundStep.power(places)
      return scaled >= 0.999 && (scaled - scaled.rounded()).magnitude < 1e-6 * scaled
    } ?? 9
  }

  func text(_ value: Double) -> String {
    let scaled = value / divisor
    let digits = scaled.magnitude < 1e8 ? Shown.fixed(scaled, decimals: decimals) : NumberText.shortest(scaled)
    let isPositive = digits.contains { ("1"..."9").contains($0) } && value > 0
    return (isSigned && isPositive ? "+" : "") + digits + suffix
  }
}
