/// How a cell of a terminal is drawn.
public struct TerminalStyle: Equatable, Sendable {
  public enum Color: Equatable, Sendable {
    /// What the terminal draws with when it is told nothing.
    case standard
    /// 0…7 plain, 8…15 bright, 16…255 of the palette.
    case indexed(UInt8)
    case rgb(UInt8, UInt8, UInt8)
  }

  public var foreground = Color.standard
  public var background = Color.standard
  public var isBold = false
  public var isDim = false
  public var isItalic = false
  public var isUnderlined = false
  public var isBlinking = false
  public var isReversed = false
  public var isHidden = false
  public var isStruckThrough = false

  public init() {}

  /// What erased cells take of a style: its background alone ("bce").
  var erased: TerminalStyle {
    var style = TerminalStyle()
    style.background = background
    return style
  }
}

extension TerminalStyle {
  /// Applies the parameters of one SGR sequence; false when one of them means nothing.
  mutating func apply(_ parameters: [Int]) -> Bool {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    var areAllKnown = true
    while let code = rest.popFirst() {
      let isKnown: Bool
      switch code {
      case 38: isKnown = TerminalStyle.color(from: &rest, into: &foreground)
      case 48: isKnown = TerminalStyle.color(from: &rest, into: &background)
      default: isKnown = applyColor(code) || applyAttribute(code)
      }
      if !isKnown { areAllKnown = false }
    }
    return areAllKnown
  }

  /// What follows 38 and 48: 5 and an index, or 2 and three parts.
  private static func color(from rest: inout ArraySlice<Int>, into color: inout Color) -> Bool {
    switch rest.popFirst() {
    case 5:
      guard let index = rest.popFirst().flatMap(UInt8.init(exactly:)) else { return false }
      color = .indexed(index)
      return true
    case 2:
      let parts = rest.prefix(3).compactMap(UInt8.init(exactly:))
      rest = rest.dropFirst(3)
      guard parts.count == 3 else { return false }
      color = .rgb(parts[0], parts[1], parts[2])
      return true
    default:
      return false
    }
  }

  private mutating func applyColor(_ code: Int) -> Bool {
    switch code {
    case 30...37: foreground = .indexed(UInt8(code - 30))
    case 39: foreground = .standard
    case 40...47: background = .indexed(UInt8(code - 40))
    case 49: background = .standard
    case 90...97: foreground = .indexed(UInt8(code - 90 + 8))
    case 100...107: background = .indexed(UInt8(code - 100 + 8))
    default: return false
    }
    return true
  }

  private mutating func applyAttribute(_ code: Int) -> Bool {
    switch code {
    case 0: self = TerminalStyle()
    case 1: isBold = true
    case 2: isDim = true
    case 3: isItalic = true
    case 4, 21: isUnderlined = true
    case 5, 6: isBlinking = true
    case 7: isReversed = true
    case 8: isHidden = true
    case 9: isStruckThrough = true
    case 22: (isBold, isDim) = (false, false)
    case 23: isItalic = false
    case 24: isUnderlined = false
    case 25: isBlinking = false
    case 27: isReversed = false
    case 28: isHidden = false
    case 29: isStruckThrough = false
    default: return false
    }
    return true
  }
}
