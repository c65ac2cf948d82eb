import OrderedCollections

/// Checks of rules that are written in several rows: what goes with what.
extension Scenario {
  func checkLeaving(of grade: Grade, _ base: String, in reading: inout Reading) {
    let leaving = grade.leaving
    checkNamedMonths(leaving.in, of: leaving.rate.value, "\(base).leaving", in: &reading)
    checkVariation(leaving.yearlyVariation, leaving.persistence, "\(base).leaving", in: &reading)
    checkYears(leaving.rate.value, "\(base).leaving.rate", in: &reading)
    if leaving.byOrigin != nil, grade.dividedBy == nil {
      reading.fault(
        "\(base) does not tell people apart by the pathway they came by",
        at: place("\(base).leaving.by-origin", reading), help: ["add divided-by: origin to \(base)"])
    }
  }

  /// A move is at a rate or a number, and what stands beside it goes with the one or the other.
  func check(way move: Move, _ base: String, in reading: inout Reading) {
    let range = place(base, reading)
    switch (move.rate?.value, move.number?.value) {
    case (nil, nil):
      reading.fault("\(base) lacks a rate or a number", at: range, help: ["add rate: 3%/yr or number: 60/yr"])
    case (.some, .some):
      reading.fault(
        "\(base) has a rate and a number", at: place("\(base).number", reading), help: ["one of them is meant"])
    case (let rate?, nil):
      checkNamedMonths(move.in, of: rate, base, in: &reading)
      checkYears(rate, "\(base).rate", in: &reading)
    case (nil, let number?):
      checkNamedMonths(move.in, of: number, base, in: &reading)
      checkPoisson(number, "\(base).number", in: &reading)
      checkYears(number, "\(base).number", in: &reading)
      if move.yearlyVariation != nil {
        reading.fault("a number has no yearly-variation", at: place("\(base).yearly-variation", reading))
      }
    }
    checkVariation(move.yearlyVariation, move.persistence, base, in: &reading)
  }

  /// Months are named for something that is said for a year.
  func checkNamedMonths(
    _ months: Entry<NamedMonths>?, of profile: Profile, _ base: String, in reading: inout Reading
  ) {
    guard months != nil else { return }
    let yearly: [Measure] = [.annualRate, .annualProbability, .perYear]
    guard let odd = profile.rows.flatMap(\.points).map(\.entry.value).first(where: { !yearly.contains($0.measure) })
    else { return }
    reading.fault(
      "months are named for what is said for a year, not for \(odd)", at: place("\(base).in", reading),
      help: ["write it for a year, or leave out 'in'"])
  }

  private func checkVariation(
    _ variation: Entry<Quantity>?, _ persistence: Entry<Quantity>?, _ base: String, in reading: inout Reading
  ) {
    guard variation == nil, persistence != nil else { return }
    reading.fault(
      "persistence is about deviations from year to year, and \(base) has no yearly-variation",
      at: place("\(base).persistence", reading))
  }

  /// What is drawn anew each year changes in steps.
  func checkYears(_ profile: Profile, _ path: String, in reading: inout Reading) {
    for row in profile.rows where row.points.contains(where: { $0.entry.value.each != nil }) {
      guard row.points.contains(where: { $0.reached != nil }) else { continue }
      reading.fault("a straight line cannot be drawn anew for each year or intake", at: place(path, reading))
    }
  }

  func checkAttrition(of pathway: Pathway, _ base: String, in reading: inout Reading) {
    let attrition = pathway.attrition.value
    checkYears(attrition, "\(base).attrition", in: &reading)
    if attrition.isBanded, attrition.rows[0].points[0].entry.value.measure == .overPathway {
      reading.fault(
        "a probability over the pathway holds for all of it, not for a band of months",
        at: place("\(base).attrition", reading), help: ["write one for each month: {<6mo: 2%/mo, 6mo+: 1%/mo}"])
    }
    let longer = pathway.extension
    guard (longer.share == nil) != (longer.months == nil) else { return }
    let lacking = longer.share == nil ? "share" : "months"
    reading.fault(
      "\(base).extension lacks '\(lacking)'", at: place("\(base).extension", reading),
      help: ["write {share: 10%, months: 3mo}"])
  }

