/// A move at a rate from one grade to another, such as promotion.
public struct OracleMove: Sendable {
  /// Key of the grade moved to.
  public var to: String
  /// Months of service that the person arrives with.
  public var atService: Int
  /// Monthly probability by service in the grade left and by month, before it competes with other exits.
  public var probability: MonthlyProbability

  /// A move to `to`, arriving with `atService` months of service.
  public init(to: String, atService: Int = 0, probability: @escaping MonthlyProbability) {
    self.to = to
    self.atService = atService
    self.probability = probability
  }
}
