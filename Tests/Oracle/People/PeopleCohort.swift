/// Those who started one pathway in one month.
public struct PeopleCohort: Sendable, Hashable {
  /// Key of the pathway.
  public var pathway: String
  /// Month of the start.
  public var start: Int

  public init(_ pathway: String, start: Int) {
    self.pathway = pathway
    self.start = start
  }

  /// What has become of one of them; the six make up the starters.
  public enum State: String, Sendable, CaseIterable {
    case learning
    case awaiting
    /// In the grade qualified for.
    case inPost = "in-post"
    /// Qualified and in the service, not in that grade.
    case movedOn = "moved-on"
    /// Withdrawn and in the service.
    case reverted
    /// Out of the service.
    case gone
  }

  /// Name of the series of a state.
  public func name(_ state: State) -> String { "\(pathway)@\(PeopleMonth.text(start)).\(state.rawValue)" }
}
