import OrderedCollections
public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// The table of a run: metrics down, months across; the chance of being at target; how sure the figures are.
public struct RunReport {
  let summary: RunSummary
  let scenario: Scenario
  /// What was changed after the file was read, as typed.
  let changes: [String]

  public init(_ summary: RunSummary, _ scenario: Scenario, changes: [String]) {
    self.summary = summary
    self.scenario = scenario
    self.changes = changes
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
    var blocks: [Document.Block] = [.paragraph(heading)]
    if !changes.isEmpty { blocks.append(.paragraph("Changed: " + changes.joined(separator: " · "))) }
    blocks.append(.table(table))
    blocks += outlooks.map { .paragraph($0) }
    if let absences { blocks.append(.note(absences)) }
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
      let last = scenario.lastMonth.shown
      let by = outlook.by.last.map { Shown.probability($0) } ?? "–"
      let target =
        outlook.targets.map { range in
          let (low, high) = (Shown.whole(range.lowerBound), Shown.whole(range.upperBound))
          let size = low == high ? "\(low) FTE" : "\(low) to \(high) FTE"
          if outlook.isUncertain { return "its target, which is uncertain (median \(size))," }
          return low == high ? "the target of \(size)" : "the target of the month (\(size))"
        } ?? "the target"
      let sure =
        switch outlook.month(sure: 0.8) {
        case scenario.start.value:
          outlook.by.first?.share == 1 ? "it is met at the opening" : "80 % sure at the opening"
        case .some(let month): "80 % sure by \(month.shown)"
        case .none: "no month by then is 80 % sure"
        }
      return "\(outlook.grade) reaches \(target) by \(last): \(by); \(sure)."
    }
  }

  /// Where a number does not exist in every future.
  private var absences: String? {
    let cells = steps.flatMap { step in
      summary.selection.metrics.compactMap { metric in summary.cell(metric.name, step: step) }
    }
    let words = cells.filter { $0.absent > 0 }.map { cell in
      "\(cell.metric.name) at \((scenario.start.value + cell.step).shown) in \(Shown.whole(Double(cell.absent)))"
    }
    guard !words.isEmpty else { return nil }
    return "A ratio to nothing does not exist, and is left out: " + words.joined(separator: ", ") + " of "
      + Shown.count(summary.replicates, "future") + "."
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
