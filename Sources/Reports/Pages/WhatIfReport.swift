import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A comparison of two scenarios in a few lines: a sentence that can be quoted, the headline metrics in the last month and where the target next
/// changes, and what becomes of the date by which the target is 80 % sure.
public struct WhatIfReport: Sendable {
  private let report: ComparisonReport

  /// - Parameter report: of two scenarios
  public init(_ report: ComparisonReport) { self.report = report }

  private var comparison: Comparison { report.comparisons[0] }

  public var document: Document {
    var table = Table([Table.Column(""), Table.Column(""), Table.Column("")])
    for metric in report.selection.metrics {
      table.rows += report.selection.months.compactMap { comparison.cell(metric, $0) }.map(row)
    }
    if !report.isOnePath { for target in comparison.targets { table.rows.append(row(target)) } }
    var blocks: [Document.Block] = [.paragraph(ComparisonSentences(report: report).briefing(0)), .table(table)]
    if report.assumptions.differences.isEmpty { blocks.append(.note("\(DifferencesReport.none) of assumptions")) }
    return Document(blocks)
  }

  /// `PO.fte at Sep 2029   +61   (90 %: +54 … +69, paired; ±0.1)`.
  private func row(_ cell: Comparison.Cell) -> [String] {
    let (unit, summary) = (cell.metric.unit, cell.summary)
    let front = ["\(cell.metric.name) at \(cell.month.shown)", Shown.mean(summary, unit)]
    if report.isOnePath {
      let isMarked = summary.isSame || front[1].hasPrefix("≈")
      return [front[0], isMarked ? front[1] : "≈ \(front[1])", "(expected path)"]
    }
    if summary.isSame { return front + ["(the same in every \(report.noun))"] }
    let margin = summary.difference.meanError.map { Shown.margin(Shown.halfWidth($0), unit) } ?? "±?"
    return front + ["(90 %: \(Shown.interval(summary.difference, unit)), paired; \(margin))"]
  }

  /// `80 % sure by   Jun 2029 → Mar 2029   (3 months earlier)`; where neither is so sure, how likely each is.
  private func row(_ target: TargetComparison) -> [String] {
    let front = comparison.targets.count > 1 ? "\(target.grade) " : ""
    let months = target.months(sure: 0.8)
    let shift = target.shift(sure: 0.8)
    if shift == .unknown, let by = target.by.last {
      let words = by.onlyA == 0 && by.onlyB == 0 ? [by.a] : [by.a, by.b]
      return [
        "\(front)at target by \(target.last.shown)", words.map(Shown.probability).joined(separator: " → "),
        "(80 % sure in neither)",
      ]
    }
    let dates = [months.a, months.b].map { $0?.shown ?? "after \(target.last.shown)" }
    if shift == .months(0) { return ["\(front)80 % sure by", dates[0], "(as before)"] }
    return ["\(front)80 % sure by", dates.joined(separator: " → "), "(\(Shown.shift(shift)))"]
  }
}
