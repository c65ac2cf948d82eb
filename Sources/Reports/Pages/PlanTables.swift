import OrderedCollections
import WorkforceModel
import WorkforceSimulation

/// The tables of a plan. Asking for them numbers the sources in the order in which they come up.
struct PlanTables {
  let scenario: Scenario
  let legend: Legend
  private(set) var origins: PlanOrigins

  init(_ read: ReadScenario, _ legend: Legend) {
    scenario = read.scenario
    self.legend = legend
    origins = PlanOrigins(read.origins)
  }

  /// How the column "from" is to be read.
  var key: String { "The last column gives line and column in \(origins.file), and the source below." }

  mutating func stocks() -> Table {
    var table = Table([Table.Column("stock"), Table.Column("opening"), Table.Column("spread"), Table.Column("from")])
    for (key, grade) in scenario.grades {
      let isKnown = grade.service.isGiven
      let spread = isKnown ? grade.service.value.written(provenance: false).flowText : "service unknown"
      table.rows.append([
        key, grade.opening.value.description, spread, origins.words("grades.\(key).opening", grade.opening.provenance),
      ])
    }
    for (key, pathway) in scenario.pathways {
      for part in pathway.awaiting.value.parts {
        table.rows.append([
          key, part.entry.value.description, "awaiting, appointed \(part.key)",
          origins.words("pathways.\(key).awaiting.\(part.key)", part.entry.provenance, pathway.awaiting.provenance),
        ])
      }
      for group in pathway.learners.value.groups {
        let when =
          switch group.when {
          case .started(let month): "started \(month)"
          case .done(let span): "\(span) done"
          case .within(let band): "\(band) done, evenly"
          }
        let path = "pathways.\(key).learners.\(group.when)"
        table.rows.append([
          key, group.number.value.description, when,
          origins.words(path, group.number.provenance, pathway.learners.provenance),
        ])
      }
    }
    return table
  }

  mutating func flows() -> Table {
    var table = Table([Table.Column("flow"), Table.Column("written"), Table.Column("a month"), Table.Column("from")])
    for (key, grade) in scenario.grades {
      let leaving = grade.leaving
      addProfile(
        leaving.rate, "grades.\(key).leaving.rate", "\(key) → leave", factor: leaving.multiplier?.value,
        months: leaving.in?.value, to: &table)
      addVariation(leaving.yearlyVariation, leaving.persistence, "grades.\(key).leaving", to: &table)
      for part in leaving.byOrigin?.value.parts ?? [] {
        table.rows.append([
          "  who came by \(part.key)", "times \(part.entry.value)", "",
          origins.words("grades.\(key).leaving.by-origin.\(part.key)", part.entry.provenance),
        ])
      }
    }
    for (key, move) in scenario.moves { addMove(key, move, to: &table) }
    for (key, pathway) in scenario.pathways { addPathway(key, pathway, to: &table) }
    return table
  }

  private mutating func addMove(_ key: String, _ move: Move, to table: inout Table) {
    let service = move.atService.value.months
    let arriving = service > 0 ? " with \(service)mo of service" : ""
    let flow = "\(move.from.value) → \(move.to.value)\(arriving) (\(key))"
    if let rate = move.rate {
      addProfile(rate, "moves.\(key).rate", flow, factor: nil, months: move.in?.value, to: &table)
      addVariation(move.yearlyVariation, move.persistence, "moves.\(key)", to: &table)
    }
    if let number = move.number {
      table.rows.append([
        flow, number.value.written(provenance: false).flowText + PlanTables.words(move.in?.value),
        "of those left, whatever their service", origins.words("moves.\(key).number", number.provenance),
      ])
    }
  }

  private mutating func addVariation(
    _ variation: Entry<Quantity>?, _ persistence: Entry<Quantity>?, _ base: String, to table: inout Table
  ) {
    guard let variation else { return }
    let kept = persistence.map { ", \($0.value) of a deviation kept" } ?? ""
    table.rows.append([
      "  varies from year to year", "by \(variation.value)\(kept)", "",
      origins.words("\(base).yearly-variation", variation.provenance),
    ])
  }

  private static func words(_ months: NamedMonths?) -> String {
    months.map { ", in \(Suggestion.list($0.months.map { NamedMonths.names[$0 - 1] }))" } ?? ""
  }

