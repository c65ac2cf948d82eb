public import Reports

/// What results are shown on.
public struct Display: Sendable, Equatable {
  /// Columns.
  public var width: Int
  /// Whether tables of words are folded: somebody looks at them, and no program reads them.
  public var folds: Bool

  /// What charts are drawn with; nil for what is no screen.
  public var charts: ChartTier?

  public init(width: Int, folds: Bool, charts: ChartTier? = nil) {
    self.width = width
    self.folds = folds
    self.charts = charts
  }
}
