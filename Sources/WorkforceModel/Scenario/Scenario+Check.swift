import OrderedCollections

/// Checks between values: names that must exist, dates that must fit, spreads that must be fine enough.
extension Scenario {
  func check(in reading: inout Reading) {
    checkNames(in: &reading)
    checkReferences(in: &reading)
    checkWholes(in: &reading)
    for (key, grade) in grades { check(grade, "grades.\(key)", in: &reading) }
    for (key, move) in moves { check(move, "moves.\(key)", in: &reading) }
    for (key, pathway) in pathways { check(pathway, "pathways.\(key)", in: &reading) }
    for (key, intake) in intakes { check(intake, "intakes.\(key)", in: &reading) }
    for (key, recruitment) in recruitment { check(recruitment, key, in: &reading) }
    checkSources(in: &reading)
    checkDates(costs.uplift.value, "costs.uplift", from: firstMonth, in: &reading)
    checkFactors(in: &reading)
    checkProducts(in: &reading)
  }

  /// Where a value stands, or the nearest thing around it that has a place.
  func place(_ path: String, _ reading: Reading) -> SourceRange? {
    var path = Substring(path)
    while true {
      if let range = reading.origins[String(path)] { return range }
      guard let dot = path.lastIndex(of: ".") else { return nil }
      path = path[..<dot]
    }
  }

  /// Parts that have to make up a whole. Where several were changed, the last of them is at fault.
  func checkWholes(in reading: inout Reading) {
    for value in values where value.isGiven {
      guard let fault = value.faultOfWhole else { continue }
      let changed = reading.applied.last { $0.path == value.path || $0.path.hasPrefix(value.path + ".") }
      reading.fault(fault.message, at: changed?.range ?? place(value.path, reading), help: [fault.help])
    }
  }

  private func check(_ grade: Grade, _ base: String, in reading: inout Reading) {
    checkDates(grade.leaving.rate.value, "\(base).leaving.rate", from: firstMonth, in: &reading)
    checkLeaving(of: grade, base, in: &reading)
    if let pay = grade.pay?.value { checkDates(pay, "\(base).pay", from: firstMonth, in: &reading) }
    if let target = grade.target?.value { checkDates(target, "\(base).target", from: start.value, in: &reading) }
    checkJoined(grade.service.value, "\(base).service", in: &reading)
    guard let openFrom = grade.service.value.openFrom else { return }
    checkBoundaries(grade.leaving.rate.value, "\(base).leaving.rate", openFrom, base, in: &reading)
    checkBoundaries(grade.capacity.value, "\(base).capacity", openFrom, base, in: &reading)
  }

  /// The first value must be in force in the first month that uses it.
  private func checkDates(_ profile: Profile, _ path: String, from month: Month, in reading: inout Reading) {
    for row in profile.rows {
      guard let first = row.points.first?.from, first > month else { continue }
      reading.fault(
        "\(path) has no value before \(first), but is needed from \(month)", at: place(path, reading),
        help: ["add an entry for \(month) or earlier"])
    }
  }

  /// Known joiners have a service within their band.
  private func checkJoined(_ spread: ServiceSpread, _ path: String, in reading: inout Reading) {
    for part in spread.parts {
      for joined in part.joined {
        let service = start.value - joined.month
        let end = part.band.upper ?? part.reaches ?? part.band.lower
        guard service < part.band.lower || service >= end else { continue }
        let help =
          end == part.band.lower
          ? "say how far the open band reaches, with 'to'"
          : "joiners of the band joined from \(start.value - (end - 1)) to \(start.value - part.band.lower)"
        reading.fault(
          "those who joined in \(joined.month) have \(service) months of service, outside the band \(part.band)",
          at: place("\(path).\(part.band).joined.\(joined.month)", reading), help: [help])
      }
    }
  }

  private func checkBoundaries(
    _ profile: Profile, _ path: String, _ openFrom: Int, _ base: String, in reading: inout Reading
  ) {
    guard let boundary = profile.boundaries.first(where: { $0 > openFrom }) else { return }
    let open = Band(lower: openFrom, upper: nil)
    let band = Band(lower: boundary, upper: nil)
    reading.fault(
      "\(path) has a band from \(band), but the opening heads of \(open) are one group of unknown service",
      at: place(path, reading),
      help: ["say how far the group reaches: \(base).service: {…, \(open): {share: …, to: 30y}}"])
  }

