/// A grade: people counted in post, exposed each month to leaving and to moves at a rate.
public struct OracleGrade: Sendable {
  /// Key, such as `PO`.
  public var key: String
  /// Monthly probability of leaving the service, by months of service at the opening and by month.
  public var leaving: MonthlyProbability
  /// Moves to other grades, one a destination; they compete with leaving and with one another.
  public var moves: [OracleMove]

  /// A grade with its exits.
  public init(key: String, leaving: @escaping MonthlyProbability, moves: [OracleMove] = []) {
    self.key = key
    self.leaving = leaving
    self.moves = moves
  }
}
