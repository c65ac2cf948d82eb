/// A grade with its opening position.
public struct PeopleGrade: Sendable {
  /// How many are in post at the opening.
  public enum Opening: Sendable {
    case heads(Int)
    /// Full-time equivalents: heads are these ÷ FTE per head, rounded half up.
    case fte(Double)
  }

  /// A band of service at the opening.
  public struct Band: Sendable {
    var lower: Int
    var upper: Int?
    var share: Double

    /// `share` of the heads spread over `lower ..< upper`; without an upper end one cell.
    public init(_ lower: Int, _ upper: Int?, _ share: Double) {
      self.lower = lower
      self.upper = upper
      self.share = share
    }
  }

  public var key: String
  public var opening: Opening
  public var perHead: PeopleDraw
  /// Service at the opening, ascending; empty: all in one cell older than every boundary.
  public var service: [Band]
  public var leaving: PeopleRate
  /// Multipliers of leaving by the pathway that one qualified from; nil where the grade is not divided.
  public var byOrigin: [String: Double]?
  /// FTE that the grade should have, by month.
  public var target: (@Sendable (_ date: Int) -> Double)?

  public init(
    _ key: String, opening: Opening, perHead: PeopleDraw = .fixed(1), service: [Band] = [], leaving: PeopleRate,
    byOrigin: [String: Double]? = nil, target: (@Sendable (_ date: Int) -> Double)? = nil
  ) {
    self.key = key
    self.opening = opening
    self.perHead = perHead
    self.service = service
    self.leaving = leaving
    self.byOrigin = byOrigin
    self.target = target
  }
}
