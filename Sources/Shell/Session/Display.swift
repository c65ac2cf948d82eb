/// What results are shown on.
public struct Display: Sendable, Equatable {
  /// Columns.
  public var width: Int
  /// Whether tables of words are folded: somebody looks at them, and no program reads them.
  public var folds: Bool

  public init(width: Int, folds: Bool) {
    self.width = width
    self.folds = folds
  }
}
