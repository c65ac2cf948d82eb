extension PeopleReplicate {
  /// Step 5: min(cap, max(0, ⌈(target − FTE) ÷ FTE per head⌉ − already ordered)) are ordered for month t + delay.
  mutating func ordering() {
    for (index, recruitment) in model.recruitment.enumerated() {
      guard case .vacancies(let withLearners, let after, let atMost) = recruitment.amount else { continue }
      let grade = model.index(ofGrade: recruitment.into)
      guard let target = model.grades[grade].target else { preconditionFailure("vacancies without a target") }
      let perHead = perHead(grade: grade)
      let vacancies = (target(date) - fte(grade: grade, withLearners: withLearners != has(.countsSwapped))) / perHead
      let outstanding = has(.ordersForgotten) ? 0 : orders[index].reduce(0) { $0 + $1.count }
      // A hair, so that a whole number that binary fractions put just above itself is not rounded up.
      let needed = Int((vacancies - 1e-9).rounded(.up)) - outstanding
      let number = min(has(.capIgnored) ? .max : atMost ?? .max, max(0, needed))
      if number > 0 { orders[index].append(Order(date: date + after - (has(.delayShort) ? 1 : 0), count: number)) }
    }
  }

  private mutating func fte(grade: Int, withLearners: Bool) -> Double {
    func employedPeople(_ pathway: PeoplePathway, _ index: Int) -> Int {
      guard withLearners, pathway.employedAs == model.grades[grade].key else { return 0 }
      return people.count { $0.place == .learning(index) || $0.place == .awaiting(index) }
    }
    var sum = Double(people.count { $0.place == .grade(grade) }) * perHead(grade: grade)
    for (index, pathway) in model.pathways.enumerated() {
      sum += Double(employedPeople(pathway, index)) * perHead(pathway: index)
    }
    return sum
  }

  /// The stocks at the close.
  mutating func count() {
    var young = [Int](repeating: 0, count: model.grades.count * model.shareBounds.count)
    for person in people {
      switch person.place {
      case .grade(let grade):
        add(grade: grade, .heads)
        for (number, bound) in model.shareBounds.enumerated() where person.age < bound {
          young[grade * model.shareBounds.count + number] += 1
        }
      case .learning(let pathway): add(pathway: pathway, .learners)
      case .awaiting(let pathway): add(pathway: pathway, .awaiting)
      case .gone: break
      }
    }
    for (index, number) in young.enumerated() {
      // In millionths, as the metric is rounded; absent for an empty grade.
      let heads = counts[series.of(grade: index / model.shareBounds.count, .heads)]
      counts[series.shareBase + index] =
        heads == 0 ? .nan : (Double(number) / heads * 1e6).rounded(.toNearestOrEven)
    }
    countCohorts()
  }

  private mutating func countCohorts() {
    guard !model.cohorts.isEmpty else { return }
    let states = PeopleCohort.State.allCases
    var present = cohortStarters
    for person in people {
      for member in person.memberships {
        let state = state(of: member, person)
        counts[series.cohortBase + member.cohort * states.count + (states.firstIndex(of: state) ?? 0)] += 1
        present[member.cohort] -= 1
      }
    }
    // Whoever is no longer among the people is out of the service.
    for (cohort, gone) in present.enumerated() {
      counts[series.cohortBase + (cohort + 1) * states.count - 1] = Double(gone)
    }
  }

  private func state(of member: Person.Membership, _ person: Person) -> PeopleCohort.State {
    switch member.outcome {
    case .withdrawn: return .reverted
    case .onProgramme:
      if case .awaiting = person.place { return .awaiting }
      return .learning
    case .qualified:
      guard let pathway = model.index(ofPathway: model.cohorts[member.cohort].pathway) else { return .movedOn }
      let grade = model.index(ofGrade: model.pathways[pathway].qualifiesAs)
      return person.place == .grade(grade) ? .inPost : .movedOn
    }
  }
}
