public import WorkforceModel

/// One thing that is asked: the words of a command, and where its result goes.
public struct Statement: Sendable, Equatable {
  /// Where a result goes that does not go to the screen.
  public enum Destination: Sendable, Equatable {
    /// `> FILE`
    case file(Word)
    /// `| PROGRAM`: the rest of the line, for the system's shell.
    case program(String, SourceRange)
  }

  /// The name of the words behind the program's own: faults in what they name are told without a place in them.
  public static let commandLine = "command line"

  /// What was typed, with the arguments of a script in their places, and without comments.
  public let text: String
  public let words: [Word]
  public let destination: Destination?
  public let range: SourceRange

  /// A line that means the same.
  public var written: String {
    let text = String(text.drop { $0 == " " || $0 == "\t" })
    return switch destination {
    case .none: text
    case .file(let file): "\(text) > \(Statement.quoted(file.text))"
    case .program(let program, _): "\(text) | \(program)"
    }
  }

  /// A word that reads as the text, in quotes where it needs them.
  public static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-_./,:+%~".unicodeScalars.contains(scalar)
      }
    return isPlain ? text : "'" + text.replacing("'", with: "''") + "'"
  }

  /// What was typed from one word to the end of another, as it stands, for values that are read by their own rules. Line
  /// breaks inside brackets stay.
  func raw(_ words: ArraySlice<Word>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[first.offsets.lowerBound..<last.offsets.upperBound]))
  }
}
