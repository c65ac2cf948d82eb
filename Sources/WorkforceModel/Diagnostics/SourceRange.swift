/// A stretch of one line of a named text: a file, a typed line, or an option such as `--set`.
public struct SourceRange: Hashable, Sendable {
  /// The name shown to the user: a path as typed, `--set`, `stdin`.
  public var source: String
  /// Line number, from 1.
  public var line: Int
  /// Column of the first Unicode scalar, from 1.
  public var column: Int
  /// Unicode scalars covered, at least 1.
  public var length: Int

  public init(source: String, line: Int, column: Int, length: Int = 1) {
    self.source = source
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// The part of this range that begins `offset` scalars in.
  public func part(offset: Int, length: Int) -> SourceRange {
    SourceRange(source: source, line: line, column: column + offset, length: length)
  }
}