  private func check(_ move: Move, _ base: String, in reading: inout Reading) {
    if move.from.value == move.to.value {
      reading.fault("a move goes to another grade", at: place("\(base).to", reading))
    }
    check(way: move, base, in: &reading)
    if let number = move.number?.value { checkDates(number, "\(base).number", from: firstMonth, in: &reading) }
    guard let rate = move.rate?.value else { return }
    checkDates(rate, "\(base).rate", from: firstMonth, in: &reading)
    if let grade = grades[move.from.value], let openFrom = grade.service.value.openFrom {
      checkBoundaries(rate, "\(base).rate", openFrom, "grades.\(move.from.value)", in: &reading)
    }
  }

  private func check(_ pathway: Pathway, _ base: String, in reading: inout Reading) {
    let length = pathway.months.value.months
    for group in pathway.learners.value.groups {
      let done = group.when.monthsDone(at: start.value)
      let range = place("\(base).learners.\(group.when)", reading)
      if done.lower < 0 {
        reading.fault("learners who start in \(group.when) are not there at the end of \(start.value)", at: range)
      } else if done.lower >= length || (done.upper ?? .max) > length {
        let words =
          done.upper.map { $0 - done.lower == 1 } == true
          ? "learners with \(done.lower) months done have finished a programme of \(length)mo"
          : "the band goes beyond a programme of \(length)mo"
        reading.fault(words, at: range, help: ["months done go from 0mo to \(length - 1)mo"])
      }
    }
    let held = pathway.learners.value.groups.map { ($0.when, $0.when.monthsDone(at: start.value)) }
    for (position, (when, months)) in held.enumerated() {
      guard
        let other = held[..<position].first(where: {
          $0.1.lower < months.upper ?? .max && months.lower < $0.1.upper ?? .max
        })
      else { continue }
      reading.fault(
        "learners of '\(when)' are in '\(other.0)' too", at: place("\(base).learners.\(when)", reading),
        help: ["each month of the programme is given once"])
    }
    for (profile, name) in [(pathway.capacity.value, "capacity"), (pathway.attrition.value, "attrition")] {
      guard let last = profile.boundaries.last, last >= length else { continue }
      reading.fault(
        "a band of \(name) begins at \(last)mo, after the programme of \(length)mo",
        at: place("\(base).\(name)", reading))
    }
    checkDates(pathway.attrition.value, "\(base).attrition", from: firstMonth, in: &reading)
    checkAttrition(of: pathway, base, in: &reading)
    checkAwaiting(of: pathway, base, in: &reading)
  }

  private func check(_ intake: Intake, _ base: String, in reading: inout Reading) {
    for month in intake.differing.keys {
      if let date = Month(month), !intake.starts.value.contains(date) {
        let near = intake.starts.value.starts(in: date - 24...date + 24).map(\.description)
        reading.fault(
          "\(base) has no start in \(month)", at: place("\(base).\(month)", reading),
          help: [near.isEmpty ? "starts: \(intake.starts.value)" : "starts nearby: \(Suggestion.list(near))"])
      }
    }
    if case .once(let month) = intake.starts.value, month <= start.value {
      reading.fault(
        "a start in \(month) is not after the opening position of \(start.value)", at: place("\(base).starts", reading),
        help: ["learners who have started stand in pathways.….learners"])
    }
  }

  private func check(_ recruitment: Recruitment, _ key: String, in reading: inout Reading) {
    let base = "recruitment.\(key)"
    checkFilling(recruitment, key, base, in: &reading)
    if let most = recruitment.atMost?.value { checkDates(most, "\(base).at-most", from: firstMonth, in: &reading) }
    guard let number = recruitment.number?.value else { return }
    checkDates(number, "\(base).number", from: firstMonth, in: &reading)
    checkNamedMonths(recruitment.in, of: number, base, in: &reading)
    checkPoisson(number, "\(base).number", in: &reading)
    checkYears(number, "\(base).number", in: &reading)
  }

  /// Numbers over time are of one kind: all plans or all draws.
  func checkPoisson(_ number: Profile, _ path: String, in reading: inout Reading) {
    let points = number.rows.flatMap(\.points)
    if points.contains(where: { $0.entry.value.isPoisson }), points.contains(where: { !$0.entry.value.isPoisson }) {
      reading.fault("numbers over time are all plans or all poisson(…)", at: place(path, reading))
    }
  }
}
