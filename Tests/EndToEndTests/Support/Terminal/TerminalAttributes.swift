import Foundation

/// How the terminal treats what is typed and written, as `stty` tells it. Equal ones are equal in every flag and key, so
/// that a test sees whether a program left its terminal as it found it.
public struct TerminalAttributes: Equatable, Sendable {
  /// The flags for input, output, control and local modes.
  public var flags: [UInt32]
  /// The keys that interrupt, erase, end the input and so on.
  public var keys: [UInt8]

  init(_ attributes: termios) {
    flags = [attributes.c_iflag, attributes.c_oflag, attributes.c_cflag, attributes.c_lflag].map { UInt32($0) }
    keys = withUnsafeBytes(of: attributes.c_cc) { Array($0) }
  }

  private func has(_ flag: Int32) -> Bool { flags[3] & UInt32(flag) != 0 }

  /// ECHO: what is typed is shown.
  public var echoes: Bool { has(ECHO) }
  /// ICANON: the program is given whole lines.
  public var givesLines: Bool { has(ICANON) }
  /// ISIG: Ctrl-C and its like become signals.
  public var makesSignals: Bool { has(ISIG) }
}
