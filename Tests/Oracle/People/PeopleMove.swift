/// A move between grades.
public struct PeopleMove: Sendable {
  /// What is moved: a rate or a number.
  public enum Amount: Sendable {
    case rate(PeopleRate)
    case number(PeopleNumber)
  }

  public var key: String
  public var from: String
  public var to: String
  public var amount: Amount
  /// Months of service on arrival.
  public var atService: Int

  public init(_ key: String, from: String, to: String, _ amount: Amount, atService: Int = 0) {
    self.key = key
    self.from = from
    self.to = to
    self.amount = amount
    self.atService = atService
  }
}
