/// Limits that would keep an uncertain number in a range, for help. Points are rough where there is no closed form:
/// nothing that is simulated depends on them.
extension Quantity {
  /// How much of a distribution limits cut off.
  enum Loss {
    case little
    /// More than one draw in twenty, at one end.
    case noticeable
    /// More than half of the draws.
    case most
  }

  /// The number truncated so that every draw, multiplied and shifted, lies in a range of the unit used. Where the
  /// distribution has no end and the range none that is nearer, the limit is its 0.1 % or 99.9 % point.
  /// - Returns: nil where nothing would be left
  func truncated(to range: ClosedRange<Double>) -> (quantity: Quantity, loss: Loss)? {
    let unit = measure.isPercent ? 100.0 : 1
    func before(_ used: Double) -> Double { NumberText.sum(used * unit, -adjustment.shift) / adjustment.factor }
    let own = (low: supportBefore.low * unit, high: supportBefore.high * unit)
    let needed = (low: before(range.lowerBound), high: before(range.upperBound))
    let ends = (
      low: own.low.isFinite ? own.low : Quantity.digits(point(.lowest), .toNearestOrEven),
      high: own.high.isFinite ? own.high : Quantity.digits(point(.highest), .toNearestOrEven)
    )
    // Rounded inwards, so that a limit with few digits keeps what it must.
    let low = needed.low > ends.low ? Quantity.digits(needed.low, .up) : NumberText.decimal(ends.low)
    let high = needed.high < ends.high ? Quantity.digits(needed.high, .down) : NumberText.decimal(ends.high)
    guard low < high else { return nil }
    var result = self
    result.within = Limits(low: low, high: high)
    guard result.supportBefore.low < result.supportBefore.high else { return nil }
    if low >= point(.middle) || high <= point(.middle) { return (result, .most) }
    return (result, low > point(.low) || high < point(.high) ? .noticeable : .little)
  }

  /// A point of a distribution: the share of draws below it, and the same point of the standard normal.
  private struct Level {
    var share: Double
    var normal: Double

    static let lowest = Level(share: 0.001, normal: -3.090)
    static let low = Level(share: 0.05, normal: -Level.interval)
    static let middle = Level(share: 0.5, normal: 0)
    static let high = Level(share: 0.95, normal: Level.interval)
    static let highest = Level(share: 0.999, normal: 3.090)
    /// What `a..b` stands for.
    static let interval = 1.6449
  }

  /// A point of the distribution before it is truncated or changed, in the unit as typed.
  private func point(_ level: Level) -> Double {
    func spread(_ low: Double, _ high: Double, mean: Double, variance: Double) -> Double {
      min(high, max(low, mean + level.normal * variance.squareRoot()))
    }
    func gamma(shape: Double, scale: Double) -> Double {
      let root = 1 - 1 / (9 * shape) + level.normal / (3 * shape.squareRoot())
      return root > 0 ? shape * scale * root * root * root : 0
    }
    func beta(_ a: Double, _ b: Double) -> Double {
      spread(0, 1, mean: a / (a + b), variance: a * b / ((a + b) * (a + b) * (a + b + 1)))
    }
    switch distribution {
    case .constant(let value): return value
    case .normal(let mean, let sd): return mean + level.normal * sd
    case .lognormal(let median, let sdlog): return median * Self.power(2.718281828, level.normal * sdlog)
    case .gamma(let shape, let scale): return gamma(shape: shape, scale: scale)
    case .rateFromCounts(let events, _, let exposure): return 100 * gamma(shape: events + 0.5, scale: 1 / exposure)
    case .beta(let a, let b): return 100 * beta(a, b)
    case .shareFromCounts(let events, let total): return 100 * beta(events + 0.5, total - events + 0.5)
    case .uniform(let low, let high): return low + level.share * (high - low)
    case .triangular(let low, let mode, let high):
      let split = (mode - low) / (high - low)
      return level.share < split
        ? low + (level.share * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - level.share) * (high - low) * (high - mode)).squareRoot()
    case .pert(let low, let mode, let high):
      let (a, b) = (1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
      return low + (high - low) * beta(a, b)
    case .interval(let low, let high):
      // Of the logarithm, or of that of the odds, the middle and the distance of the ends from it are known.
      func odds(_ value: Double) -> Double { measure.isBounded ? value / (100 - value) : value }
      let middle = (odds(low) * odds(high)).squareRoot()
      let value = middle * Self.power(odds(high) / middle, level.normal / Level.interval)
      return measure.isBounded ? 100 * value / (1 + value) : value
    }
  }

  /// A power by products and square roots: no function of the C library has a part in this.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent >= 0 else { return 1 / power(base, -exponent) }
    let whole = Int(exponent)
    var result = (0..<whole).reduce(1.0) { product, _ in product * base }
    var (root, rest) = (base, exponent - Double(whole))
    for _ in 0..<24 {
      (root, rest) = (root.squareRoot(), rest * 2)
      if rest >= 1 { (result, rest) = (result * root, rest - 1) }
    }
    return result
  }

  /// The number with four significant digits.
  private static func digits(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard value != 0, value.isFinite else { return value }
    var (scaled, exponent) = (value, 0)
    while abs(scaled) >= 10_000 { (scaled, exponent) = (scaled / 10, exponent + 1) }
    while abs(scaled) < 1000, exponent > -300 { (scaled, exponent) = (scaled * 10, exponent - 1) }
    // What is a number of four digits but for the last bits is not moved to the next.
    let near = scaled.rounded()
    let rounded = abs(scaled - near) < 1e-6 ? near : scaled.rounded(rule)
    return Double("\(Int64(rounded))e\(exponent)") ?? value
  }
}
