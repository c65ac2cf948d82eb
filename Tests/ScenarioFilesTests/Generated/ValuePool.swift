import ScenarioFiles
import TestSupport

@testable import WorkforceModel

/// Values of every form that a scenario knows, and, for each row of the parameter list, those that it takes: found by
/// trying them, so that a row is covered as soon as one of its forms is in the list.
struct ValuePool {
  /// Texts as they would stand in a file.
  private static let texts = [
    // numbers of every kind
    "500", "0", "0.94", "1", "5436 fte", "60%", "100%", "7.8%/yr", "7.5% chance/yr", "0.65%/mo", "20% over pathway",
    "60/mo", "46/yr", "poisson(46/yr)", "poisson(gamma(40 1)/yr)", "×1.1", "£38565", "15mo", "5y", "12mo", "2024-09",
    "2025-03",
    // uncertain ones
    "85%..99%", "46..60/yr", "100..200", "uniform(40% 65%)", "triangular(2% 4% 7%)/yr", "pert(2% 4% 7%)/yr",
    "normal(38 12)/mo within 0..76", "normal(400 20) within 300..500", "lognormal(7.6% 0.13)/yr",
    "pert(0.92 0.94 0.97)",
    "gamma(4 2%)/yr", "beta(18 82) over pathway", "430 leavers over 5513 person-years", "20 of 100",
    "12 of 80 over pathway", "×lognormal(1 0.08)", "85%..99% each intake", "pert(2% 4% 7%)/yr each year",
    "{value: 85%..99%, each: intake}", "pert(£900 £1200 £1500)",
    // bands, dates, shares
    "{<5y: 7.6%/yr, 5y+: 7.9%/yr}", "{<60mo: 2%..3%/yr, 5y+: {2024-01: 7.9%/yr, 2026-04: 7%/yr}, independent: true}",
    "{<9mo: 80%, 9mo+: {value: 100%, note: all of it}}", "{2022-09: 6160 fte, 2024-09: 7115 fte by 2026-03}",
    "{2024-10: 60/mo, 2026-04: {value: 30/mo, source: \"a: b\"}}", "{2024-09: ×1, 2025-04: ×1.03}",
    "{2024-04: £38565, 2025-04: £40000}", "{A: 60%, B: rest}", "{B: 25%, A: 75%}", "{P: 60%, Q: rest}",
    "{P: uniform(40% 60%), A: rest}",
    "{leave: uniform(12% 60%), A: rest}", "leave", "{leave: 50%, B: 50%}", "{P: ×1.2, Q: ×0.9}",
    "{A: 25%, else: external}",
    "dirichlet(P 60, Q 40)", "dirichlet(P 60, Q 40) each intake", "{0mo: 80%, 1mo: 15%, 2mo: rest}",
    "{<5y: 36%, 5y-10y: {share: 29%, joined: {2018-10: 40}}, 10y+: {share: 35%, to: 30y, note: \"#1\"}}",
    "{<5y: 40%, 5y+: 60%}",
    "{2023-09: {value: 200, source: HMPPS}, 6mo: 280, <3mo: 20 fte}", "{2024-10: 60, 2024-11: 40}",
    "{share: 10%, months: 3mo}",
    // times, words, names, lists
    "every 12mo from 2025-09", "every 6mo from 2025-03 until 2028-09", "recruits", "returners", "vacancies", "origin",
    "april", "january", "[april, october]", "[grades.A.leaving, pathways.P.attrition]", "[moves.M.rate]", "A", "B", "P",
    "with-learners", "without-learners", "external",
    "[{metric: PO.leavers-12mo, at: 2025-09, value: 430, source: \"x\"}]",
    // texts that YAML, or the word for nothing, would take for something else
    "\"none\"", "\"a: b # c\"", "\"{x}\"", "\" blank \"", "\"two\\nlines\"", "\"é 😀 \\\\ \\\" '\"", "plain text",
    "\"*x\"", "\"- a\"",
    "\"2024/25\"",
  ]

  /// Every row with the values that it takes.
  let rows: [(row: ParameterRow, values: [SourceNode])]

  init() throws {
    let nodes = try Self.texts.map { try ScenarioText.node(of: $0, source: "pool") }
    rows = Scenario.parameters.filter { $0.path != Scenario.extendsKey }.map { row in
      (row, nodes.flatMap { node in [node, Self.explained(node)].filter { Self.takes(row, $0) } })
    }
  }

  /// The value with where it comes from.
  private static func explained(_ node: SourceNode) -> SourceNode {
    .mapping([
      ("value", node), ("source", .text("A: b, c #1")), ("assumption", .text("true")), ("reviewed", .text("2025-03")),
    ])
  }

  private static func takes(_ row: ParameterRow, _ value: SourceNode) -> Bool {
    var scenario = Scenario()
    var reading = Reading()
    let path = row.path.split(separator: ".").map { segment in
      segment == "<month>" ? "2026-09" : segment.hasPrefix("<") ? "A" : String(segment)
    }
    let tree = path.reversed().reduce(value) { .mapping([($1, $0)]) }
    Scenario.schema.read(tree, into: &scenario, base: "", in: &reading)
    return !reading.hasErrors
  }
}
