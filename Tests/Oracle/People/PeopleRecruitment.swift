/// Recruits or returners into a grade.
public struct PeopleRecruitment: Sendable {
  /// How many join.
  public enum Amount: Sendable {
    case number(PeopleNumber)
    /// Orders at each close up to the target, at most so many, starting so many months later.
    case vacancies(withLearners: Bool, after: Int, atMost: Int?)
  }

  public var key: String
  public var into: String
  public var amount: Amount
  /// Months of service on joining.
  public var atService: Int

  public init(_ key: String, into: String, _ amount: Amount, atService: Int = 0) {
    self.key = key
    self.into = into
    self.amount = amount
    self.atService = atService
  }
}
