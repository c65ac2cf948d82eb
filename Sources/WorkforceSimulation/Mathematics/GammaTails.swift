/// The two tails of a gamma distribution of unit scale.
struct GammaTails {
  let shape: Double
  /// The logarithm of the density of log X at x = shape: ½ log(shape ÷ 2π) − stirlingError.
  private let logPeak: Double

  /// Domain: shape > 0, from 0.05 to 1e9 as tested.
  init(shape: Double) {
    self.shape = shape
    logPeak =
      0.5 * Portable.log(shape) - Portable.halfLogTwoPi - Portable.stirlingError(shape)
  }

  /// P(X ≤ x) for x > 0.
  func lower(_ x: Double) -> Tail {
    if x < shape { return smallLower(x) }
    return upperDirectly(x) ? largeUpper(x).complement : smallLower(x)
  }

  /// P(X > x) for x > 0.
  func upper(_ x: Double) -> Tail {
    if x < shape || !upperDirectly(x) { return smallLower(x).complement }
    return largeUpper(x)
  }

  /// The continued fraction needs x ≥ 1 to converge well; below, the series is short.
  private func upperDirectly(_ x: Double) -> Bool { x >= 1 }

  /// log of x f(x), from the distance to the saddle point x = shape.
  private func logDensity(_ x: Double) -> Double {
    let distance = (x - shape) / shape
    let exponent =
      abs(distance) < 0.25
      ? Portable.log1pMinus(distance) : Portable.log(x / shape) - distance
    return shape * exponent + logPeak
  }

  private func smallLower(_ x: Double) -> Tail {
    let ratio = shape > Tail.integrationShape ? integral(x, side: -1) : series(x)
    return Tail(logDensity: logDensity(x), ratio: ratio)
  }

  private func largeUpper(_ x: Double) -> Tail {
    let ratio = shape > Tail.integrationShape ? integral(x, side: 1) : continuedFraction(x)
    return Tail(logDensity: logDensity(x), ratio: ratio)
  }

  /// Σ xᵏ ÷ (a (a + 1) … (a + k)), Abramowitz and Stegun 6.5.29.
  private func series(_ x: Double) -> Double {
    var divisor = shape
    var term = 1 / shape
    var sum = term
    for _ in 0..<2000 {
      divisor += 1
      term *= x / divisor
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// 1 ÷ (x + 1 − a − 1(1 − a) ÷ (x + 3 − a − …)), Abramowitz and Stegun 6.5.31 contracted,
  /// evaluated by Lentz's method in the form of Thompson and Barnett (1986).
  private func continuedFraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var value = d
    for i in 1...2000 {
      let k = Double(i)
      let a = -k * (k - shape)
      b += 2
      d = 1 / Self.apartFromZero(a * d + b)
      c = Self.apartFromZero(b + a / c)
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return value
  }

  private static func apartFromZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

  /// The tail beyond x on one side, divided by x f(x), for large shapes.
  private func integral(_ x: Double, side: Double) -> Double {
    let power = shape - 1
    // (log f)′ = (power − x) ÷ x and (log f)″ = −power ÷ x².
    let gap = power - x
    let length = Tail.reach(slope: -side * gap, curvature: power)  // in units of x
    return GaussLegendre.integral(over: min(length, 0.999)) { distance in
      let y = side * distance
      return Portable.exp(power * Portable.log1pMinus(y) + y * gap)
    }
  }
}
