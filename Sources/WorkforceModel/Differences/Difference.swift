/// A value that is not the same in all of some scenarios.
public struct Difference: Sendable, Equatable {
  /// The value in one of the scenarios.
  public struct Side: Sendable, Equatable {
    /// As it is written.
    public var text: String
    /// False for what holds because nothing was given.
    public var isGiven: Bool
    /// The numbers in it, by their paths below that of the difference; none for names and provenance.
    public var quantities: [Number]
  }

  public struct Number: Sendable, Equatable {
    /// Empty for the value itself.
    public var path: String
    public var quantity: Quantity
  }

  /// The path of the value, or of the part of it that differs.
  public let path: String
  /// The path of the whole value, which tells what a number in it is over.
  public let valuePath: String
  /// By scenario; nil where one does not have it.
  public let sides: [Side?]
  /// What holds in a scenario that does not have it, in words: `none`, or what is then taken.
  public let absent: String
  /// The grade, pathway, intake … that the value belongs to, where some scenario has no such thing; nil where all have.
  public let thing: String?
  /// By scenario: whether it has the thing that the value belongs to.
  public let hasThing: [Bool]
}
