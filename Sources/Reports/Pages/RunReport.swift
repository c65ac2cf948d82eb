import OrderedCollections
public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// The table of a run: metrics down, months across; the chance of being at target; how sure the figures are.
public struct RunReport {
  let summary: RunSummary
  let scenario: Scenario

  public init(_ summary: RunSummary, _ scenario: Scenario) {
    self.summary = summary
    self.scenario = scenario
  }

  /// The metrics that a table shows when none are named: FTE of each grade and, where there is a target, what moves it.
  public static func defaultMetrics(_ catalog: MetricCatalog) -> [String] {
    var names: [String] = []
    for grade in catalog.legend.grades {
      names.append("\(grade.key).fte")
      guard grade.hasTarget else { continue }
      names += ["qualifiers-12mo", "leavers-12mo"].map { "\(grade.key).\($0)" }
    }
    if !catalog.legend.pathways.isEmpty { names.append("all.learners") }
    return names.filter { catalog[$0] != nil }
  }

  /// The months that a table shows when none are named: every twelfth, the last, and not more than ten.
  public static func defaultMonths(_ scenario: Scenario) -> [Month] {
    let last = scenario.months.value.months
    let every = 12 * max(1, (last + 119) / 120)
    var steps = Array(stride(from: every, through: last, by: every))
    if steps.last != last { steps.append(last) }
    return steps.map { scenario.start.value + $0 }
  }

  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(heading), .table(table)]
    blocks += outlooks.map { .paragraph($0) }
    blocks.append(.note(precision))
    return Document(blocks)
  }

  private var heading: String {
    let futures = Shown.count(summary.replicates, "future")
    let months = Shown.count(scenario.months.value.months, "month")
    return
      "\(scenario.name.value) · \(months) from \(scenario.start.value.shown) · \(futures) · seed \(scenario.seed.value)"
  }

  private var steps: [Int] { summary.selection.steps }

  private var table: Table {
    var table = Table(
      [Table.Column(""), Table.Column("")]
        + steps.map { Table.Column((scenario.start.value + $0).shown, numeric: true) })
    for metric in summary.selection.metrics {
      let cells = steps.map { summary.cell(metric.name, step: $0) }
      for (statistic, label) in [(Statistic.p90, "90 %"), (.p50, "median"), (.p10, "10 %")] {
        let values = cells.map { cell in
          cell.flatMap { $0.value(statistic) }.map { Shown.value($0, metric.unit) } ?? "–"
        }
        table.rows.append([statistic == .p90 ? metric.name : "", label] + values)
      }
      if cells.contains(where: { $0?.atTarget != nil }) {
        table.rows.append(
          ["", "at target"] + cells.map { $0?.atTarget.map(Shown.probability) ?? "–" })
      }
    }
    return table
  }

  /// One sentence for each grade with a target.
  private var outlooks: [String] {
    summary.outlooks.map { outlook in
      let last = scenario.lastMonth
      let sure = outlook.month(sure: 0.8).map { "80 % sure by \($0.shown)" } ?? "80 % sure: not by \(last.shown)"
      let by = outlook.by.last.map { Shown.probability($0) } ?? "–"
      let target = outlook.finalTarget.map { " (\(Shown.whole($0)) FTE)" } ?? ""
      return "\(outlook.grade) at or above its target\(target) by \(last.shown): \(by); \(sure)."
    }
  }

  /// How far the figures would move with other random numbers.
  private var precision: String {
    let last = steps.last ?? 0
    let widest = summary.selection.metrics.compactMap { metric -> (String, Double)? in
      guard let cell = summary.cell(metric.name, step: last), let range = cell.interval(.p50), metric.unit != .rate
      else { return nil }
      return (metric.name, (range.upperBound - range.lowerBound) / 2)
    }.max { $0.1 < $1.1 }
    let stream = "stream version \(RunReport.streamVersion)"
    guard let widest else { return "Percentiles over \(Shown.count(summary.replicates, "future")); \(stream)." }
    let month = (scenario.start.value + last).shown
    return "Percentiles over \(Shown.count(summary.replicates, "future")). Monte Carlo error of the medians at "
      + "\(month): at most ± \(Shown.whole(widest.1.rounded(.up))) (\(widest.0), 95 %); \(stream)."
  }

  static var streamVersion: Int { StreamVersion.current }
}
