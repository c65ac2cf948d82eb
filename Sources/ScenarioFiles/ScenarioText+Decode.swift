public import WorkforceModel

extension ScenarioText {
  /// The text of a file's bytes, without a byte-order mark.
  /// - Throws: ``Faults`` when the file is too large, is not UTF-8, or holds NUL bytes.
  public static func decode(_ bytes: [UInt8], source: String) throws(Faults) -> String {
    guard bytes.count <= TextBounds.mostBytes else { throw TextBounds.tooLarge(source) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Faults(
        "the file is UTF-16", at: SourceRange(source: source, line: 1, column: 1), help: ["save it as UTF-8"])
    }
    if let position = bytes.firstIndex(of: 0) {
      throw Faults("the file holds a NUL byte: it is not a text", at: place(of: position, in: bytes, source: source))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Faults(
        "the file is not valid UTF-8", at: place(of: firstInvalid(bytes), in: bytes, source: source),
        help: ["save it as UTF-8"])
    }
    guard text.unicodeScalars.first == "\u{FEFF}" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// The offset at which the longest valid beginning ends.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }

  /// The line of a byte, and its column in whole characters where the line up to there is valid.
  private static func place(of position: Int, in bytes: [UInt8], source: String) -> SourceRange {
    let before = bytes[..<position]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.count + 1
    return SourceRange(source: source, line: line, column: column)
  }
}
