import WorkforceModel

/// What the cells of a plan mean to those who follow cohorts.
struct CohortPlaces {
  /// By cell: the grade or pathway, as an index into the legend's stocks.
  let subject: [Int]
  let isGrade: [Bool]
  let isAwaiting: [Bool]
  /// By cell: the pathway, among the programmes, whose learners or those awaiting are in it.
  let started: [Int?]
  /// By programme: the grade that it leads to, as an index into the legend's stocks.
  let grade: [Int]
  /// Start month of a cohort that is followed → its index in the request.
  let cohorts: [Int: Int]
  /// By programme: its place among the pathways in the order of their keys, whatever their order in the file.
  let rank: [Int]
  private let sites: [String]

  init(_ plan: Plan, _ request: CohortRequest, keys: [String]) {
    var subject = [Int](repeating: -1, count: plan.cellCount)
    var isGrade = [Bool](repeating: false, count: plan.cellCount)
    var isAwaiting = [Bool](repeating: false, count: plan.cellCount)
    var started = [Int?](repeating: nil, count: plan.cellCount)
    for stock in plan.stocks {
      for cell in stock.firstCell...stock.cell(entry: plan.start + plan.months) {
        subject[cell] = stock.subject
        isGrade[cell] = stock.stage == nil
      }
    }
    for (index, programme) in plan.programmes.enumerated() {
      let learners = plan.stocks[programme.learners]
      for cell in learners.firstCell...learners.cell(entry: plan.start + plan.months) { started[cell] = index }
      for awaiting in programme.awaiting.map({ plan.stocks[$0] }) {
        for cell in awaiting.firstCell...awaiting.cell(entry: plan.start + plan.months) {
          isAwaiting[cell] = true
          // Those who wait at the opening are of the cohort that they are taken to have started with.
          started[cell] = index
        }
      }
    }
    self.subject = subject
    self.isGrade = isGrade
    self.isAwaiting = isAwaiting
    self.started = started
    grade = plan.programmes.map { plan.stocks[$0.appointedTo].subject }
    cohorts = Dictionary(
      request.cohorts.enumerated().map { ($1.started.index, $0) }, uniquingKeysWith: { first, _ in first })
    let names = plan.programmes.map { keys[plan.stocks[$0.learners].subject] }
    sites = names
    let ordered = names.sorted(by: String.byScalars)
    rank = names.map { ordered.firstIndex(of: $0) ?? 0 }
  }

  /// The address of the members of a cohort.
  func site(cohort: Int, pathway: Int, standing: CohortTracker.Standing) -> UInt64 {
    Site.hash("cohort", sites[pathway], "\(cohort) \(standing)")
  }
}
