internal import WorkforceModel

/// How large and how deep a text may be: a hostile file is refused before it costs anything.
enum TextBounds {
  static let mostBytes = 256 * 1024
  /// Mappings and lists within one another.
  static let deepest = 32
  /// Values, lists and mappings, after aliases have been replaced by what they stand for.
  static let mostNodes = 20_000
  static let mostAliases = 16
  static let longestKey = 200
  static let mostFaults = 50

  /// Refuses a text that is too large, or holds characters that cannot stand in any text of ours.
  static func check(_ lines: SourceLines, bytes: Int) throws(Faults) {
    if bytes > mostBytes { throw tooLarge(lines.source) }
    var offset = 0
    while offset < lines.scalars.count {
      let scalar = lines.scalars[offset]
      // An escape such as \U000F0000 would make a character that stands for a masked key.
      let isEscape = scalar == "\\" && isPrivateEscape(lines.scalars[offset...])
      if isRefused(scalar) || isEscape {
        let name = isEscape ? "private-use characters" : "the character \(name(of: scalar))"
        throw Faults("\(name) cannot stand in a scenario", at: lines.range(lines.place(of: offset)))
      }
      offset += 1
    }
  }

  static func tooLarge(_ source: String) -> Faults {
    Faults("a scenario file has at most \(mostBytes / 1024) KiB", at: SourceRange(source: source, line: 1, column: 1))
  }

  /// Control characters other than tab and line breaks, and the private-use planes, which mark masked text.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF, 0xF_0000...: true
    default: false
    }
  }

  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isPrivateEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.dropFirst().first == "U" else { return false }
    let digits = String(String.UnicodeScalarView(scalars.dropFirst(2).prefix(4))).uppercased()
    return digits == "000F" || digits == "0010"
  }

  /// At most fifty faults, and a line that says how many more there are.
  static func capped(_ diagnostics: [Diagnostic]) -> Faults {
    var faults = Faults(diagnostics)
    let more = faults.diagnostics.count - mostFaults
    if more > 0 {
      faults.diagnostics.removeLast(more)
      faults.diagnostics.append(Diagnostic("… and \(more) more", severity: .note))
    }
    return faults
  }
}
