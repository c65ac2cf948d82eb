import OrderedCollections
public import WorkforceModel
public import WorkforceSimulation

/// A plan in words: each flow, with its monthly probability and where each number came from.
public struct PlanReport {
  let scenario: Scenario
  let legend: Legend
  /// Path → file:line:column.
  let origins: [String: String]

  public init(_ read: ReadScenario, _ compiled: CompiledScenario) {
    scenario = read.scenario
    legend = compiled.legend
    origins = read.origins.mapValues { "\($0.source):\($0.line):\($0.column)" }
  }

  public var document: Document {
    let (start, last) = (scenario.start.value, scenario.lastMonth)
    return Document(
      [
        .heading(scenario.name.value),
        .paragraph(
          "Opening position at the end of \(start.shown); \(scenario.months.value.months) months to \(last.shown). "
            + "Each month: exits, then programmes that end, then intakes, recruits and returners, then the count."),
        .heading("Stocks at the opening"), .table(stocks),
        .heading("Flows, with the probability in a month for one person"), .table(flows),
        .heading("Intakes and recruitment"), .table(arrivals),
      ] + draws)
  }

  // MARK: tables

  private var stocks: Table {
    var table = Table([Table.Column("stock"), Table.Column("opening"), Table.Column("spread"), Table.Column("from")])
    for (key, grade) in scenario.grades {
      let opening = value("grades.\(key).opening")
      table.rows.append(
        [key, opening.text, grade.service.value.written(provenance: false).flowText, opening.origin])
    }
    for (key, pathway) in scenario.pathways {
      for group in pathway.learners.value.groups {
        let path = "pathways.\(key).learners.\(group.when)"
        table.rows.append(
          ["\(key), \(group.when)", group.number.value.description, "", origin(path, group.number.provenance)])
      }
    }
    return table
  }

  private var flows: Table {
    var table = Table([Table.Column("flow"), Table.Column("written"), Table.Column("a month"), Table.Column("from")])
    for (key, grade) in scenario.grades {
      let times = grade.leaving.multiplier.map { " × (\($0.value))" } ?? ""
      addProfile(
        grade.leaving.rate, "grades.\(key).leaving.rate", "\(key) → leave", times,
        factor: grade.leaving.multiplier?.value, to: &table)
    }
    for (key, move) in scenario.moves {
      addProfile(
        move.rate, "moves.\(key).rate", "\(move.from.value) → \(move.to.value) (\(key))", "", factor: nil, to: &table)
    }
    for (key, pathway) in scenario.pathways {
      let attrition = pathway.attrition
      let path = "pathways.\(key).attrition"
      let span = pathway.months.value.months
      table.rows.append([
        "\(key) → withdrawn", attrition.value.description, monthly(attrition.value, span: span),
        origin(path, attrition.provenance),
      ])
      for part in pathway.withdrawn.value.parts {
        let share = part.share?.value.description ?? "rest"
        let provenance = part.share?.provenance ?? pathway.withdrawn.provenance
        table.rows.append([
          "  of these → \(part.key)", share, "", origin("pathways.\(key).withdrawn.\(part.key)", provenance),
        ])
      }
      table.rows.append([
        "\(key) → \(pathway.qualifiesAs.value)", "after \(span)mo", "all who remain",
        origin("pathways.\(key).months", pathway.months.provenance),
      ])
    }
    return table
  }

  private func addProfile(
    _ entry: Entry<Profile>, _ path: String, _ flow: String, _ times: String, factor: Quantity?,
    to table: inout Table
  ) {
    for row in entry.value.rows {
      for point in row.points {
        let band = entry.value.isBanded ? " \(row.band)" : ""
        let date = point.from.map { " from \($0)" } ?? ""
        let line = point.reached.map { " by \($0)" } ?? ""
        let parts = [entry.value.isBanded ? row.band.description : nil, point.from?.description].compactMap(\.self)
        let own = ([path] + parts).joined(separator: ".")
        let provenance = point.entry.provenance == Provenance() ? entry.provenance : point.entry.provenance
        table.rows.append([
          flow + band + date, "\(point.entry.value)\(line)\(times)", monthly(point.entry.value, factor: factor),
          origin(own, provenance),
        ])
      }
    }
  }

