/// The series that a simulation of individuals counts, named like the metrics of the model (section 6).
struct PeopleSeries: Sendable {
  /// Counts of a grade.
  enum OfGrade: Int {
    case heads, joiners, qualifiers, movesIn, reverted, leavers, movesOut, toTraining, toTrainingNotMet, movesOutNotMet

    static let names = [
      "heads", "joiners", "qualifiers", "moves-in", "reverted", "leavers", "moves-out", "to-training",
      "to-training-not-met", "moves-out-not-met",
    ]
  }

  /// Counts of a pathway.
  enum OfPathway: Int {
    case learners, awaiting, starts, withdrawals, left, reverted, extended, finished, qualifiers, leftAwaiting

    static let names = [
      "learners", "awaiting", "starts", "withdrawals", "left", "reverted", "extended", "finished", "qualifiers",
      "left-awaiting",
    ]
  }

  let names: [String]
  private let pathwayBase: Int
  let shareBase: Int
  let cohortBase: Int

  init(_ model: PeopleModel) {
    var names = model.grades.flatMap { grade in OfGrade.names.map { "\(grade.key).\($0)" } }
    pathwayBase = names.count
    names += model.pathways.flatMap { pathway in OfPathway.names.map { "\(pathway.key).\($0)" } }
    shareBase = names.count
    names += model.grades.flatMap { grade in
      model.shareBounds.map { "\(grade.key).share-under-\(PeopleMonth.length($0))" }
    }
    cohortBase = names.count
    names += model.cohorts.flatMap { cohort in PeopleCohort.State.allCases.map { cohort.name($0) } }
    self.names = names
  }

  func of(grade: Int, _ measure: OfGrade) -> Int { grade * OfGrade.names.count + measure.rawValue }

  func of(pathway: Int, _ measure: OfPathway) -> Int {
    pathwayBase + pathway * OfPathway.names.count + measure.rawValue
  }
}
