/// Numbers as text, both ways.
public enum NumberText {
  /// The shortest decimal that reads back as the same number; whole numbers without a decimal point.
  public static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }

  /// ``shortest(_:)``, behind other text: many numbers of a file are written so.
  public static func appendShortest(_ value: Double, to text: inout [UInt8]) {
    guard value == value.rounded(), abs(value) < 1e15 else {
      text += value.description.utf8
      return
    }
    var rest = UInt64(abs(value))
    if value < 0 { text.append(0x2D) }
    var power: UInt64 = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      text.append(0x30 + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  /// The number with twelve significant digits, so that 7.6 × 0.8 is 6.08 and not 6.080000000000001.
  static func decimal(_ value: Double) -> Double { rounded(value, to: value) }

  /// A sum with the digits that its terms can vouch for: twelve of the largest number.
  static func sum(_ first: Double, _ second: Double) -> Double {
    rounded(first + second, to: max(abs(first), abs(second), abs(first + second)))
  }

  /// Rounded to the twelfth significant digit of `magnitude`.
  private static func rounded(_ value: Double, to magnitude: Double) -> Double {
    guard value.isFinite, magnitude.isFinite, value != 0 else { return value }
    var (exponent, scale) = (0, abs(magnitude))
    while scale >= 10 { (scale, exponent) = (scale / 10, exponent + 1) }
    while scale < 1, exponent > -300 { (scale, exponent) = (scale * 10, exponent - 1) }
    let last = exponent - 11
    var digits = value
    for _ in 0..<abs(last) { digits = last > 0 ? digits / 10 : digits * 10 }
    guard abs(digits) < 1e15 else { return value }
    // Read from its text, the nearest number to the decimal: no power of ten has to be exact.
    return Double("\(Int64(digits.rounded()))e\(last)") ?? value
  }

  /// Reads the longest number at the front of the text: digits, a point, an exponent, a sign.
  /// - Returns: the number and how many scalars it took; nil where no finite number stands.
  static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (value: Double, count: Int)? {
    var position = scalars.startIndex
    func isDigit(_ at: Int) -> Bool { at < scalars.endIndex && ("0"..."9").contains(scalars[at]) }
    if position < scalars.endIndex, scalars[position] == "-" || scalars[position] == "+" { position += 1 }
    let firstDigit = position
    while isDigit(position) { position += 1 }
    guard position > firstDigit else { return nil }
    if position < scalars.endIndex, scalars[position] == ".", isDigit(position + 1) {
      position += 1
      while isDigit(position) { position += 1 }
    }
    if position < scalars.endIndex, scalars[position] == "e" {
      var exponent = position + 1
      if exponent < scalars.endIndex, scalars[exponent] == "-" || scalars[exponent] == "+" { exponent += 1 }
      if isDigit(exponent) {
        while isDigit(exponent) { exponent += 1 }
        position = exponent
      }
    }
    let text = String(String.UnicodeScalarView(scalars[scalars.startIndex..<position]))
    guard text.utf8.count <= 40, let value = Double(text), value.isFinite else { return nil }
    return (value, position - scalars.startIndex)
  }
}
