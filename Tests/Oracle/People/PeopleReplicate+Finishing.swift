extension PeopleReplicate {
  /// Step 2: moves given as numbers, of those left, whatever their service.
  mutating func movesByNumber() {
    // Destinations in the order of their keys, then moves in the order of theirs.
    let names = model.moves.map { "\($0.to) \($0.key)" }
    let order = PeopleSplit.sorted(names).compactMap { names.firstIndex(of: $0) }
    for index in order {
      let move = model.moves[index]
      guard case .number(let number) = move.amount else { continue }
      let grade = model.index(ofGrade: move.from)
      let wanted = people(of: number, .move(index))
      let pool = pool(grade: grade, withArrivals: model.reading.arrivalsCanMove)
      for person in pool.shuffled(using: &dice).prefix(wanted) { relocate(person, by: move, from: grade) }
      add(grade: grade, .movesOutNotMet, max(0, wanted - pool.count))
    }
  }

  /// How many a number in time gives in this month.
  mutating func people(of number: PeopleNumber, _ rule: PeopleDrawn.Rule) -> Int {
    let factor = drawn.number(number.multiplier, rule, intake: 0, date: date, &dice)
    return number.people(date: date, factor: factor, since: has(.planFromStart) ? model.start + 1 : 0, &dice)
  }

  /// Step 3: those whose programme ends finish, those whose waiting ends are appointed, all others age.
  mutating func finishing() {
    for index in people.indices where !people[index].hasArrived {
      people[index].age += 1
      switch people[index].place {
      case .learning(let pathway): endOfMonth(index, pathway: pathway)
      case .awaiting(let pathway): if people[index].appointment == date { appoint(index, pathway: pathway) }
      case .grade, .gone: break
      }
    }
  }

  private mutating func endOfMonth(_ index: Int, pathway number: Int) {
    let pathway = model.pathways[number]
    let length = pathway.length + (has(.finishLate) ? 1 : 0)
    let more = pathway.extended?.months ?? 0
    if people[index].isExtended {
      if people[index].age == length + more { finish(index, pathway: number) }
    } else if people[index].age == length {
      if let extended = pathway.extended, !has(.extensionForgotten), dice.chance(extended.share) {
        people[index].isExtended = true
        add(pathway: number, .extended)
      } else {
        finish(index, pathway: number)
      }
    }
  }

  private mutating func finish(_ index: Int, pathway number: Int) {
    add(pathway: number, .finished)
    var wait = dice.pick(model.pathways[number].waiting)
    if has(.waitingShort) && wait > 0 { wait -= 1 }
    if wait == 0 { return appoint(index, pathway: number) }
    people[index].place = .awaiting(number)
    people[index].appointment = date + wait
  }

  private mutating func appoint(_ index: Int, pathway number: Int) {
    let grade = model.index(ofGrade: model.pathways[number].qualifiesAs)
    add(pathway: number, .qualifiers)
    add(grade: grade, .qualifiers)
    for member in people[index].memberships.indices where people[index].memberships[member].outcome == .onProgramme {
      people[index].memberships[member].outcome = .qualified
    }
    people[index].enter(
      grade: grade, service: has(.serviceFromOne) ? 1 : 0, origin: model.grades[grade].byOrigin == nil ? nil : number)
  }
}
