extension MadeScenario {
  /// The scenario as a file; with uncertain numbers for the identities, which hold whatever they are.
  func text(uncertain: Bool = false) -> String {
    let spelling = Spelling(isUncertain: uncertain)
    var lines = ["cadre: 1", "name: \(name)", "start: \(Spelling.month(start))", "months: \(months)mo", "grades:"]
    for grade in grades { lines += MadeScenario.lines(grade, spelling) }
    if !moves.isEmpty { lines.append("moves:") }
    for move in moves {
      lines += ["  \(move.key):", "    from: \(move.from)", "    to: \(move.to)"]
      lines.append("    rate: \(move.rate.text(spelling))")
      if let service = move.atService { lines.append("    at-service: \(service)mo") }
    }
    if !pathways.isEmpty { lines.append("pathways:") }
    for pathway in pathways { lines += self.lines(pathway, spelling) }
    if !intakes.isEmpty { lines.append("intakes:") }
    for intake in intakes { lines += MadeScenario.lines(intake, spelling) }
    if !recruitment.isEmpty { lines.append("recruitment:") }
    for recruitment in self.recruitment { lines += MadeScenario.lines(recruitment, spelling) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func capacity(_ bands: [Band], _ spelling: Spelling) -> [String] {
    guard !bands.isEmpty else { return [] }
    let members = bands.map {
      "\(Spelling.band($0.lower, $0.upper)): \(spelling.number($0.percent * 100, percent: true))"
    }
    return ["    capacity: {\(members.joined(separator: ", "))}"]
  }

  private static func split(_ shares: [Share], _ spelling: Spelling) -> String {
    if shares.count == 1 { return shares[0].key }
    // What is all stated must be certain.
    let own = Spelling(isUncertain: spelling.isUncertain && shares.contains { $0.percent == nil })
    let members = shares.map { share in
      "\(share.key): " + (share.percent.map { own.number($0 * 100, percent: true) } ?? "rest")
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func lines(_ grade: Grade, _ spelling: Spelling) -> [String] {
    let opening = spelling.number(grade.opening, suffix: grade.isFTE ? " fte" : "")
    var lines = ["  \(grade.key):", "    opening: \(opening)"]
    if grade.perHead != 100 { lines.append("    fte-per-head: \(spelling.number(grade.perHead))") }
    if !grade.service.isEmpty {
      let members = grade.service.map { band in
        let reach = band.to.map { "{share: \(band.percent)%, to: \($0)mo}" } ?? "\(band.percent)%"
        return "\(Spelling.band(band.lower, band.upper)): \(reach)"
      }
      lines.append("    service: {\(members.joined(separator: ", "))}")
    }
    lines += ["    leaving:", "      rate: \(grade.leaving.text(spelling))"]
    if let multiplier = grade.multiplier { lines.append("      multiplier: ×\(spelling.number(multiplier))") }
    if let target = grade.target { lines.append("    target: \(target.text { spelling.number($0, suffix: " fte") })") }
    return lines + capacity(grade.capacity, spelling)
  }

  private func lines(_ pathway: Pathway, _ spelling: Spelling) -> [String] {
    let suffix =
      switch pathway.kind {
      case .overPathway: " over pathway"
      case .central: "/yr"
      case .chance: " chance/yr"
      case .monthly: "/mo"
      }
    var lines = [
      "  \(pathway.key):", "    family: family", "    months: \(pathway.length)mo",
      "    employed-as: \(pathway.employedAs)", "    qualifies-as: \(pathway.qualifiesAs)",
      "    attrition: \(spelling.number(pathway.attrition, percent: true, suffix: suffix))",
      "    withdrawn: \(MadeScenario.split(pathway.withdrawn, spelling))",
    ]
    if let perHead = pathway.perHead { lines.append("    fte-per-head: \(spelling.number(perHead))") }
    if !pathway.learners.isEmpty {
      let members = pathway.learners.map { group in
        let when =
          switch group.when {
          case .started: Spelling.month(start - group.lower)
          case .done: "\(group.lower)mo"
          case .band: Spelling.band(group.lower, group.lower + group.width)
          }
        return "\(when): \(spelling.number(group.number, suffix: group.isFTE ? " fte" : ""))"
      }
      lines.append("    learners: {\(members.joined(separator: ", "))}")
    }
    return lines + MadeScenario.capacity(pathway.capacity, spelling)
  }

  private static func lines(_ intake: Intake, _ spelling: Spelling) -> [String] {
    var schedule = Spelling.month(intake.first)
    if let every = intake.every {
      schedule = "every \(every)mo from \(schedule)" + (intake.until.map { " until \(Spelling.month($0))" } ?? "")
    }
    var lines = [
      "  \(intake.key):", "    starts: \(schedule)", "    places: \(spelling.number(intake.places * 100))",
      "    into: \(split(intake.into, spelling))",
    ]
    if intake.fill != 10_000 { lines.append("    fill: \(spelling.number(intake.fill, percent: true))") }
    for start in intake.differing {
      var members: [String] = []
      if let places = start.places { members.append("places: \(spelling.number(places * 100))") }
      if let fill = start.fill { members.append("fill: \(spelling.number(fill, percent: true))") }
      if let into = start.into { members.append("into: \(split(into, spelling))") }
      lines.append("    \(Spelling.month(start.month)): {\(members.joined(separator: ", "))}")
    }
    return lines
  }

  private static func lines(_ recruitment: Recruitment, _ spelling: Spelling) -> [String] {
    let suffix = recruitment.isYearly ? "/yr" : "/mo"
    let number = recruitment.number.text { level in
      let inner = spelling.number(level, suffix: suffix)
      return recruitment.isPoisson ? "poisson(\(inner))" : inner
    }
    var lines = ["  \(recruitment.key):", "    into: \(recruitment.into)", "    number: \(number)"]
    if recruitment.isReturners { lines.append("    kind: returners") }
    if let service = recruitment.atService { lines.append("    at-service: \(service)mo") }
    return lines
  }
}
