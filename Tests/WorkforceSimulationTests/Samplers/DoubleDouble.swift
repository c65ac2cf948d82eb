/// A number as the sum of two that do not overlap, some 106 bits long: T. J. Dekker, "A floating-point
/// technique for extending the available precision", Numerische Mathematik 18 (1971), 224–242.
struct DoubleDouble {
  let high: Double
  let low: Double

  var value: Double { high }

  init(_ value: Double) {
    high = value
    low = 0
  }

  /// The sum of two numbers, exactly.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let part = sum - a
    return DoubleDouble(sum, (a - (sum - part)) + (b - part))
  }

  /// The product of two numbers, exactly.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let product = a * b
    return DoubleDouble(product, (-product).addingProduct(a, b))
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let highs = sum(a.high, b.high)
    let lows = sum(a.low, b.low)
    let first = DoubleDouble(highs.high, highs.low + lows.high)
    return DoubleDouble(first.high, first.low + lows.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + DoubleDouble(-b.high, -b.low)
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let highs = product(a.high, b.high)
    return DoubleDouble(highs.high, highs.low + (a.high * b.low + a.low * b.high))
  }

  /// Long division, three digits of 53 bits.
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let afterFirst = a - b * DoubleDouble(first)
    let second = afterFirst.high / b.high
    let afterSecond = afterFirst - b * DoubleDouble(second)
    return DoubleDouble(first, second) + DoubleDouble(afterSecond.high / b.high)
  }

  /// Of a first part no smaller than the second.
  private init(_ a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }
}
