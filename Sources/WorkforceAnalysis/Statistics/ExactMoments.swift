/// The sum and the sum of squares of whole numbers about a base, exact.
struct ExactMoments: Equatable {
  var count: Int
  var base: Int64
  /// Σ (x − base).
  var first: Int128
  /// Σ (x − base)².
  var second: Int128

  /// The mean in units of which each is `scale` of the whole numbers: the exact sum, divided once.
  func mean(scale: Double) -> Double? {
    guard count > 0 else { return nil }
    return ExactMoments.number(Int128(base) * Int128(count) + first) / (Double(count) * scale)
  }

  /// Sample standard deviation, divisor R − 1; nil below two numbers.
  ///
  /// Σ (x − x̄)² = (R Σ x² − (Σ x)²) ÷ R, in exact integers until the one division.
  var standardDeviation: Double? {
    guard count > 1 else { return nil }
    let scaled = Int128(count) * second - first * first
    return (ExactMoments.number(scaled) / Double(count) / Double(count - 1)).squareRoot()
  }

  /// The nearest number: most fit in 64 bits, and these the processor turns into numbers itself.
  private static func number(_ whole: Int128) -> Double { Int64(exactly: whole).map { Double($0) } ?? Double(whole) }
}
