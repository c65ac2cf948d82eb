extension PeopleReplicate {
  /// Step 4: intakes in the order of their keys, then recruits and returners.
  mutating func starts() {
    let keys = PeopleSplit.sorted(model.intakes.map(\.key))
    for key in keys {
      guard let index = model.intakes.firstIndex(where: { $0.key == key }) else { continue }
      let due = late.filter { $0.date == date && $0.intake == index }
      late.removeAll { $0.date == date && $0.intake == index }
      for start in due { begin(start) }
      if model.intakes[index].starts.contains(date) { intake(index) }
    }
    for index in model.recruitment.indices { recruit(index) }
  }

  private mutating func intake(_ index: Int) {
    let intake = model.intakes[index]
    let drawnPlaces = drawn.number(intake.places, .places(index), intake: date, date: date, &dice)
    let places = Int(((intake.differing[date] ?? drawnPlaces) + 0.5).rounded(.down))
    let fill = drawn.number(intake.fill, .fill(index), intake: date, date: date, &dice)
    let shares = drawn.shares(intake.into, .into(index), intake: date, date: date, &dice)
    for (part, number) in divide(places, shares).enumerated() {
      var byLateness = [Int](repeating: 0, count: intake.late.count)
      for _ in 0..<dice.binomial(number, fill) { byLateness[dice.pick(intake.late)] += 1 }
      if has(.latenessForgotten) { byLateness = [byLateness.reduce(0, +)] }
      for (months, count) in byLateness.enumerated() {
        let start = LateStart(date: date + months, intake: index, part: part, count: count)
        if months == 0 { begin(start) } else if has(.lateTakenEarly) { takeEarly(start) } else { late.append(start) }
      }
    }
  }

  private func divide(_ places: Int, _ shares: [Double]) -> [Int] {
    guard has(.oddPlacesLast) else { return Apportionment.largestRemainder(places, shares: shares) }
    var parts = shares.map { Int((Double(places) * $0 + 1e-9).rounded(.down)) }
    parts[parts.count - 1] += places - parts.reduce(0, +)
    return parts
  }

  private mutating func begin(_ start: LateStart) {
    let key = model.intakes[start.intake].into.keys[start.part]
    guard let pathway = model.index(ofPathway: key) else {
      let grade = model.index(ofGrade: key)
      add(grade: grade, .joiners, start.count)
      for _ in 0..<start.count { people.append(Person(place: .grade(grade), age: 0, hasArrived: true)) }
      return
    }
    let taken = start.allFromOutside ? (people: [], missing: 0) : take(start)
    for var person in taken.people + newcomers(start.count - taken.people.count - taken.missing) {
      person.place = .learning(pathway)
      person.age = 0
      person.origin = nil
      person.started = date
      person.isExtended = false
      person.hasArrived = true
      join(&person, pathway: pathway, started: date)
      people.append(person)
      add(pathway: pathway, .starts)
    }
  }

  private func newcomers(_ number: Int) -> [Person] { Array(repeating: Person(place: .gone, age: 0), count: number) }

  /// The starters that grades give, out of the grades; and how many starters there are too few in the end.
  private mutating func take(_ start: LateStart) -> (people: [Person], missing: Int) {
    let intake = model.intakes[start.intake]
    let grades = PeopleSplit.sorted(Array(intake.from.keys))
    let shares = grades.map { intake.from[$0] ?? 0 }
    var wanted = [Int](repeating: 0, count: grades.count + 1)
    for _ in 0..<start.count { wanted[dice.pick(shares + [1 - shares.reduce(0, +)])] += 1 }
    var taken: [Person] = []
    var missing = 0
    for (key, number) in zip(grades, wanted) {
      let grade = model.index(ofGrade: key)
      let pool = pool(grade: grade, withArrivals: model.reading.arrivalsCanStart)
      let chosen = Set(pool.shuffled(using: &dice).prefix(number))
      taken += chosen.sorted().map { people[$0] }
      for index in chosen { people[index].place = .gone }
      people.removeAll { $0.place == .gone }
      add(grade: grade, .toTraining, chosen.count)
      add(grade: grade, .toTrainingNotMet, number - chosen.count)
      if intake.elseExternal == has(.shortfallSwapped) { missing += number - chosen.count }
    }
    return (taken, missing)
  }

  /// The mistake of taking late starters out of their grade when the others start.
  private mutating func takeEarly(_ start: LateStart) {
    let missing = take(start).missing
    var rest = start
    rest.count -= missing
    rest.allFromOutside = true
    late.append(rest)
  }

  private mutating func recruit(_ index: Int) {
    let recruitment = model.recruitment[index]
    var number = 0
    switch recruitment.amount {
    case .number(let amount): number = people(of: amount, .recruitment(index))
    case .vacancies:
      number = orders[index].filter { $0.date == date }.reduce(0) { $0 + $1.count }
      orders[index].removeAll { $0.date == date }
    }
    let grade = model.index(ofGrade: recruitment.into)
    add(grade: grade, .joiners, number)
    for _ in 0..<number {
      people.append(Person(place: .grade(grade), age: recruitment.atService, hasArrived: true))
    }
  }
}
