/// How the model's text is read where it leaves room: who can be taken by a number in the month in which they arrived.
public struct PeopleReading: Sendable {
  /// Whether those who entered a grade in step 1 of the same month can be moved by a number in step 2.
  public var arrivalsCanMove: Bool
  /// Whether those who entered a grade earlier in the same month can be taken as starters in step 4.
  public var arrivalsCanStart: Bool

  public init(arrivalsCanMove: Bool = false, arrivalsCanStart: Bool = true) {
    self.arrivalsCanMove = arrivalsCanMove
    self.arrivalsCanStart = arrivalsCanStart
  }
}
