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
      if !appendDecimals(value, to: &text) { text += value.description.utf8 }
      return
    }
    if value < 0 { text.append(0x2D) }
    appendDigits(UInt64(abs(value)), to: &text)
  }

  /// Decimals that a number is tried to have, and the power of ten that makes them whole.
  private static let decimals = (count: 6, power: 1e6)

  /// Most numbers of a file have few decimals, and digits are then found faster than for any number. A number that is the
  /// nearest to a decimal of no more than fifteen digits is the nearest to no other: that is the shortest.
  /// - Returns: whether it has few decimals; otherwise nothing is appended
  private static func appendDecimals(_ value: Double, to text: inout [UInt8]) -> Bool {
    let scaled = (abs(value) * decimals.power).rounded()
    // Smaller ones are written with an exponent.
    guard abs(value) > 1e-3, scaled < 1e15, scaled / decimals.power == abs(value) else { return false }
    if value < 0 { text.append(0x2D) }
    let (whole, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: UInt64(decimals.power))
    appendDigits(whole, to: &text)
    text.append(0x2E)
    var (rest, shown) = (fraction, decimals.count)
    while rest % 10 == 0 { (rest, shown) = (rest / 10, shown - 1) }
    appendDigits(rest, atLeast: shown, to: &text)
    return true
  }

  /// - Parameter least: digits, with noughts in front
  private static func appendDigits(_ number: UInt64, atLeast least: Int = 1, to text: inout [UInt8]) {
    var (count, power): (Int, UInt64) = (1, 10)
    while number >= power { (count, power) = (count + 1, power &* 10) }
    text.append(contentsOf: repeatElement(0x30, count: max(count, least)))
    // From the last on: a division by a constant is a product.
    var (rest, place) = (number, text.count - 1)
    while rest > 0 {
      text[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      (rest, place) = (rest / 10, place - 1)
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
