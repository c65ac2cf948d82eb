/// Expected stocks at the close of one month and expected flows during it, in people, from the recurrence.
public struct ExpectedMonth: Sendable {
  /// People by stock and by age at the close, index 0 the newest.
  public var people: [String: [Double]] = [:]
  /// Leavers by grade.
  public var leavers: [String: Double] = [:]
  /// Moves by grade left, then by grade entered.
  public var moves: [String: [String: Double]] = [:]
  /// Withdrawn learners who leave the service, by pathway.
  public var left: [String: Double] = [:]
  /// Withdrawn learners who go back to a grade, by pathway, then by grade.
  public var reverted: [String: [String: Double]] = [:]
  /// Learners who finish, by pathway.
  public var finished: [String: Double] = [:]
  /// Learners who are extended, by pathway.
  public var extended: [String: Double] = [:]
  /// Those appointed to the grade they qualify for, by pathway.
  public var qualified: [String: Double] = [:]
  /// Those who leave the service while they wait, by pathway.
  public var leftAwaiting: [String: Double] = [:]
  /// Those who wait at the close, by pathway.
  public var waiting: [String: [ExpectedWait: Double]] = [:]
  /// Joiners of a grade or starters of a pathway, by stock.
  public var entered: [String: Double] = [:]

  /// People in a stock at the close, or those of them with less than so many months of service.
  public func heads(_ key: String, below service: Int? = nil) -> Double {
    let ages = people[key] ?? []
    return ages.prefix(service ?? ages.count).reduce(0, +)
  }

  /// People of a pathway who have finished and are not yet appointed, at the close.
  public func awaiting(_ key: String) -> Double { (waiting[key] ?? [:]).values.reduce(0, +) }
}
