extension PeopleReplicate {
  /// The opening position.
  mutating func open() {
    for grade in model.grades.indices { openGrade(grade) }
    for pathway in model.pathways.indices { openPathway(pathway) }
    count()
  }

  private mutating func openGrade(_ index: Int) {
    let grade = model.grades[index]
    let heads: Int =
      switch grade.opening {
      case .heads(let number): number
      case .fte(let number): Int((number / perHead(grade: index) + 0.5).rounded(.down))
      }
    let oldest = 1200
    let bands = grade.service.isEmpty ? [PeopleGrade.Band(oldest, nil, 1)] : grade.service
    for (band, people) in zip(bands, Apportionment.largestRemainder(heads, shares: bands.map(\.share))) {
      let width = band.upper.map { $0 - band.lower } ?? 1
      for (month, number) in Apportionment.evenly(people, over: width).enumerated() {
        let age = band.upper == nil ? max(band.lower, oldest) : band.lower + month
        self.people += Array(repeating: Person(place: .grade(index), age: age), count: number)
      }
    }
  }

  private mutating func openPathway(_ index: Int) {
    let pathway = model.pathways[index]
    for (started, number) in pathway.learners.sorted(by: { $0.key < $1.key }) {
      precondition(date - started < pathway.length, "opening learners who would have finished")
      for _ in 0..<number {
        var person = Person(place: .learning(index), age: date - started, started: started)
        join(&person, pathway: index, started: started)
        people.append(person)
      }
    }
    for (appointed, number) in pathway.awaiting.sorted(by: { $0.key < $1.key }) {
      let started = pathway.programmeStart(appointed: appointed, opening: date)
      for _ in 0..<number {
        var person = Person(
          place: .awaiting(index), age: date - started, started: started,
          appointment: has(.waitingShort) ? max(date + 1, appointed - 1) : appointed)
        join(&person, pathway: index, started: started)
        people.append(person)
      }
    }
  }
}
