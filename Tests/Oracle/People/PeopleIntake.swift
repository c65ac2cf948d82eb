/// A group that starts pathways or grades in calendar months.
public struct PeopleIntake: Sendable {
  public var key: String
  /// Months in which it starts.
  public var starts: [Int]
  /// Places, rounded half up where uncertain.
  public var places: PeopleDraw
  /// Places of starts that differ.
  public var differing: [Int: Double]
  public var fill: PeopleDraw
  public var into: PeopleSplit
  /// Shares of the starters over months of lateness, from none on.
  public var late: [Double]
  /// Shares of the starters from grades.
  public var from: [String: Double]
  /// Whether a shortfall of these is filled from outside.
  public var elseExternal: Bool

  public init(
    _ key: String, starts: [Int], places: PeopleDraw, differing: [Int: Double] = [:], fill: PeopleDraw = .fixed(1),
    into: PeopleSplit, late: [Double] = [1], from: [String: Double] = [:], elseExternal: Bool = false
  ) {
    self.key = key
    self.starts = starts
    self.places = places
    self.differing = differing
    self.fill = fill
    self.into = into
    self.late = late
    self.from = from
    self.elseExternal = elseExternal
  }

  /// Months of a schedule, `every` so many from the first to the last.
  public static func every(_ months: Int, from first: Int, until last: Int) -> [Int] {
    Array(stride(from: first, through: last, by: months))
  }
}
