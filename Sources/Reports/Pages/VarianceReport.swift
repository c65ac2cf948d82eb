import OrderedCollections
public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// Where the variance of each metric comes from, as tables: chance, then the parameters by descending share.
public struct VarianceReport {
  let summary: VarianceSummary
  let scenario: Scenario
  /// What was changed after the file was read, as typed.
  let changes: [String]

  public init(_ summary: VarianceSummary, _ scenario: Scenario, changes: [String]) {
    self.summary = summary
    self.scenario = scenario
    self.changes = changes
  }

  /// The metrics that are reported when none are named: FTE of each grade with a target, or of every grade where none has
  /// one.
  public static func defaultMetrics(_ catalog: MetricCatalog) -> [String] {
    let grades = catalog.legend.grades
    let aimed = grades.filter(\.hasTarget)
    return (aimed.isEmpty ? grades : aimed).map { "\($0.key).fte" }
  }

  public var document: Document {
    let pairs = Shown.count(summary.pairs, "pair")
    var blocks: [Document.Block] = [
      .paragraph(
        "\(scenario.name.value) · \(Shown.count(scenario.months.value.months, "month")) from "
          + "\(scenario.start.value.shown) · \(pairs) of futures · seed \(scenario.seed.value)")
    ]
    if !changes.isEmpty { blocks.append(.paragraph("Changed: " + changes.joined(separator: " · "))) }
    for cell in summary.cells {
      blocks.append(.paragraph(heading(cell)))
      if let split = cell.split { blocks.append(.table(table(split))) }
    }
    if summary.cells.contains(where: { $0.split != nil }) { blocks.append(.note(VarianceReport.key)) }
    blocks.append(
      .note("Shares of the variance; ± is 95 % Monte Carlo error; stream version \(RunReport.streamVersion)."))
    return Document(blocks)
  }

  private static let key =
    "Chance: what differs between two futures with the same parameters. Together: what parameters do jointly, beyond the "
    + "sum of what each does alone. A share near 0 may come out negative, by its error."

  private func heading(_ cell: VarianceSummary.Cell) -> String {
    let name = "\(cell.metric.name) at \((scenario.start.value + cell.step).shown)"
    let left =
      cell.absent > 0
      ? " (\(Shown.count(cell.absent, "pair")) left out in which it does not exist)" : ""
    guard let variance = cell.variance else {
      return "\(name): it exists in too few pairs of futures to tell\(left)."
    }
    guard cell.split != nil else { return "\(name): it is the same in every future\(left)." }
    return "\(name): standard deviation \(deviation(variance.squareRoot(), cell.metric.unit))\(left)"
  }

  private func deviation(_ value: Double, _ unit: Metric.Unit) -> String {
    if unit == .rate { return Shown.percent(value, decimals: 2) }
    return value < 10 ? Shown.fixed(value, decimals: 2) : Shown.whole(value)
  }

  private func table(_ split: VarianceSplit) -> Table {
    var table = Table([
      Table.Column(""), Table.Column("share", numeric: true), Table.Column("±", numeric: true),
    ])
    func add(_ name: String, _ share: VarianceSplit.Share) {
      // Rounded up: an error that is there is never shown as none.
      let margin = (share.margin * 1000).rounded(.up) / 1000
      table.rows.append([name, Shown.percent(share.value), Shown.percent(margin)])
    }
    add("chance", split.chance)
    add("parameters", split.parameters)
    let known = split.groups.indices.compactMap { group in split.groups[group].map { (group, $0) } }
    // What would be shown as 0.0 % is gathered too.
    func isClear(_ share: VarianceSplit.Share) -> Bool { share.value > max(share.margin, 0.0005) }
    let clear = known.filter { isClear($0.1) }.sorted { ($1.1.value, $0.0) < ($0.1.value, $1.0) }
    for (group, share) in clear { add("  \(summary.selection.legend.groups[group])", share) }
    let small = known.filter { !isClear($0.1) }.map(\.0)
    if let only = small.first {
      let name = small.count == 1 ? summary.selection.legend.groups[only] : "\(small.count) others"
      add("  \(name), \(small.count == 1 ? "" : "each ")below its error or 0.05 %", split.sum(small))
    }
    if !known.isEmpty { add("  together", split.together) }
    return table
  }
}
