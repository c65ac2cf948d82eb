public import WorkforceModel
public import WorkforceSimulation

/// A plan in words: each flow, with its monthly probability and where each number came from.
public struct PlanReport {
  let read: ReadScenario
  let legend: Legend

  public init(_ read: ReadScenario, _ compiled: CompiledScenario) {
    self.read = read
    legend = compiled.legend
  }

  public var document: Document {
    let scenario = read.scenario
    let (start, last) = (scenario.start.value, scenario.lastMonth)
    var tables = PlanTables(read, legend)
    var blocks: [Document.Block] = [
      .heading(scenario.name.value),
      .paragraph(
        "Opening position at the end of \(start.shown); \(scenario.months.value.months) months to \(last.shown). "
          + "Each month: exits, moves by number, programmes that end and appointments, intakes, recruits and returners, "
          + "then the count and orders for vacancies. "
          + tables.key),
      .heading("Stocks at the opening"), .table(tables.stocks()),
      .heading("Flows, with the probability in a month for one person"), .table(tables.flows()),
      .heading("Intakes and recruitment"), .table(tables.arrivals()),
      .heading("Hours, time free for the work, and targets"), .table(tables.weights()),
    ]
    if legend.parameters.contains(where: { $0.drawPath != nil }) {
      blocks += [.heading("Uncertain numbers, one draw in each future"), .table(tables.draws())]
    } else {
      blocks.append(.paragraph("Every number is certain."))
    }
    if !tables.origins.sources.isEmpty {
      blocks.append(.heading("Sources"))
      blocks += tables.origins.sources.enumerated().map { .note("[\($0 + 1)] \($1)") }
    }
    return Document(blocks)
  }
}
