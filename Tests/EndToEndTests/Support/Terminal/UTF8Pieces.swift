/// Characters out of UTF-8 that may come in pieces; what is not UTF-8 becomes U+FFFD.
struct UTF8Pieces: Sendable {
  private var value: UInt32 = 0
  /// How many bytes are to come.
  private var missing = 0
  /// What the next of them must lie in: this keeps out overlong forms and surrogates.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  mutating func feed(_ byte: UInt8, _ body: (Unicode.Scalar) -> Void) {
    if missing > 0 {
      if allowed.contains(byte) {
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        allowed = 0x80...0xBF
        if missing == 0 { body(Unicode.Scalar(value) ?? UTF8Pieces.replacement) }
        return
      }
      end(body)
    }
    begin(byte, body)
  }

  /// Says that no more of a character comes.
  mutating func end(_ body: (Unicode.Scalar) -> Void) {
    if missing > 0 { body(UTF8Pieces.replacement) }
    missing = 0
    allowed = 0x80...0xBF
  }

  private mutating func begin(_ byte: UInt8, _ body: (Unicode.Scalar) -> Void) {
    switch byte {
    case 0..<0x80: body(Unicode.Scalar(byte))
    case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF:
      (value, missing) = (UInt32(byte & 0x0F), 2)
      if byte == 0xE0 { allowed = 0xA0...0xBF }
      if byte == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, missing) = (UInt32(byte & 0x07), 3)
      if byte == 0xF0 { allowed = 0x90...0xBF }
      if byte == 0xF4 { allowed = 0x80...0x8F }
    default: body(UTF8Pieces.replacement)
    }
  }
}
