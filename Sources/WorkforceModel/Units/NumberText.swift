/// Numbers as text, both ways.
public enum NumberText {
  /// The shortest decimal that reads back as the same number; whole numbers without a decimal point.
  public static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
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
