/// A part of what is being typed, with what it is.
public struct LineSpan: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case command
    /// Where a command should stand and there is none of that name.
    case mistake
    /// `at`, `and`, `by` and the like.
    case keyword
    case option
    /// A path of the scenario, a metric, a grade: something that there is.
    case name
    case number
    case quoted
    case comment
  }

  /// Unicode scalars.
  public var range: Range<Int>
  public var kind: Kind

  public init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
