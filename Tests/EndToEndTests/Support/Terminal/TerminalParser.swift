/// Takes what is sent to a terminal apart, byte by byte, as a VT500 does.
struct TerminalParser: Sendable {
  /// `ESC [`, marks, parameters, a letter.
  struct ControlSequence: Sendable {
    /// Marks and the letter, without parameters: `H`, `?h`, `!p`.
    var name: String
    /// Those left out are 0, as those that were given as 0 are mostly meant.
    var parameters: [Int]
    var written: String

    func parameter(_ index: Int, or usual: Int = 0) -> Int {
      guard index < parameters.count, parameters[index] > 0 else { return usual }
      return parameters[index]
    }
  }

  enum Item: Sendable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// What follows ESC: marks, then a letter.
    case escape(String)
    case sequence(ControlSequence)
    /// What stands between `ESC ]` and its end.
    case command(String)
    /// Anything that means nothing here.
    case unknown(String)
  }

  private enum State {
    case text, escape, sequence
    /// A string that ends with `ESC \`, or BEL; it began with the byte.
    case string(UInt8)
    /// ESC has been seen inside such a string.
    case stringEscape(UInt8)
  }

  private var state = State.text
  private var collected: [UInt8] = []
  private var decoder = UTF8Pieces()

  /// Gives what a byte completes; mostly nothing or one item, two when it breaks off a character.
  mutating func feed(_ byte: UInt8, _ body: (Item) -> Void) {
    switch state {
    case .string(let kind): feedString(byte, kind, body)
    case .stringEscape(let kind):
      endString(kind, body)
      // Anything but the backslash is the start of something new.
      state = .escape
      if byte == UInt8(ascii: "\\") { state = .text } else { feed(byte, body) }
    case .text where byte >= 0x20 && byte != 0x7F: decoder.feed(byte) { body(.scalar($0)) }
    case _ where byte < 0x20 || byte == 0x7F: feedControl(byte, body)
    case .text: break
    case .escape: feedEscape(byte, body)
    case .sequence: feedSequence(byte, body)
    }
  }

  /// Controls act even in the midst of a sequence.
  private mutating func feedControl(_ byte: UInt8, _ body: (Item) -> Void) {
    decoder.end { body(.scalar($0)) }
    switch byte {
    case 0x1B:
      if !collected.isEmpty { body(.unknown("broken off: ESC" + String(decoding: collected, as: UTF8.self))) }
      collected = []
      state = .escape
    case 0x18, 0x1A:
      collected = []
      state = .text
    default: body(.control(byte))
    }
  }

  private mutating func feedEscape(_ byte: UInt8, _ body: (Item) -> Void) {
    collected.append(byte)
    if byte < 0x30 { return }
    let isAlone = collected.count == 1
    switch byte {
    case UInt8(ascii: "[") where isAlone:
      state = .sequence
      return
    case UInt8(ascii: "]") where isAlone, UInt8(ascii: "P") where isAlone, UInt8(ascii: "X") where isAlone,
      UInt8(ascii: "^") where isAlone, UInt8(ascii: "_") where isAlone:
      state = .string(byte)
      collected = []
      return
    default: break
    }
    state = .text
    body(.escape(String(decoding: collected, as: UTF8.self)))
    collected = []
  }

  private mutating func feedSequence(_ byte: UInt8, _ body: (Item) -> Void) {
    collected.append(byte)
    guard byte >= 0x40 else { return }
    state = .text
    let text = String(decoding: collected, as: UTF8.self)
    // collected[0] is the bracket.
    let numbers = collected.dropFirst().filter { (0x30...0x3B).contains($0) }
    let marks = collected.dropFirst().filter { !(0x30...0x3B).contains($0) }
    collected = []
    guard !numbers.contains(UInt8(ascii: ":")) else {
      body(.unknown("ESC" + text))
      return
    }
    let fields = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let parameters = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    body(
      .sequence(
        ControlSequence(
          name: String(decoding: marks, as: UTF8.self), parameters: numbers.isEmpty ? [] : parameters,
          written: "ESC" + text)))
  }

  private mutating func feedString(_ byte: UInt8, _ kind: UInt8, _ body: (Item) -> Void) {
    switch byte {
    case 0x07 where kind == UInt8(ascii: "]"):
      endString(kind, body)
      state = .text
    case 0x1B: state = .stringEscape(kind)
    case 0x18, 0x1A:
      collected = []
      state = .text
    default: collected.append(byte)
    }
  }

  private mutating func endString(_ kind: UInt8, _ body: (Item) -> Void) {
    let text = String(decoding: collected, as: UTF8.self)
    collected = []
    let isCommand = kind == UInt8(ascii: "]")
    body(isCommand ? .command(text) : .unknown("ESC\(Character(Unicode.Scalar(kind)))\(text)"))
  }
}
