/// A change that has been made, for telling what it came to.
public struct AppliedChange: Sendable {
  /// Of the value or the part of it that was changed.
  public var path: String
  /// The text before; nil where there was none.
  public var before: String?
  public var after: String
  /// The numbers at the path that were not there before.
  public var numbers: [Quantity]
  /// What else is to be said: what was rounded, dropped, kept or changed with it.
  public var remarks: [String]
  /// What could have been meant instead.
  public var help: String?
  /// Where the new value was typed.
  public var range: SourceRange
}

/// One change that is asked for.
public struct Assignment: Sendable {
  public var path: String
  public var change: Change
  /// Where the path was typed, for faults.
  public var pathRange: SourceRange

  public init(_ path: String, _ change: Change, pathRange: SourceRange) {
    self.path = path
    self.change = change
    self.pathRange = pathRange
  }
}