  private mutating func addPathway(_ key: String, _ pathway: Pathway, to table: inout Table) {
    let span = pathway.months.value.months
    let base = "pathways.\(key)"
    addProfile(
      pathway.attrition, "\(base).attrition", "\(key) → withdrawn", factor: nil, months: nil, span: span, to: &table)
    addParts(pathway.withdrawn, "\(base).withdrawn", to: &table)
    table.rows.append([
      "\(key) → finished", "after \(span) exposures", "all who remain",
      origins.words("\(base).months", pathway.months.provenance),
    ])
    if let share = pathway.extension.share, let months = pathway.extension.months {
      table.rows.append([
        "  of these take \(months.value) longer", share.value.description, "attrition as in the last month",
        origins.words("\(base).extension.share", share.provenance),
      ])
    }
    let target = pathway.qualifiesAs.value
    guard pathway.waiting.isGiven else {
      table.rows.append([
        "\(key) → \(target)", "in the month of finishing", "", origins.words("\(base).qualifies-as"),
      ])
      return
    }
    for part in pathway.waiting.value.parts {
      table.rows.append([
        "\(key) → \(target) \(part.key) later", pathway.waiting.value.words(part),
        MonthSpan(part.key)?.months == 0 ? "" : "meanwhile leaving as \(pathway.employedAs.value)",
        origins.words(
          "\(base).waiting.\(part.key)", part.share?.provenance ?? Provenance(), pathway.waiting.provenance),
      ])
    }
  }

  private mutating func addParts(_ split: Entry<Split>, _ path: String, to table: inout Table) {
    for part in split.value.parts {
      table.rows.append([
        "  of these → \(part.key)", split.value.words(part), "",
        origins.words("\(path).\(part.key)", part.share?.provenance ?? Provenance(), split.provenance),
      ])
    }
  }

  private mutating func addProfile(
    _ entry: Entry<Profile>, _ path: String, _ flow: String, factor: Quantity?, months: NamedMonths?,
    span: Int = 1, to table: inout Table
  ) {
    let times = (factor.map { " × (\($0))" } ?? "") + PlanTables.words(months)
    for row in entry.value.rows {
      for point in row.points {
        let band = entry.value.isBanded ? " \(row.band)" : ""
        let date = point.from.map { " from \($0)" } ?? ""
        let line = point.reached.map { ", a straight line to \($0)" } ?? ""
        let parts = [entry.value.isBanded ? row.band.description : nil, point.from?.description].compactMap(\.self)
        table.rows.append([
          flow + band + date, "\(point.entry.value)\(line)\(times)",
          PlanTables.monthly(point.entry.value, span: span, factor: factor, parts: months?.months.count ?? 12),
          origins.words(
            ([path] + parts).joined(separator: "."), point.entry.provenance, entry.provenance),
        ])
      }
    }
  }

  mutating func arrivals() -> Table {
    var table = Table([Table.Column("group"), Table.Column("when"), Table.Column("how many"), Table.Column("from")])
    for (key, intake) in scenario.intakes { addIntake(key, intake, to: &table) }
    for (key, recruitment) in scenario.recruitment {
      let into = recruitment.into?.value ?? key
      let when = recruitment.in.map { "in \(Suggestion.list($0.value.months.map { NamedMonths.names[$0 - 1] }))" }
      let service = " into \(into) with \(recruitment.joiningService)mo of service"
      if let number = recruitment.number {
        table.rows.append([
          key, when ?? "every month", number.value.written(provenance: false).flowText + service,
          origins.words("recruitment.\(key).number", number.provenance),
        ])
      } else {
        let most = recruitment.atMost.map { ", at most \($0.value.written(provenance: false).flowText)" } ?? ""
        table.rows.append([
          key, "\(recruitment.delay)mo after each close", "the vacancies of the grade\(most),\(service)",
          origins.words("recruitment.\(key).fill", recruitment.fill?.provenance ?? Provenance()),
        ])
      }
    }
    return table
  }

