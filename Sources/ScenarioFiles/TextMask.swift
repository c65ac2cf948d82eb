/// Text given to libYAML with some characters replaced, scalar for scalar, by private-use ones, so that the structure
/// and every position stay as they are; the original comes back when the tree is read.
///
/// Two things are hidden. Every `*`: aliases are counted and resolved by us, because Yams expands them without bound.
/// And, when Yams has refused a duplicate key, the last word of everything that looks like a key: each becomes unique,
/// and our own reading then finds all duplicates, with their places, beside all other faults.
struct TextMask {
  /// Stands for `*`.
  static let star = Unicode.Scalar(0xF_0000 as UInt32) ?? "*"
  private static let filler: UInt32 = 0x10_FFFD
  private static let firstCode: UInt32 = 0xF_0001
  private static let mostCodes = 131_000

  private var originals: [[Unicode.Scalar]] = []

  /// The text to parse: stars hidden, and keys when asked for.
  mutating func masked(_ scalars: [Unicode.Scalar], keys: Bool) -> String {
    var result = scalars
    for position in result.indices where result[position] == "*" { result[position] = TextMask.star }
    if keys { maskKeys(&result) }
    return String(String.UnicodeScalarView(result))
  }

  private mutating func maskKeys(_ scalars: inout [Unicode.Scalar]) {
    var position = 0
    while position < scalars.count, originals.count < TextMask.mostCodes {
      guard TextMask.isKeyPart(scalars[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < scalars.count, TextMask.isKeyPart(scalars[position]) { position += 1 }
      guard isFollowedByColon(scalars, position), !isTaken(scalars, before: start),
        scalars[start..<position].contains(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
      else { continue }
      let code = TextMask.code(originals.count)
      originals.append(Array(scalars[start..<position]))
      scalars[start] = code
      for inner in (start + 1)..<max(start + 1, position) {
        scalars[inner] = Unicode.Scalar(TextMask.filler) ?? "_"
      }
    }
  }

  /// Characters that have no meaning of their own inside a key.
  private static func isKeyPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "{", "}", "[", "]", ",", ":", "\"", "'", "#", "&", "!", "|", "%", "@", "`", "\\", star: false
    default: !SourceLines.isBreak(scalar)
    }
  }

  private func isFollowedByColon(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    var position = end
    if position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" { position += 1 }
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" { position += 1 }
    return position < scalars.count && scalars[position] == ":"
  }

  /// Anchors, tags, directives and escapes must stay as they are.
  private func isTaken(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
    guard start > 0 else { return false }
    return ["&", "!", "%", "\\", TextMask.star].contains(scalars[start - 1])
  }

  /// The planes end in two codes that are no characters; the numbering steps over them.
  private static func code(_ index: Int) -> Unicode.Scalar {
    let value = firstCode + UInt32(index)
    return Unicode.Scalar(value > 0xF_FFFD ? value + 2 : value) ?? "_"
  }

  private static func index(_ scalar: Unicode.Scalar) -> Int {
    Int(scalar.value - firstCode) - (scalar.value > 0xF_FFFD ? 2 : 0)
  }

  /// The text as it stood before.
  func unmasked(_ text: String) -> String {
    // Every masked character takes four bytes that begin with F3 or F4.
    guard text.utf8.contains(where: { $0 >= 0xF3 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == TextMask.star {
        result.append("*")
      } else if scalar.value == TextMask.filler {
        continue
      } else if scalar.value >= TextMask.firstCode, originals.indices.contains(TextMask.index(scalar)) {
        result.append(contentsOf: originals[TextMask.index(scalar)])
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
