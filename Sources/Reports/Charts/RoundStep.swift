/// Steps that people count in: 1, 2, 2.5 and 5 times a power of ten.
enum RoundStep {
  static let mantissas: [Double] = [1, 2, 2.5, 5]

  /// 10 to the power of a whole number, as near as a number can be.
  static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }

  /// The power of ten of the first digit; 0 for 0.
  static func exponent(_ value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    let size = value.magnitude
    var exponent = Int((Double(size.exponent) * 0.30102999566398120).rounded(.down))
    while power(exponent + 1) <= size { exponent += 1 }
    while power(exponent) > size { exponent -= 1 }
    return exponent
  }

  static func step(_ mantissa: Double, _ exponent: Int) -> Double { Double("\(mantissa)e\(exponent)") ?? .infinity }

  /// The smallest step that is not below a value above 0.
  static func atLeast(_ value: Double) -> Double {
    let exponent = exponent(value)
    let steps = mantissas.map { step($0, exponent) } + [power(exponent + 1)]
    return steps.first { $0 >= value * (1 - 1e-12) } ?? value
  }

  /// Numbers that a chart can show: finite, and not so large or small that distances between them are none. Others are
  /// nil, which is a gap.
  static func shown(_ value: Double?) -> Double? {
    guard let value, value.magnitude < 1e100 else { return nil }
    return value.magnitude < 1e-100 ? 0 : value
  }
}
