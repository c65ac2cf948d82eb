import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A comparison as tidy CSV and as JSON (docs/output.md). The scenario of a difference is called `B - A`, by the stems of
/// the two.
extension ComparisonReport {
  func name(ofDifference place: Int) -> String { "\(sides[place + 1].stem) - \(sides[0].stem)" }

  /// Gives the CSV in parts, in order: metrics as asked, by month A, B, B − A; then targets; then financial years.
  public func csv(_ take: (String) throws -> Void) throws {
    try take(CSVRenderer.header)
    let renderer = CSVRenderer()
    try forEachCell { try take(renderer.lines($0)) }
    try take(renderer.lines(targetRows))
    try take(renderer.lines(yearRows))
  }

  /// The rows of each metric in a month.
  private func forEachCell(_ body: ([ResultRow]) throws -> Void) rethrows {
    for metric in selection.metrics {
      for month in selection.months {
        let cells = comparisons.map { $0.cell(metric, month)?.summary }
        try body(rows(metric, month, cells))
      }
    }
  }

  private func rows(_ metric: String, _ month: Month, _ cells: [PairedSummary?]) -> [ResultRow] {
    var rows: [ResultRow] = []
    func add(_ scenario: String, _ all: [(String, Double)]) {
      rows += all.map {
        ResultRow(
          scenario: scenario, place: "", metric: metric, month: month.description, statistic: $0.0, value: $0.1)
      }
    }
    for (place, cell) in cells.enumerated() {
      guard let cell else { continue }
      // A stands once, before the first that it is compared with.
      if cells[..<place].allSatisfy({ $0 == nil }) { add(sides[0].stem, statistics(cell.a)) }
      add(sides[place + 1].stem, statistics(cell.b))
      add(name(ofDifference: place), differences(cell))
    }
    return rows
  }

  /// The statistics of a number that exist, by name.
  private func statistics(_ summary: NumberSummary) -> [(String, Double)] {
    var rows: [(String, Double)]
    if isOnePath {
      rows = summary.mean.map { [(Statistic.expected.rawValue, $0)] } ?? []
    } else {
      rows = Statistic.allCases.compactMap { statistic in
        summary.value(statistic).map { (statistic.rawValue, $0) }
      }
    }
    if summary.absent > 0 { rows.append((ResultRow.absent, Double(summary.absent))) }
    return rows
  }

  private func differences(_ cell: PairedSummary) -> [(String, Double)] {
    var rows = statistics(cell.difference)
    guard !isOnePath else { return rows }
    if let median = cell.medianInterval { rows += [("p50-low", median.lowerBound), ("p50-high", median.upperBound)] }
    for (name, estimate) in [("p-above", cell.above), ("p-below", cell.below), ("p-equal", cell.equal)] {
      rows += [(name, estimate.share), ("\(name)-error", estimate.reportedError)]
    }
    return rows
  }

  // MARK: targets

  /// Chances at the months asked for, and dates. A date stands in the column of the month, its distance from the first
  /// month that all have as the value; a shift of dates is a number of months without a month. What is not within the
  /// horizon is empty.
  private var targetRows: [[String]] {
    guard !isOnePath else { return [] }
    return comparisons.indices.flatMap { place in
      comparisons[place].targets.flatMap { target in
        (place == 0 ? rows(target, sides[0].stem, \.a) : []) + rows(target, sides[place + 1].stem, \.b)
          + differences(target, name(ofDifference: place))
      }
    }
  }

  private func row(
    _ scenario: String, _ target: TargetComparison, _ month: Month?, _ statistic: String, _ value: Double?
  ) -> [String] {
    [
      scenario, "", "\(target.grade).fte", month?.description ?? "", statistic,
      value.map { NumberText.shortest($0) } ?? "",
    ]
  }

  private func rows(
    _ target: TargetComparison, _ scenario: String, _ side: (PairedProbability) -> ProbabilityEstimate
  ) -> [[String]] {
    let chances = selection.months.flatMap { month -> [[String]] in
      guard let chances = target.chances(month) else { return [] }
      return [(Statistic.pAtTarget.rawValue, side(chances.at)), ("p-by-target", side(chances.by))].flatMap {
        [
          row(scenario, target, month, $0.0, $0.1.share),
          row(scenario, target, month, "\($0.0)-error", $0.1.reportedError),
        ]
      }
    }
    let dates = TargetOutlook.surePercents.map { percent in
      let first = target.by.firstIndex { side($0).share >= percent / 100 }
      return row(
        scenario, target, first.map { target.first + $0 }, "sure-\(NumberText.shortest(percent))",
        first.map(Double.init))
    }
    return chances + dates
  }

