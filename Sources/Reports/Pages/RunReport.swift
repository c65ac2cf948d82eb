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
  /// Whether every uncertain number stood at its mean.
  let isCertain: Bool
  /// Why there are so many futures; nil where the number was given.
  let chosen: String?
  /// The median of a metric at each month of the run, by the metric's name; drawn beside its numbers. Empty for none.
  private let trends: [String: [Double?]]
  private let sentences: RunSentences

  /// - Parameters:
  ///   - isCertain: whether every uncertain number stood at its mean
  ///   - precision: what the number of futures was chosen for, in words
  ///   - trends: medians by month of the run, by the metric's name
  public init(
    _ summary: RunSummary, _ scenario: Scenario, changes: [String], isCertain: Bool = false, precision: String? = nil,
    trends: [String: [Double?]] = [:]
  ) {
    self.trends = trends
    self.summary = summary
    self.scenario = scenario
    self.changes = changes
    self.isCertain = isCertain
    chosen = precision
    sentences = RunSentences(
      scenario: scenario, outlooks: summary.outlooks, isExpected: summary.isExpected, isCertain: isCertain,
      replicates: summary.replicates)
  }

  /// The first grade with a target in one sentence; nil where there is none, or the run was not asked for the outlook.
  public var headline: String? { sentences.headline }

  private var isOnePath: Bool { sentences.isOnePath }
  private static let medianLabel = "median"

  /// The metrics that a table shows when none are named: FTE of each grade and, where there is a target, what moves it.
  public static func defaultMetrics(_ catalog: MetricCatalog) -> [String] {
    var names: [String] = []
    for grade in catalog.legend.grades {
      names.append("\(grade.key).fte")
      guard grade.hasTarget else { continue }
      // Those who qualify are what most grades with a target grow by; others grow by those who join.
      let isLedTo = catalog.legend.pathways.contains { $0.qualifiesAs == grade.key }
      names += [isLedTo ? "qualifiers-12mo" : "joiners-12mo", "leavers-12mo"].map { "\(grade.key).\($0)" }
    }
    if !catalog.legend.pathways.isEmpty { names.append("all.learners") }
    return names.filter { catalog[$0] != nil }
  }

  /// Those of them that exist in one of the months.
  public static func defaultMetrics(
    _ catalog: MetricCatalog, existingIn months: [Month], of scenario: Scenario
  ) -> [String] {
    let start = scenario.start.value
    return defaultMetrics(catalog).filter { name in
      guard let metric = catalog[name] else { preconditionFailure("\(name) is a metric by default, and there is none") }
      return months.contains { metric.exists(in: $0 - start, start: start) }
    }
  }

  /// The months that a table shows when none are named: every twelfth, the last, and not more than ten.
  public static func defaultMonths(_ scenario: Scenario) -> [Month] {
    let last = scenario.months.value.months
    let every = 12 * max(1, (last + 119) / 120)
    var steps = Array(stride(from: every, through: last, by: every))
    if steps.last != last { steps.append(last) }
    return steps.map { scenario.start.value + $0 }
  }

  /// The same months, and for metrics that exist in none of them those in which they do, by the same distance.
  public static func defaultMonths(_ scenario: Scenario, showing metrics: [Metric]) -> [Month] {
    let start = scenario.start.value
    let usual = defaultMonths(scenario)
    let every = usual.count > 1 ? usual[1] - usual[0] : 12
    let absent = metrics.filter { metric in !usual.contains { metric.exists(in: $0 - start, start: start) } }
    var months = absent.count < metrics.count || metrics.isEmpty ? Set(usual) : []
    for metric in absent {
      guard let last = metric.lastStep(in: scenario) else { continue }
      let steps = stride(from: last, through: 0, by: -every).filter { metric.exists(in: $0, start: start) }
      months.formUnion(steps.map { start + $0 })
    }
    return months.sorted()
  }

  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(sentences.heading)]
    if let headline = sentences.headline { blocks.append(.paragraph(headline)) }
    if !changes.isEmpty { blocks.append(.paragraph("Changed: " + changes.joined(separator: " · "))) }
    blocks.append(.table(table))
    blocks += sentences.targets.map { .paragraph($0) }
    if let shortfalls { blocks.append(.note(shortfalls)) }
    if let absences { blocks.append(.note(absences)) }
    if let chosen { blocks.append(.note(chosen)) }
    blocks.append(.note(isOnePath ? path : precision))
    blocks.append(.note(ModelLimit.words(scenario, isCertain: isCertain && !isOnePath)))
    return Document(blocks)
  }

  private var steps: [Int] { summary.selection.steps }

  private var table: Table {
    var table = Table(
      [Table.Column(""), Table.Column("")]
        + steps.map { Table.Column((scenario.start.value + $0).shown, numeric: true) })
    for metric in summary.selection.metrics {
      let cells = steps.map { summary.cell(metric.name, step: $0) }
      if isOnePath {
        let values = cells.map { cell in
          cell.flatMap { $0.value(.expected) }.map { "≈ " + Shown.value($0, metric.unit) } ?? "–"
        }
        table.rows.append([metric.name, "expected"] + values)
        continue
      }
      for (statistic, label) in [(Statistic.p90, "90 %"), (.p50, RunReport.medianLabel), (.p10, "10 %")] {
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
    if !trends.isEmpty {
      var metric = ""
      let series = table.rows.map { row -> [Double?] in
        if !row[0].isEmpty { metric = row[0] }
        return row[1] == RunReport.medianLabel ? trends[metric] ?? [] : []
      }
      table.sparklines = [SparklineColumn("median, \(scenario.start.value.shown) on", series: series)]
    }
    return table
  }

  /// What rules could not carry out.
  private var shortfalls: String? {
    guard !summary.shortfalls.isEmpty else { return nil }
    let words = summary.shortfalls.map { lack in
      let people = lack.mean < 1.5 ? "a person or less" : "\(Shown.whole(lack.mean)) people"
      return isOnePath
        ? "\(lack.metric), \(people)"
        : "\(lack.metric) in \(Shown.probability(lack.futures)) of \(sentences.noun)s, \(people) on average"
    }
    return "Not all that was planned could be carried out; over the run, " + words.joined(separator: "; ") + "."
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
      + Shown.count(summary.replicates, sentences.noun) + "."
  }

  /// What the expected path is, and is not.
  private var path: String {
    "The expected path moves people by expectations, in fractions, at the mean of every uncertain number: one path, "
      + "not the mean of the futures, and without a range."
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
    let count = Shown.count(summary.replicates, sentences.noun)
    guard let widest else { return "Percentiles over \(count); \(stream)." }
    let month = (scenario.start.value + last).shown
    return "Percentiles over \(count). Monte Carlo error of the medians at "
      + "\(month): at most ± \(Shown.whole(widest.1.rounded(.up))) (\(widest.0), 95 %); \(stream)."
  }

  static var streamVersion: Int { StreamVersion.current }
}
