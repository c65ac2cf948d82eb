public import WorkforceModel

/// Where those who started a pathway in one month are, later. The states sum to the starters.
public enum CohortState: Int, CaseIterable, Sendable {
  /// On the programme that they started.
  case learning
  /// Finished and not yet appointed.
  case awaiting
  /// In the grade that they qualified into.
  case inPost
  /// Qualified and in the service, in another grade.
  case movedOn
  /// Withdrawn and in the service, on another programme perhaps.
  case reverted
  /// Out of the service before qualifying, and after.
  case goneBefore, goneAfter
}

/// Which cohorts are followed, and to when: those who start a pathway in a month of the run.
public struct CohortRequest: Sendable, Equatable {
  public struct Cohort: Sendable, Equatable {
    public var started: Month
    /// Steps from the opening at whose ends they are counted, ascending.
    public var steps: [Int]

    public init(started: Month, steps: [Int]) {
      self.started = started
      self.steps = steps
    }
  }

  public var cohorts: [Cohort]

  public init(_ cohorts: [Cohort]) {
    self.cohorts = cohorts
  }
}

/// What became of cohorts in each replicate of a run.
public struct CohortEnsemble: Sendable {
  public let request: CohortRequest
  /// The pathways, as indices into the legend's stocks, in the order of the counts.
  public let pathways: [Int]
  /// People by place (see ``place(cohort:step:pathway:state:)``), and within a place by replicate.
  let people: [[Int32]]
  let starters: [[Int32]]

  /// Bytes that each count takes in each replicate while all are gathered: in the replicate's own row, and in the column,
  /// which doubles as it grows.
  public static let bytesEach = 3 * MemoryLayout<Int32>.stride

  /// Those of a cohort on one pathway who are in a state at the end of a step, by replicate.
  /// - Parameters:
  ///   - cohort: index into the request's cohorts
  ///   - step: index into the cohort's steps
  ///   - pathway: index into ``pathways``
  public func people(cohort: Int, step: Int, pathway: Int, state: CohortState) -> [Int32] {
    people[CohortEnsemble.place(request, pathways.count, cohort: cohort, step: step, pathway: pathway, state: state)]
  }

  /// Those who started, by replicate.
  public func starters(cohort: Int, pathway: Int) -> [Int32] { starters[cohort * pathways.count + pathway] }

  static func place(
    _ request: CohortRequest, _ pathways: Int, cohort: Int, step: Int, pathway: Int, state: CohortState
  ) -> Int {
    let before = request.cohorts[..<cohort].reduce(0) { $0 + $1.steps.count }
    return ((before + step) * pathways + pathway) * CohortState.allCases.count + state.rawValue
  }
}