  private func differences(_ target: TargetComparison, _ scenario: String) -> [[String]] {
    var rows = selection.months.flatMap { month -> [[String]] in
      guard let chances = target.chances(month) else { return [] }
      return [(Statistic.pAtTarget.rawValue, chances.at), ("p-by-target", chances.by)].flatMap {
        [
          row(scenario, target, month, $0.0, $0.1.difference),
          row(scenario, target, month, "\($0.0)-error", $0.1.reportedError),
        ]
      }
    }
    for percent in TargetOutlook.surePercents {
      let name = "sure-\(NumberText.shortest(percent))"
      switch target.shift(sure: percent / 100) {
      case .months(let months): rows.append(row(scenario, target, nil, name, Double(months)))
      case .laterByAtLeast(let months): rows.append(row(scenario, target, nil, "\(name)-at-least", Double(months)))
      case .earlierByAtLeast(let months): rows.append(row(scenario, target, nil, "\(name)-at-most", Double(-months)))
      case .unknown: rows.append(row(scenario, target, nil, name, nil))
      }
    }
    for (name, value) in statistics(target.shift) { rows.append(row(scenario, target, nil, "date-\(name)", value)) }
    let shares = [
      ("p-earlier", target.earlier), ("p-same-month", target.same), ("p-later", target.later),
      ("p-neither", target.neither),
    ]
    for (name, estimate) in shares {
      rows.append(row(scenario, target, nil, name, estimate.share))
      rows.append(row(scenario, target, nil, "\(name)-error", estimate.reportedError))
    }
    return rows
  }

  // MARK: years

  /// A flow over a financial year stands in its last month; of a year that is looked at in part the metric says so. What
  /// stands among the metrics already is not told twice.
  private var yearRows: [ResultRow] {
    comparisons.indices.flatMap { place in
      let comparison = comparisons[place]
      return comparison.flows.flatMap { flow in
        zip(comparison.years, flow.summaries).flatMap { year, summary -> [ResultRow] in
          let metric = "\(flow.metric.name)-fy\(year.isWhole ? "" : "-part")"
          guard comparison.cell(metric, year.last) == nil else { return [] }
          let all = rows(
            metric, year.last, comparisons.indices.map { $0 == place ? summary : nil })
          return place == 0 ? all : all.filter { $0.scenario != sides[0].stem }
        }
      }
    }
  }

  // MARK: JSON

  private struct Page: Encodable {
    struct Missing: Encodable {
      var metric: String
      var scenarios: [String]
    }

    struct Row: Encodable {
      var scenario: String
      var metric: String
      var month: String?
      var statistic: String
      var value: Double?
    }

    var provenance: [JSONRenderer.Origin]
    var assumptions: [DifferencesReport.Row]
    /// How many futures of each were paired.
    var pairs: Int
    /// The month ends that all scenarios have.
    var first: String
    var last: String
    /// Metrics that not every scenario has.
    var missing: [Missing]
    var results: [ResultRow]
    var targets: [Row]
  }

  /// - Parameter origins: of the scenarios, in their order
  public func json(_ origins: [JSONRenderer.Origin]) throws -> String {
    var results: [ResultRow] = []
    forEachCell { results += $0 }
    return try JSONRenderer().render(
      Page(
        provenance: origins, assumptions: assumptions.rows, pairs: pairs,
        first: selection.common.lowerBound.description, last: selection.common.upperBound.description,
        missing: selection.missing.map { missing in
          Page.Missing(metric: missing.metric, scenarios: missing.runs.map { sides[$0].stem })
        },
        results: results + yearRows,
        targets: targetRows.map {
          Page.Row(
            scenario: $0[0], metric: $0[2], month: $0[3].isEmpty ? nil : $0[3], statistic: $0[4], value: Double($0[5]))
        }))
  }
}
