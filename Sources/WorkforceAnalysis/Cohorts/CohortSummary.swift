public import WorkforceModel
public import WorkforceSimulation

/// What became of those who started in a month: by pathway and for all of them, the distribution of how many are where
/// at each later month.
public struct CohortSummary: Sendable {
  /// Those who started one pathway, or all pathways, in one month.
  public struct Group: Sendable {
    public let started: Month
    /// Key of the pathway, or `all`.
    public let pathway: String
    public let starters: CountDistribution
    public let months: [Month]
    /// By state as reported, and within a state by month.
    public let counts: [Standing: [CountDistribution]]

    /// `PQiP-15@2025-03`.
    public var name: String { "\(pathway)@\(started)" }
  }

  /// Where people are, as it is reported: `gone` is `gone-before` and `gone-after` together, and the other five and
  /// `gone` sum to the starters.
  public enum Standing: String, CaseIterable, Sendable {
    case learning, awaiting
    case inPost = "in-post"
    case movedOn = "moved-on"
    case reverted, gone
    case goneBefore = "gone-before"
    case goneAfter = "gone-after"

    var states: [CohortState] {
      switch self {
      case .learning: [.learning]
      case .awaiting: [.awaiting]
      case .inPost: [.inPost]
      case .movedOn: [.movedOn]
      case .reverted: [.reverted]
      case .gone: [.goneBefore, .goneAfter]
      case .goneBefore: [.goneBefore]
      case .goneAfter: [.goneAfter]
      }
    }

    public var words: String {
      switch self {
      case .learning: "on a programme"
      case .awaiting: "awaiting appointment"
      case .inPost: "in post"
      case .movedOn: "moved on, in the service"
      case .reverted: "reverted to a grade"
      case .gone: "gone"
      case .goneBefore: "  before qualifying"
      case .goneAfter: "  after qualifying"
      }
    }
  }

  public let groups: [Group]
  public let replicates: Int

  /// - Parameter pathways: keys of those reported apart; the sum over all pathways is reported where it says more
  public init(_ ensemble: CohortEnsemble, _ legend: Legend, pathways: [String], replicates: Int) {
    self.replicates = replicates
    var groups: [Group] = []
    for (cohort, asked) in ensemble.request.cohorts.enumerated() {
      let all = Array(ensemble.pathways.indices)
      func group(_ key: String, _ places: [Int]) -> Group {
        func sum(_ columns: [[Int32]]) -> CountDistribution {
          var total = [Int64](repeating: 0, count: replicates)
          for column in columns { for (index, value) in column.enumerated() { total[index] += Int64(value) } }
          return CountDistribution(total)
        }
        var counts: [Standing: [CountDistribution]] = [:]
        for standing in Standing.allCases {
          counts[standing] = asked.steps.indices.map { step in
            sum(
              places.flatMap { pathway in
                standing.states.map { ensemble.people(cohort: cohort, step: step, pathway: pathway, state: $0) }
              })
          }
        }
        return Group(
          started: asked.started, pathway: key,
          starters: sum(places.map { ensemble.starters(cohort: cohort, pathway: $0) }),
          months: asked.steps.map { legend.start + $0 }, counts: counts)
      }
      for place in all where pathways.contains(legend.stocks[ensemble.pathways[place]].key) {
        let made = group(legend.stocks[ensemble.pathways[place]].key, [place])
        // A pathway that nobody started has nothing to tell.
        if made.starters.maximum ?? 0 > 0 { groups.append(made) }
      }
      if pathways.count == all.count, all.count > 1 { groups.append(group("all", all)) }
    }
    self.groups = groups
  }
}
