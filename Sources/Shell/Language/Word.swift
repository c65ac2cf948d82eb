public import WorkforceModel

/// A word of a statement, with its place.
public struct Word: Sendable, Equatable {
  /// Without the quotes around it.
  public var text: String
  public var range: SourceRange
  /// Where it stands in the statement's text, in Unicode scalars, quotes included.
  public var offsets: Range<Int>
  /// Whether quotes or brackets kept its parts together: then it is never a keyword.
  public var isQuoted: Bool
  /// One of `>=`, `<=`, `!=` and `=`.
  public var isOperator: Bool
  /// Whether nothing stands between it and the word before.
  public var isGlued: Bool

  /// Whether it is this word of the language itself, and not a text in quotes.
  public func isKeyword(_ keyword: String) -> Bool { !isQuoted && text == keyword }

  /// Whether it begins an option: `--at`, but not the number `-5`.
  var isOption: Bool { !isQuoted && text.hasPrefix("--") && text.count > 2 }
}
