/// How many columns of a terminal a text takes.
///
/// Counted scalar by scalar, as `wcwidth` of the C library and most terminals do: 0 for combining marks, characters that
/// only format, control characters, and the vowels and finals that join a Hangul syllable; 2 for what Unicode calls wide
/// or fullwidth; 1 for everything else. What is ambiguous there, box lines and blocks among it, counts 1, as it does
/// wherever the locale is not East Asian. An emoji made of several counts each, which is what is set aside for it where
/// it is not joined; nothing is ever counted too narrow.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int {
    // Nearly all texts are ASCII.
    var count = 0
    for byte in text.utf8 {
      guard byte < 0x7F else { return text.unicodeScalars.reduce(0) { $0 + of($1) } }
      if byte >= 0x20 { count += 1 }
    }
    return count
  }

  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) { return 0 }
    // Latin letters; box lines, blocks and what charts are made of.
    if value < 0x300 || (0x2500...0x25FC).contains(value) { return 1 }
    if joined.contains(where: { $0.contains(value) }) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    // Signs that stand before Arabic numbers format, and are seen.
    case .format: return seenFormats.contains { $0.contains(value) } ? 1 : 0
    default: break
    }
    // Two letters make a flag, which is as wide as two columns.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return wide.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// The longest beginning, of whole characters, that fits a number of columns.
  public static func prefix<Text: StringProtocol>(_ text: Text, columns: Int) -> Text.SubSequence {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      used += of(text[end..<next])
      guard used <= columns else { break }
      end = next
    }
    return text[..<end]
  }

  /// East Asian Width W and F, with the gaps between them that no script will fill; emoji are asked for by property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
  /// Medial vowels and final consonants of Hangul, drawn into the syllable that they follow.
  private static let joined: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FB]
  private static let seenFormats: [ClosedRange<UInt32>] = [
    0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD, 0x110CD...0x110CD,
  ]
}
