import OrderedCollections
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The tables of a comparison.
struct ComparisonTables {
  let report: ComparisonReport

  private var comparisons: [Comparison] { report.comparisons }
  private var selection: ComparedSelection { report.selection }

  /// Metrics that are the same in every pair of every month shown, and were not asked for by name.
  var same: [String] {
    report.isNamed ? [] : selection.metrics.filter { isSame($0) && unit($0) != nil }
  }

  private func isSame(_ metric: String) -> Bool {
    comparisons.allSatisfy { comparison in
      selection.months.allSatisfy { comparison.cell(metric, $0)?.summary.isSame ?? true }
    }
  }

  private func unit(_ metric: String) -> Metric.Unit? {
    comparisons.lazy.compactMap { comparison in
      selection.months.lazy.compactMap { comparison.cell(metric, $0)?.metric.unit }.first
    }.first
  }

  /// Metrics down, months across: the means of each side, then each difference with what qualifies it.
  var metrics: Table {
    var table = Table(
      [Table.Column(""), Table.Column("")] + selection.months.map { Table.Column($0.shown, numeric: true) })
    let left = Set(same)
    for metric in selection.metrics where !left.contains(metric) {
      guard let unit = unit(metric) else { continue }
      let rows = means(metric, unit) + comparisons.indices.flatMap { differences(metric, unit, $0) }
      table.rows += rows.enumerated().map { [$0 == 0 ? metric : ""] + $1 }
    }
    return table
  }

  private func row(
    _ label: String, _ metric: String, _ place: Int, _ words: (PairedSummary) -> String
  ) -> [String] {
    [label] + selection.months.map { comparisons[place].cell(metric, $0).map { words($0.summary) } ?? "–" }
  }

  private func means(_ metric: String, _ unit: Metric.Unit) -> [[String]] {
    let about = report.isOnePath ? "≈ " : ""
    func shown(_ value: Double?) -> String { value.map { about + Shown.value($0, unit) } ?? "–" }
    // A is in every comparison; the first that has the month tells it.
    let first =
      ["A"]
      + selection.months.map { month in
        shown(comparisons.lazy.compactMap { $0.cell(metric, month)?.summary.a.mean }.first)
      }
    return [first]
      + comparisons.indices.map { place in
        row(DifferencesReport.letter(place + 1), metric, place) { shown($0.b.mean) }
      }
  }

  private func differences(_ metric: String, _ unit: Metric.Unit, _ place: Int) -> [[String]] {
    let letter = DifferencesReport.letter(place + 1)
    let mean = row("\(letter) − A", metric, place) { Shown.mean($0, unit) }
    guard !report.isOnePath else {
      return [mean]
    }
    // What is exactly nothing has neither a range nor an error.
    func unless(_ summary: PairedSummary, _ words: String) -> String { summary.isSame ? "" : words }
    var rows = [
      mean, row("  90 %", metric, place) { unless($0, Shown.interval($0.difference, unit, separator: "…")) },
      row("  ±", metric, place) { summary in
        unless(summary, summary.difference.meanError.map { Shown.margin(Shown.halfWidth($0), unit) } ?? "–")
      },
      row("  P(\(letter) > A)", metric, place) { unless($0, Shown.probability($0.above)) },
    ]
    // Real numbers hardly ever agree by accident; that they do is said where it is not next to never.
    let isOftenEqual = selection.months.contains { month in
      comparisons[place].cell(metric, month).map { $0.summary.equal.share >= 0.01 && !$0.summary.isSame } ?? false
    }
    if isOftenEqual {
      rows.append(row("  P(\(letter) = A)", metric, place) { unless($0, Shown.probability($0.equal)) })
    }
    return rows.filter { row in row.dropFirst().contains { !$0.isEmpty } }
  }

  // MARK: targets

