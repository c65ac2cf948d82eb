import Foundation

extension PeopleReplicate {
  /// Step 1: everyone in post at the opening is exposed to what competes for them.
  mutating func exits() {
    for index in people.indices {
      let exits = exits(of: people[index])
      guard dice.chance(exits.probability) else { continue }
      switch people[index].place {
      case .grade(let grade): exit(index, grade: grade, hazards: exits.hazards)
      case .learning(let pathway): withdraw(index, pathway: pathway)
      case .awaiting(let pathway):
        add(pathway: pathway, .leftAwaiting)
        people[index].place = .gone
      case .gone: break
      }
    }
  }

  private mutating func exit(_ index: Int, grade: Int, hazards: [Double]) {
    let way = dice.pick(has(.exitsInTurn) ? inTurn(hazards) : hazards)
    if way == 0 {
      add(grade: grade, .leavers)
      people[index].place = .gone
      return
    }
    let move = movesAtRate(from: grade)[way - 1]
    relocate(index, by: model.moves[move], from: grade)
  }

  /// The mistake of taking leavers first and exposing only the others to the next exit.
  private func inTurn(_ hazards: [Double]) -> [Double] {
    var staying = 1.0
    return hazards.map { hazard in
      let exits = staying * (1 - exp(-hazard))
      staying -= exits
      return exits
    }
  }

  mutating func relocate(_ index: Int, by move: PeopleMove, from grade: Int) {
    let destination = model.index(ofGrade: move.to)
    add(grade: grade, .movesOut)
    add(grade: destination, .movesIn)
    people[index].enter(grade: destination, service: has(.atServiceForgotten) ? 0 : move.atService)
  }

  private mutating func withdraw(_ index: Int, pathway: Int) {
    let person = people[index]
    let split = model.pathways[pathway].withdrawn
    let shares = drawn.shares(split, .withdrawn(pathway), intake: person.started, date: date, &dice)
    let destination = split.keys[dice.pick(shares)]
    add(pathway: pathway, .withdrawals)
    for number in person.memberships.indices where person.memberships[number].outcome == .onProgramme {
      people[index].memberships[number].outcome = .withdrawn
    }
    if destination == "leave" || has(.revertedLeave) {
      add(pathway: pathway, .left)
      people[index].place = .gone
    } else {
      let grade = model.index(ofGrade: destination)
      add(pathway: pathway, .reverted)
      add(grade: grade, .reverted)
      people[index].enter(grade: grade, service: 0)
    }
  }

  // MARK: Hazards of this month

  private func movesAtRate(from grade: Int) -> [Int] {
    model.moves.indices.filter { index in
      if case .rate = model.moves[index].amount { model.moves[index].from == model.grades[grade].key } else { false }
    }
  }

  private func band(_ age: Int) -> Int { has(.bandLate) ? max(0, age - 1) : age }

  private mutating func leavingHazard(_ grade: Int, age: Int, origin: Int?) -> Double {
    let rate = model.grades[grade].leaving
    var factor = drawn.factor(rate, .leaving(grade), intake: 0, date: date, &dice)
    if let origin, let multipliers = model.grades[grade].byOrigin, !has(.originIgnored) {
      factor *= multipliers[model.pathways[origin].key] ?? 1
    }
    return rate.hazard(
      age: band(age), date: date, factor: factor, length: 0, undivided: has(.namedMonthsUndivided))
  }

  private mutating func exits(of person: Person) -> Exits {
    var exposure = Exposure(place: person.place, age: person.age, detail: -1)
    switch person.place {
    case .grade: exposure.detail = person.origin ?? -1
    case .learning:
      exposure.detail = person.started
      exposure.isExtended = person.isExtended
    case .awaiting, .gone: break
    }
    if let last, last.exposure == exposure { return last.exits }
    if let found = known[exposure] {
      last = (exposure, found)
      return found
    }
    let found = exits(exposing: person)
    known[exposure] = found
    last = (exposure, found)
    return found
  }

  private mutating func exits(exposing person: Person) -> Exits {
    switch person.place {
    case .grade(let grade): Exits(gradeHazards(grade, age: person.age, person.origin))
    case .learning(let pathway): Exits([learnerHazard(pathway, person)])
    case .awaiting(let pathway): Exits([awaitingHazard(pathway, person)])
    case .gone: Exits([])
    }
  }

  private mutating func gradeHazards(_ grade: Int, age: Int, _ origin: Int?) -> [Double] {
    var found = [leavingHazard(grade, age: age, origin: origin)]
    for index in movesAtRate(from: grade) {
      guard case .rate(let rate) = model.moves[index].amount else { continue }
      let factor = drawn.factor(rate, .move(index), intake: 0, date: date, &dice)
      found.append(
        rate.hazard(age: band(age), date: date, factor: factor, length: 0, undivided: has(.namedMonthsUndivided)))
    }
    return found
  }

  private mutating func learnerHazard(_ index: Int, _ person: Person) -> Double {
    let pathway = model.pathways[index]
    if person.isExtended && has(.extensionUnexposed) { return 0 }
    let factor = drawn.factor(pathway.attrition, .attrition(index), intake: person.started, date: date, &dice)
    // Those extended face the hazard of the last month of the nominal length.
    let age = band(min(person.age, pathway.length - 1))
    return pathway.attrition.hazard(age: age, date: date, factor: factor, length: pathway.length)
  }

  private mutating func awaitingHazard(_ index: Int, _ person: Person) -> Double {
    if has(.waitingUnexposed) { return 0 }
    let pathway = model.pathways[index]
    let age = has(.waitingServiceFromFinish) ? max(0, person.age - pathway.length) : person.age
    return leavingHazard(model.index(ofGrade: pathway.employedAs), age: age, origin: nil)
  }
}