  /// Those who wait at the opening are appointed later, and after a wait that occurs.
  func checkAwaiting(of pathway: Pathway, _ base: String, in reading: inout Reading) {
    for part in pathway.awaiting.value.parts {
      guard let month = Month(part.key) else { continue }
      let range = place("\(base).awaiting.\(part.key)", reading)
      guard month > start.value else {
        reading.fault(
          "those who are appointed in \(month) do not wait at the end of \(start.value)", at: range,
          help: ["they are in post"])
        continue
      }
      guard pathway.waits(atLeast: month - start.value) == nil else { continue }
      let longest = pathway.waiting.value.waits.max() ?? 0
      reading.fault(
        "nobody waits \(month - start.value) months or more: the longest wait is \(longest)mo", at: range,
        help: ["name a longer wait in \(base).waiting, with a share of 0% if need be"])
    }
  }

  func checkFilling(_ recruitment: Recruitment, _ key: String, _ base: String, in reading: inout Reading) {
    let range = place(base, reading)
    switch (recruitment.number, recruitment.fill) {
    case (nil, nil):
      reading.fault(
        "\(base) lacks a number", at: range, help: ["add number: 60/mo, or fill: vacancies for a grade with a target"])
    case (.some, .some):
      reading.fault(
        "\(base) has a number and fills vacancies", at: place("\(base).fill", reading), help: ["one of them is meant"])
    case (.some, nil):
      for (name, isGiven) in [
        ("counts", recruitment.counts != nil), ("after", recruitment.after != nil),
        ("at-most", recruitment.atMost != nil),
      ] where isGiven {
        reading.fault("'\(name)' goes with fill: vacancies", at: place("\(base).\(name)", reading))
      }
    case (nil, .some):
      if recruitment.in != nil {
        reading.fault("vacancies are filled in every month", at: place("\(base).in", reading))
      }
      let into = recruitment.into?.value ?? key
      if let grade = grades[into], grade.target == nil {
        reading.fault(
          "\(into) has no target, so it has no vacancies to fill", at: place("\(base).fill", reading),
          help: ["add target: 4000 fte to grades.\(into)"])
      }
    }
  }

  /// Shares of starters from grades leave room for those from outside.
  func checkSources(in reading: inout Reading) {
    for (key, intake) in intakes {
      check(intake.from.value, intake.into.value, "intakes.\(key)", in: &reading)
      for (month, start) in intake.differing {
        guard start.from != nil || start.into != nil else { continue }
        check(
          start.from?.value ?? intake.from.value, start.into?.value ?? intake.into.value, "intakes.\(key).\(month)",
          in: &reading)
      }
    }
  }

  private func check(_ sources: StarterSources, _ into: Split, _ base: String, in reading: inout Reading) {
    let most = sources.parts.reduce(0) { $0 + $1.share.value.support.high }
    if most > 1 + 1e-9 {
      reading.fault(
        "the shares from grades can sum to \(Split.percent(most)), more than 100%", at: place("\(base).from", reading))
    }
    for part in sources.parts where into.parts.contains(where: { $0.key == part.grade }) {
      reading.fault(
        "starters of \(part.grade) cannot come from \(part.grade) itself",
        at: place("\(base).from.\(part.grade)", reading))
    }
  }
}

extension Split {
  /// The months named, for a split over months.
  public var waits: [Int] { parts.compactMap { MonthSpan($0.key)?.months } }
}

extension Pathway {
  /// The shortest wait between finishing and appointment that is at least so many months; nil when there is none.
  public func waits(atLeast months: Int) -> Int? { waiting.value.waits.filter { $0 >= months }.min() }
}
