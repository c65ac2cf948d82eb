/// Turns diagnostics into text, with the line at fault and a marker under what is meant.
public struct DiagnosticRenderer: Sendable {
  /// The texts that ranges point into, by source name.
  public var texts: [String: String]

  /// How a line of words is folded, for somebody who looks at it; the rest of a fault stands as it is.
  private let fold: @Sendable (String) -> String

  public init(texts: [String: String] = [:], fold: @escaping @Sendable (String) -> String = { $0 }) {
    self.texts = texts
    self.fold = fold
  }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined()
  }

  /// The message with `file:line:column:`, the line, a marker, and the help; ends with a newline.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = ""
    if let range = diagnostic.range {
      text += "\(range.source):\(range.line):\(range.column): "
    }
    text = fold(text + "\(diagnostic.severity.rawValue): \(Self.printable(diagnostic.message))") + "\n"
    if let range = diagnostic.range, let line = line(of: range) {
      text += excerpt(of: line, range: range, label: diagnostic.label)
    }
    for help in diagnostic.help {
      text += fold("  help: \(Self.printable(help))") + "\n"
    }
    return text
  }

  private func line(of range: SourceRange) -> String? {
    guard let text = texts[range.source], range.line >= 1 else { return nil }
    let lines = text.split(maxSplits: range.line, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count >= range.line else { return nil }
    return String(lines[range.line - 1])
  }

  /// Long lines are cut to a window around the marker, so that a hostile line does not flood a terminal.
  private func excerpt(of line: String, range: SourceRange, label: String?) -> String {
    let scalars = Array(line.unicodeScalars)
    let window = 110
    let first = max(0, min(range.column - 1, scalars.count) - 70)
    let last = min(scalars.count, first + window)
    var shown = String(String.UnicodeScalarView(scalars[first..<last]))
    shown = Self.printable(shown)
    let number = String(range.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
    let blank = String(repeating: " ", count: margin.count - 2) + "| "
    let indent = String(repeating: " ", count: max(0, range.column - 1 - first))
    let room = max(1, last - first - (range.column - 1 - first))
    let marker = "^" + String(repeating: "~", count: max(0, min(range.length, room) - 1))
    let words = label.map { " " + Self.printable($0) } ?? ""
    return margin + shown + "\n" + blank + indent + marker + words + "\n"
  }

  /// Control characters of a file or a typed line never reach a terminal as they are.
  /// - Parameter kept: one that stays
  public static func printable(_ text: String, keeping kept: Unicode.Scalar? = nil) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)) && scalar != kept
      result.append(isControl ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar)
    }
    return String(result)
  }
}
