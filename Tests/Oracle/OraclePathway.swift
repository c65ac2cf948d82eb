/// A pathway: learners with a length in months, a withdrawal and a grade to qualify into.
public struct OraclePathway: Sendable {
  /// Key, such as `PQiP-15`.
  public var key: String
  /// Months of exposure before a learner finishes.
  public var length: Int
  /// Monthly probability of withdrawing, by months done at the opening (0 ..< length) and by month.
  public var withdrawal: MonthlyProbability
  /// Where the withdrawn go back to: share by grade, at service 0. The rest of them leave the service.
  public var withdrawnTo: [String: Double]
  /// Grade that learners qualify into, at service 0, in the month they finish.
  public var qualifiesAs: String
  /// Grade that employs the learners; for sums that count them with it.
  public var employedAs: String

  /// A pathway; `withdrawnTo` is a share of the withdrawn by grade, and those not in it leave.
  public init(
    key: String, length: Int, withdrawal: @escaping MonthlyProbability, withdrawnTo: [String: Double] = [:],
    qualifiesAs: String, employedAs: String
  ) {
    self.key = key
    self.length = length
    self.withdrawal = withdrawal
    self.withdrawnTo = withdrawnTo
    self.qualifiesAs = qualifiesAs
    self.employedAs = employedAs
  }
}
