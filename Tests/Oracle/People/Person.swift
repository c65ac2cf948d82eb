/// One person in the service.
struct Person {
  enum Place: Hashable {
    case grade(Int)
    case learning(Int)
    case awaiting(Int)
    case gone
  }

  /// One cohort that the person has started in.
  struct Membership {
    /// Index among the cohorts followed.
    var cohort: Int
    var outcome: Outcome = .onProgramme
  }

  enum Outcome { case onProgramme, qualified, withdrawn }

  var place: Place
  /// Months of service in the grade, or since the start of the programme.
  var age: Int
  /// Pathway that the person qualified from, in a grade divided by origin.
  var origin: Int?
  /// Month in which the programme started.
  var started = 0
  var isExtended = false
  /// Month of appointment of one who waits.
  var appointment = 0
  /// Whether the person came to the place in this month: nobody is exposed, moved at a rate or aged then.
  var hasArrived = false
  var memberships: [Membership] = []

  mutating func enter(grade: Int, service: Int, origin: Int? = nil) {
    place = .grade(grade)
    age = service
    self.origin = origin
    hasArrived = true
  }
}
