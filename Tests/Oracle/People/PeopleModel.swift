/// A whole scenario as plain values, for the simulator of individuals: written in a test beside the file's text.
///
/// Dates are calendar months as `PeopleMonth` counts them.
public struct PeopleModel: Sendable {
  /// The month at whose end the opening position stands.
  public var start: Int
  /// How many months are simulated.
  public var months: Int
  /// The month of the year (1 for January) from which years are counted.
  public var yearBegins: Int
  public var grades: [PeopleGrade]
  public var moves: [PeopleMove]
  public var pathways: [PeoplePathway]
  public var intakes: [PeopleIntake]
  public var recruitment: [PeopleRecruitment]
  /// Boundaries of service, in months, for shares of each grade.
  public var shareBounds: [Int]
  /// Those whose cohort states are followed.
  public var cohorts: [PeopleCohort]
  /// Where the model's text leaves room.
  public var reading: PeopleReading
  /// Errors planted on purpose, to see that a comparison notices them.
  public var mistakes: Set<PeopleMistake> = []

  public init(
    start: Int, months: Int, yearBegins: Int = 4, grades: [PeopleGrade], moves: [PeopleMove] = [],
    pathways: [PeoplePathway] = [], intakes: [PeopleIntake] = [], recruitment: [PeopleRecruitment] = [],
    shareBounds: [Int] = [], cohorts: [PeopleCohort] = [], reading: PeopleReading = PeopleReading()
  ) {
    self.start = start
    self.months = months
    self.yearBegins = yearBegins
    self.grades = grades
    self.moves = moves
    self.pathways = pathways
    self.intakes = intakes
    self.recruitment = recruitment
    self.shareBounds = shareBounds
    self.cohorts = cohorts
    self.reading = reading
  }

  /// The same with errors planted.
  public func with(_ mistakes: PeopleMistake...) -> PeopleModel {
    var changed = self
    changed.mistakes = Set(mistakes)
    return changed
  }

  func index(ofGrade key: String) -> Int {
    guard let index = grades.firstIndex(where: { $0.key == key }) else { preconditionFailure("unknown grade \(key)") }
    return index
  }

  func index(ofPathway key: String) -> Int? { pathways.firstIndex { $0.key == key } }
}
