import Foundation

/// One replicate of a model, person by person, in the order of the month (model, section 2).
struct PeopleReplicate {
  /// People who are to start later: those of an intake who are late.
  struct LateStart {
    var date: Int
    var intake: Int
    var part: Int
    var count: Int
    var allFromOutside = false
  }

  /// The exits that compete for a person in this month.
  struct Exits {
    /// Probability of any of them.
    var probability: Double
    /// Hazards: leaving first, then moves in the order of the model; or withdrawing.
    var hazards: [Double]

    init(_ hazards: [Double]) {
      self.hazards = hazards
      probability = 1 - exp(-hazards.reduce(0, +))
    }
  }

  /// What exposes people alike in one month.
  struct Exposure: Hashable {
    var place: Person.Place
    var age: Int
    /// The pathway that one qualified from, or the month in which a learner started.
    var detail: Int
    var isExtended = false
  }

  /// Vacancies ordered and not yet filled.
  struct Order {
    var date: Int
    var count: Int
  }

  let model: PeopleModel
  let series: PeopleSeries
  /// The month that is being simulated; the opening is the start month.
  var date: Int
  var dice: PeopleDice
  var people: [Person] = []
  /// Counts of this month by series.
  var counts: [Double]
  var drawn: PeopleDrawn
  /// Exits of this month that have been worked out.
  var known: [Exposure: Exits] = [:]
  /// The last of them that was asked for: people who are alike mostly follow each other.
  var last: (exposure: Exposure, exits: Exits)?
  var late: [LateStart] = []
  /// By index of the recruitment.
  var orders: [[Order]]
  var cohortStarters: [Int]
  private let cohortIndex: [PeopleCohort: Int]

  init(_ model: PeopleModel, seed: UInt64, replicate: Int) {
    self.model = model
    series = PeopleSeries(model)
    date = model.start
    dice = PeopleDice(seed: seed, replicate: replicate)
    drawn = PeopleDrawn(model)
    counts = [Double](repeating: 0, count: series.names.count)
    orders = Array(repeating: [], count: model.recruitment.count)
    cohortStarters = Array(repeating: 0, count: model.cohorts.count)
    cohortIndex = Dictionary(uniqueKeysWithValues: model.cohorts.enumerated().map { ($1, $0) })
    open()
  }

  /// Goes through the next month.
  mutating func step() {
    date += 1
    known.removeAll(keepingCapacity: true)
    last = nil
    for index in counts.indices { counts[index] = 0 }
    for index in people.indices { people[index].hasArrived = false }
    exits()
    people.removeAll { $0.place == .gone }
    movesByNumber()
    finishing()
    starts()
    ordering()
    count()
  }

  func has(_ mistake: PeopleMistake) -> Bool { !model.mistakes.isEmpty && model.mistakes.contains(mistake) }

  mutating func add(grade: Int, _ measure: PeopleSeries.OfGrade, _ number: Int = 1) {
    counts[series.of(grade: grade, measure)] += Double(number)
  }

  mutating func add(pathway: Int, _ measure: PeopleSeries.OfPathway, _ number: Int = 1) {
    counts[series.of(pathway: pathway, measure)] += Double(number)
  }

  /// FTE per head of a grade in this replicate.
  mutating func perHead(grade: Int) -> Double {
    drawn.number(model.grades[grade].perHead, .perHead(grade: grade), intake: 0, date: date, &dice)
  }

  mutating func perHead(pathway: Int) -> Double {
    let programme = model.pathways[pathway]
    guard let own = programme.perHead else { return perHead(grade: model.index(ofGrade: programme.employedAs)) }
    return drawn.number(own, .pathwayPerHead(pathway), intake: 0, date: date, &dice)
  }

  /// A person begins to count in the cohort of a pathway and a start month, where it is followed.
  mutating func join(_ person: inout Person, pathway: Int, started: Int) {
    guard let cohort = cohortIndex[PeopleCohort(model.pathways[pathway].key, start: started)] else { return }
    person.memberships.append(Person.Membership(cohort: cohort))
    cohortStarters[cohort] += 1
  }

  /// Numbers of those in a grade who can be taken from it now.
  func pool(grade: Int, withArrivals: Bool) -> [Int] {
    people.indices.filter { people[$0].place == .grade(grade) && (withArrivals || !people[$0].hasArrived) }
  }
}
