/// The tails of a beta distribution.
///
/// Points are given as the pair (x, 1 − x), so that neither end loses digits.
struct BetaTails: Sendable {
  let a: Double
  let b: Double
  /// a ÷ (a + b), where the density of logit X is highest, and its complement.
  private let peak: Double
  private let peakComplement: Double
  /// The logarithm of that highest density: ½ log(a b ÷ 2π(a + b)) + Stirling errors.
  private let logPeak: Double

  /// Domain: a, b > 0, from 0.05 to 1e9 as tested.
  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    peak = a / (a + b)
    peakComplement = b / (a + b)
    // The three corrections cancel when one shape is far larger; each is below 1 then.
    let correction =
      Portable.stirlingError(a + b) - Portable.stirlingError(a) - Portable.stirlingError(b)
    logPeak = 0.5 * Portable.log(a * peakComplement) - Portable.halfLogTwoPi + correction
  }

  /// P(X ≤ x), given x and 1 − x, both above 0.
  func lower(_ x: Double, _ complement: Double) -> Tail {
    isBelowMiddle(x) ? towardsZero(x, complement) : towardsOne(x, complement).complement
  }

  /// P(X > x), given x and 1 − x, both above 0.
  func upper(_ x: Double, _ complement: Double) -> Tail {
    isBelowMiddle(x) ? towardsZero(x, complement).complement : towardsOne(x, complement)
  }

  /// Where the continued fraction converges fast (Abramowitz and Stegun 26.5.8).
  private func isBelowMiddle(_ x: Double) -> Bool { x * (a + b + 2) < a + 1 }

  private func towardsZero(_ x: Double, _ complement: Double) -> Tail {
    Tail(
      logDensity: logDensity(x, complement),
      ratio: min(a, b) > Tail.integrationShape
        ? Self.integral(x, complement, a, b) : Self.continuedFraction(x, complement, a, b))
  }

  private func towardsOne(_ x: Double, _ complement: Double) -> Tail {
    Tail(
      logDensity: logDensity(x, complement),
      ratio: min(a, b) > Tail.integrationShape
        ? Self.integral(complement, x, b, a) : Self.continuedFraction(complement, x, b, a))
  }

  /// log of x (1 − x) f(x): the saddle-point form, a Σ [log(x ÷ peak) − (x − peak) ÷ peak].
  private func logDensity(_ x: Double, _ complement: Double) -> Double {
    let distance = x < 0.5 ? x - peak : peakComplement - complement
    return a * Self.deviance(x, peak, distance)
      + b * Self.deviance(complement, peakComplement, -distance) + logPeak
  }

  /// log(x ÷ from) − (x − from) ÷ from.
  private static func deviance(_ x: Double, _ from: Double, _ distance: Double) -> Double {
    let relative = distance / from
    if abs(relative) < 0.25 { return Portable.log1pMinus(relative) }
    return Portable.log(x / from) - relative
  }

  /// The tail towards 0 divided by x (1 − x) f(x), for x below the mean: the continued fraction
  /// of A. R. DiDonato and A. H. Morris, "Algorithm 708: significant digit computation of the
  /// incomplete beta function ratios", ACM Transactions on Mathematical Software 18 (1992),
  /// equation 9, by Lentz's method in the form of Thompson and Barnett (1986). It holds 1 − x
  /// and the distance to the mean in their own right, so nothing is lost when x is near 1.
  private static func continuedFraction(
    _ x: Double, _ complement: Double, _ a: Double, _ b: Double
  ) -> Double {
    let n = a + b
    let gap = x < 0.5 ? a - n * x : n * complement - b
    var value = apartFromZero(a / (a + 1) * (gap + 1))
    var c = value
    var d = 0.0
    for i in 1...5000 {
      let m = Double(i)
      let base = a + 2 * m
      let share = m * (b - m) * x / (base - 1)
      let top = (a + m - 1) / (base - 1) * (n + m - 1) * x * share
      let bottom = m + share + (a + m) / (base + 1) * (gap + 1 + m * (1 + complement))
      d = 1 / apartFromZero(bottom + top * d)
      c = apartFromZero(bottom + top / c)
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 2e-16 { break }
    }
    return 1 / value
  }

  private static func apartFromZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

  /// The tail towards 0 divided by x (1 − x) f(x), for large shapes.
  private static func integral(
    _ x: Double, _ complement: Double, _ a: Double, _ b: Double
  ) -> Double {
    // In units of x: t = x(1 − y), for which the second factor has 1 − t = complement + x y.
    let odds = x / complement
    let slope = (a - 1) - (b - 1) * odds
    let curvature = (a - 1) + (b - 1) * odds * odds
    let length = min(Tail.reach(slope: slope, curvature: curvature), 0.999)
    let sum = GaussLegendre.integral(over: length) { y in
      let first = (a - 1) * Portable.log1pMinus(-y)
      let second = (b - 1) * Portable.log1pMinus(y * odds)
      return Portable.exp(first + second - y * slope)
    }
    return sum / complement
  }
}
