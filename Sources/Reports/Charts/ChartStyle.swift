/// How charts are drawn.
public struct ChartStyle: Sendable, Equatable {
  public var tier: ChartTier
  /// Rows of a fan between its title and its axis, and at most so many bins of a histogram; 5…60.
  public var height: Int
  /// Whether the numbers stand under a chart whose picture does not tell them.
  public var showsNumbers: Bool

  public static let heights = 5...60

  public init(_ tier: ChartTier, height: Int = 14, showsNumbers: Bool = true) {
    self.tier = tier
    self.height = min(max(height, ChartStyle.heights.lowerBound), ChartStyle.heights.upperBound)
    self.showsNumbers = showsNumbers
  }
}
