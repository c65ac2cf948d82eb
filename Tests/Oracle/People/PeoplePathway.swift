/// A pathway with its opening position.
public struct PeoplePathway: Sendable {
  /// What can follow the nominal length.
  public struct Extension: Sendable {
    var share: Double
    var months: Int

    /// A share of those at the end of the nominal length stays so many months longer.
    public init(share: Double, months: Int) {
      self.share = share
      self.months = months
    }
  }

  public var key: String
  public var length: Int
  public var employedAs: String
  public var qualifiesAs: String
  /// FTE per head of learners; nil for that of the grade they are employed in.
  public var perHead: PeopleDraw?
  public var attrition: PeopleRate
  /// Where the withdrawn go: grades, or `leave`.
  public var withdrawn: PeopleSplit
  public var extended: Extension?
  /// Shares over months between finishing and appointment, from none on.
  public var waiting: [Double]
  /// Learners at the opening, by month of start.
  public var learners: [Int: Int]
  /// Those already waiting at the opening, by month of appointment.
  public var awaiting: [Int: Int]

  public init(
    _ key: String, months length: Int, employedAs: String, qualifiesAs: String, perHead: PeopleDraw? = nil,
    attrition: PeopleRate, withdrawn: PeopleSplit = .all("leave"), extended: Extension? = nil,
    waiting: [Double] = [1], learners: [Int: Int] = [:], awaiting: [Int: Int] = [:]
  ) {
    self.key = key
    self.length = length
    self.employedAs = employedAs
    self.qualifiesAs = qualifiesAs
    self.perHead = perHead
    self.attrition = attrition
    self.withdrawn = withdrawn
    self.extended = extended
    self.waiting = waiting
    self.learners = learners
    self.awaiting = awaiting
  }

  /// When those appointed in a month are taken to have started, of those waiting at the end of `opening`: with the
  /// shortest waiting possible that is no shorter than what they still have before them.
  func programmeStart(appointed: Int, opening: Int) -> Int {
    guard let wait = waiting.indices.first(where: { waiting[$0] > 0 && $0 >= appointed - opening }) else {
      preconditionFailure("nobody on \(key) waits until \(PeopleMonth.text(appointed))")
    }
    return appointed - length - wait
  }
}