  private var arrivals: Table {
    var table = Table([Table.Column("group"), Table.Column("when"), Table.Column("how many"), Table.Column("from")])
    let range = scenario.firstMonth...scenario.lastMonth
    for (key, intake) in scenario.intakes {
      let starts = intake.starts.value.starts(in: range)
      let count = "\(starts.count) start\(starts.count == 1 ? "" : "s") to \(scenario.lastMonth)"
      let first = starts.first.map { ", first \($0)" } ?? ""
      let fill = intake.fill.value == .constant(100, .share) ? "" : ", \(intake.fill.value) filled"
      table.rows.append([
        key, "\(intake.starts.value) (\(count)\(first))",
        "\(intake.places.value) places\(fill) into \(intake.into.value.written(provenance: false).flowText)",
        origin("intakes.\(key).places", intake.places.provenance),
      ])
      for (month, start) in intake.differing {
        let words = StartOverride.schema.values(start, base: "").map { "\($0.path) \($0.text)" }
        table.rows.append([
          "  \(key)", month, Suggestion.list(words), origins["intakes.\(key).\(month)"] ?? "",
        ])
      }
    }
    for (key, recruitment) in scenario.recruitment {
      let into = recruitment.into?.value ?? key
      table.rows.append([
        key, "every month",
        "\(recruitment.number.value.written(provenance: false).flowText) into \(into)"
          + " with \(recruitment.joiningService)mo of service",
        origin("recruitment.\(key).number", recruitment.number.provenance),
      ])
    }
    return table
  }

  private var draws: [Document.Block] {
    let uncertain = legend.parameters.filter { $0.drawPath != nil }
    guard !uncertain.isEmpty else { return [.paragraph("Every number is certain.")] }
    var table = Table([
      Table.Column("uncertain number"), Table.Column("distribution"), Table.Column("mean", numeric: true),
      Table.Column("drawn with"),
    ])
    for parameter in uncertain {
      let mover = scenario.factors.first { entry in
        entry.value.moves.value.contains { Scenario.normalized($0) == parameter.drawPath }
      }
      let factor = mover.map { "factor \($0.key), weight \($0.value.weight.value)" } ?? ""
      let shared = parameter.drawPath == parameter.path ? "" : "the draw of \(parameter.drawPath ?? "")"
      table.rows.append([
        parameter.path, parameter.quantity.description, mean(parameter),
        [shared, factor].filter { !$0.isEmpty }.joined(separator: "; "),
      ])
    }
    return [.heading("Uncertain numbers, one draw in each future"), .table(table)]
  }

  // MARK: words

  private func mean(_ parameter: Legend.Parameter) -> String {
    let isPercent = parameter.quantity.measure.isPercent
    return isPercent ? Shown.percent(parameter.mean, decimals: 3) : Shown.fixed(parameter.mean, decimals: 3)
  }

  /// "0.648 %", at the mean where the quantity is uncertain.
  private func monthly(_ quantity: Quantity, span: Int = 1, factor: Quantity? = nil) -> String {
    let times = factor.map { ParameterMean.of($0) } ?? 1
    let level = ParameterMean.of(quantity) * times
    let isCertain = quantity.isCertain && factor?.isCertain ?? true
    if quantity.measure.isBounded, level > 1 { return "above 100 %" }
    let probability = MonthlyHazard.probability(MonthlyHazard.hazard(level, quantity.measure, span: span))
    return Shown.percent(probability, decimals: 3) + (isCertain ? "" : " at the mean")
  }

  private func value(_ path: String) -> (text: String, origin: String) {
    let found = scenario.values.first { $0.path == path }
    return (found?.text ?? "", origin(path, found?.provenance ?? Provenance()))
  }

  /// The place in the file, and the source or that it is assumed.
  private func origin(_ path: String, _ provenance: Provenance) -> String {
    var words: [String] = []
    var known = Substring(path)
    while origins[String(known)] == nil, let dot = known.lastIndex(of: ".") { known = known[..<dot] }
    if let place = origins[String(known)] { words.append(place) }
    if let source = provenance.source { words.append(source) }
    if provenance.assumption == true { words.append("assumption") }
    return words.joined(separator: "; ")
  }
}