  private mutating func addIntake(_ key: String, _ intake: Intake, to table: inout Table) {
    let starts = intake.starts.value.starts(in: scenario.firstMonth...scenario.lastMonth)
    let count = starts.isEmpty ? "none in this run" : "\(starts.count) in this run"
    let first = starts.first.map { ", first \($0)" } ?? ""
    let fill = intake.fill.value == .constant(100, .share) ? "" : ", \(intake.fill.value) filled"
    table.rows.append([
      key, "\(intake.starts.value) (\(count)\(first))", "\(intake.places.value) places\(fill)",
      origins.words("intakes.\(key).places", intake.places.provenance),
    ])
    for part in intake.into.value.parts {
      table.rows.append([
        "  of these → \(part.key)", "", intake.into.value.words(part),
        origins.words(
          "intakes.\(key).into.\(part.key)", part.share?.provenance ?? Provenance(), intake.into.provenance),
      ])
    }
    for part in intake.from.value.parts {
      let shortfall = intake.from.value.replacesShortfall ? ", a shortfall from outside" : ""
      table.rows.append([
        "  of the starters from \(part.grade)", "", "\(part.share.value)\(shortfall)",
        origins.words("intakes.\(key).from.\(part.grade)", part.share.provenance, intake.from.provenance),
      ])
    }
    for part in intake.late.value.parts where intake.late.isGiven {
      table.rows.append([
        "  of the starters", "\(part.key) late", intake.late.value.words(part),
        origins.words(
          "intakes.\(key).late.\(part.key)", part.share?.provenance ?? Provenance(), intake.late.provenance),
      ])
    }
    for (month, start) in intake.differing {
      let words = StartOverride.schema.values(start, base: "").map { "\($0.path) \($0.text)" }
      table.rows.append([
        "  \(key)", month, Suggestion.list(words),
        origins.words("intakes.\(key).\(month)", start.places?.provenance ?? Provenance()),
      ])
    }
  }

  mutating func weights() -> Table {
    var table = Table([Table.Column("of"), Table.Column("what"), Table.Column("written"), Table.Column("from")])
    func written(_ profile: Profile) -> String { profile.written(provenance: false).flowText }
    for (key, grade) in scenario.grades {
      let base = "grades.\(key)"
      table.rows.append([
        key, "FTE per head", grade.ftePerHead.value.description + (grade.ftePerHead.isGiven ? "" : " (default)"),
        origins.words("\(base).fte-per-head", grade.ftePerHead.provenance),
      ])
      if grade.capacity.isGiven {
        let from = origins.words("\(base).capacity", grade.capacity.provenance)
        table.rows.append([key, "time free for the work", written(grade.capacity.value), from])
      }
      if let target = grade.target {
        table.rows.append([key, "target", written(target.value), origins.words("\(base).target", target.provenance)])
      }
    }
    for (key, pathway) in scenario.pathways {
      let base = "pathways.\(key)"
      let own = pathway.ftePerHead?.value.description ?? "that of \(pathway.employedAs.value) (default)"
      let from = origins.words("\(base).fte-per-head", pathway.ftePerHead?.provenance ?? Provenance())
      table.rows.append([key, "FTE per head", own, from])
      guard pathway.capacity.isGiven else { continue }
      table.rows.append([
        key, "time free for the work", written(pathway.capacity.value),
        origins.words("\(base).capacity", pathway.capacity.provenance),
      ])
    }
    return table
  }

  func draws() -> Table {
    var table = Table([
      Table.Column("uncertain number"), Table.Column("distribution"), Table.Column("mean", numeric: true),
      Table.Column("drawn with"),
    ])
    var seen: Set<String> = []
    for parameter in legend.parameters where parameter.drawPath != nil && seen.insert(parameter.path).inserted {
      let mover = scenario.factors.first { entry in
        entry.value.moves.value.contains { Scenario.normalized($0) == parameter.drawPath }
      }
      let factor = mover.map { "factor \($0.key), weight \($0.value.weight.value)" }
      let anew = parameter.occurrence == nil || parameter.quantity.each != nil ? nil : "anew each year"
      let shared = parameter.drawPath == parameter.path ? nil : parameter.drawPath.map { "the draw of \($0)" }
      let isPercent = parameter.quantity.measure.isPercent
      table.rows.append([
        parameter.path, parameter.quantity.description,
        isPercent ? Shown.percent(parameter.mean, decimals: 3) : Shown.fixed(parameter.mean, decimals: 3),
        [anew, shared, factor].compactMap(\.self).joined(separator: "; "),
      ])
    }
    return table
  }

  /// "0.648 %", at the mean where the quantity is uncertain.
  private static func monthly(_ quantity: Quantity, span: Int, factor: Quantity?, parts: Int) -> String {
    let level = ParameterMean.of(quantity) * (factor.map { ParameterMean.of($0) } ?? 1)
    let isCertain = quantity.isCertain && factor?.isCertain ?? true
    if quantity.measure.isBounded, level > 1 { return "above 100 %" }
    let probability = MonthlyHazard.probability(MonthlyHazard.hazard(level, quantity.measure, span: span, parts: parts))
    return Shown.percent(probability, decimals: 3) + (isCertain ? "" : " at the mean")
  }
}
