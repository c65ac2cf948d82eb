/// A text as a YAML scalar: plain where it reads back as itself, else in double quotes.
enum ScalarText {
  /// Longer texts stand in quotes: they are prose, and a colon is soon added.
  private static let longestPlain = 80

  static func written(_ text: String, inFlow: Bool) -> String {
    isPlain(Array(text.unicodeScalars), inFlow: inFlow) ? text : quoted(text)
  }

  private static func isPlain(_ scalars: [Unicode.Scalar], inFlow: Bool) -> Bool {
    guard let first = scalars.first, let last = scalars.last, scalars.count <= longestPlain else { return false }
    if first == " " || last == " " || last == ":" { return false }
    // A sign before a number or a word begins no list item.
    let second = scalars.dropFirst().first
    let isSign = first == "-" && second.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } == true
    if "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first), !isSign { return false }
    if scalars.starts(with: "...".unicodeScalars) { return false }
    for (position, scalar) in scalars.enumerated() {
      if needsEscape(scalar) { return false }
      if inFlow, ",[]{}:?".unicodeScalars.contains(scalar) { return false }
      if scalar == ":", scalars[position + 1] == " " { return false }
      if scalar == "#", scalars[position - 1] == " " { return false }
    }
    return true
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA1, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0xF_0000...: true
    default: false
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if needsEscape(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
