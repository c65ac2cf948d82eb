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
  /// Share of those at the end of the nominal length who stay `extensionMonths` longer, exposed to the withdrawal of the
  /// last month. Extension and waiting are for the recurrence alone.
  public var extensionShare = 0.0
  public var extensionMonths = 0
  /// Shares of those who finish over months until they are appointed, from none on. While they wait they are exposed to
  /// the leaving of the grade that employs them, at service counted from the start of the programme.
  public var waiting: [Double] = [1]
  /// Already waiting at the opening: people by month index of appointment (1 and later).
  public var awaiting: [Int: Double] = [:]

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

  /// Whether the histories of `GroupOracle` cover it: without extension and waiting.
  var isPlain: Bool { extensionShare == 0 && waiting == [1] && awaiting.isEmpty }
}