  /// Chances and dates of one pair; nil where no grade has a target in both.
  func targets(_ place: Int) -> Table? {
    let comparison = comparisons[place]
    guard !comparison.targets.isEmpty, !report.isOnePath else { return nil }
    let letter = DifferencesReport.letter(place + 1)
    var table = Table([Table.Column(""), Table.Column("")])
    table.columns += ["A", letter, "\(letter) − A"].map { Table.Column($0, numeric: true) }
    for target in comparison.targets {
      var rows: [[String]] = []
      for month in selection.months.suffix(1) {
        guard let chances = target.chances(month) else { continue }
        rows.append(["at target at \(month.shown)"] + ComparisonTables.shown(chances.at))
        rows.append(["reached by \(month.shown)"] + ComparisonTables.shown(chances.by))
      }
      let sure = TargetOutlook.surePercents.filter { target.shift(sure: $0 / 100) != .unknown }
      for percent in sure.isEmpty ? Array(TargetOutlook.surePercents.prefix(1)) : sure {
        let months = target.months(sure: percent / 100)
        rows.append(
          ["\(NumberText.shortest(percent)) % sure by"]
            + [months.a, months.b].map { $0?.shown ?? "after \(target.last.shown)" }
            + [Shown.shift(target.shift(sure: percent / 100))])
      }
      if target.shift.total > 1, let mean = target.shift.mean {
        let share = ProbabilityEstimate(hits: target.shift.total, replicates: comparison.pairs)
        rows.append([
          "first met, where both meet it (\(Shown.probability(share)))", "", "",
          Shown.months(mean, between: target.shift),
        ])
      }
      table.rows += rows.enumerated().map { [$0 == 0 ? target.grade : ""] + $1 }
    }
    return table
  }

  private static func shown(_ chance: PairedProbability) -> [String] {
    let difference: String
    if chance.onlyA == 0, chance.onlyB == 0 {
      difference = "0"
    } else {
      difference =
        Shown.difference(chance.difference, .rate) + " "
        + Shown.margin(Shown.halfWidth(chance.error), .rate).replacing(" pt", with: "")
    }
    return [Shown.probability(chance.a), Shown.probability(chance.b), difference]
  }

  // MARK: years

  /// Those who join, qualify and leave in each financial year of one pair; nil where that was not asked for.
  func years(_ place: Int) -> Table? {
    let comparison = comparisons[place]
    guard !comparison.flows.isEmpty else { return nil }
    let letter = DifferencesReport.letter(place + 1)
    var table = Table([Table.Column(""), Table.Column("")])
    table.columns += comparison.years.map { Table.Column(ComparisonTables.shown($0), numeric: true) }
    for flow in comparison.flows {
      let unit = flow.metric.unit
      func row(_ label: String, _ words: (PairedSummary) -> String) -> [String] { [label] + flow.summaries.map(words) }
      func mean(_ summary: NumberSummary) -> String { summary.mean.map { Shown.value($0, unit) } ?? "–" }
      let isNobody = flow.summaries.allSatisfy { $0.a.maximum == 0 && $0.b.maximum == 0 }
      guard !isNobody else { continue }
      let isSame = flow.summaries.allSatisfy(\.isSame)
      let rows =
        isSame
        ? [row("A = \(letter)") { mean($0.a) }]
        : [
          row("A") { mean($0.a) }, row(letter) { mean($0.b) }, row("\(letter) − A") { Shown.mean($0, unit) },
        ]
      table.rows += rows.enumerated().map { [$0 == 0 ? flow.metric.name : ""] + $1 }
    }
    return table
  }

  /// `2024/25`; a year in part has a star.
  private static func shown(_ year: FinancialYear) -> String { "\(year)\(year.isWhole ? "" : "*")" }

  /// What the stars stand for: " (* Oct 2024 to Mar 2025, Apr 2029 to Sep 2029 only)".
  func parts(_ place: Int) -> String {
    let parts = comparisons[place].years.filter { !$0.isWhole }
    guard !parts.isEmpty else { return "" }
    let words = parts.map { $0.first == $0.last ? $0.first.shown : "\($0.first.shown) to \($0.last.shown)" }
    return " (* \(words.joined(separator: ", ")) only)"
  }
}
