/// What is reported, before it is known how it will be shown.
public struct Document: Sendable, Equatable {
  public enum Block: Sendable, Equatable {
    case heading(String)
    case paragraph(String)
    case table(Table)
    case chart(Chart)
    /// Said below the results, to qualify them.
    case note(String)
  }

  public var blocks: [Block]

  public init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }
}

/// Rows of text under headed columns.
public struct Table: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public var header: String
    public var isNumeric: Bool

    public init(_ header: String, numeric: Bool = false) {
      self.header = header
      isNumeric = numeric
    }
  }

  public var columns: [Column]
  public var rows: [[String]]
  /// Columns of series behind the others.
  public var sparklines: [SparklineColumn]

  public init(_ columns: [Column], rows: [[String]] = [], sparklines: [SparklineColumn] = []) {
    self.columns = columns
    self.rows = rows
    self.sparklines = sparklines
  }
}
