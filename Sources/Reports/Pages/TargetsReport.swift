public import WorkforceAnalysis
public import WorkforceModel

/// When targets are reached: chances by month, dates by chance; as table, CSV and JSON.
public struct TargetsReport {
  private let outlooks: [TargetOutlook]
  private let scenario: Scenario
  private let steps: [Int]
  private let changes: [String]
  private let sentences: RunSentences

  /// - Parameters:
  ///   - months: those whose chances are told
  ///   - isExpected: whether people moved by expectations
  public init(
    _ outlooks: [TargetOutlook], _ scenario: Scenario, months: [Month], replicates: Int, isExpected: Bool,
    isCertain: Bool, changes: [String]
  ) {
    self.outlooks = outlooks
    self.scenario = scenario
    steps = Set(months.map { $0 - scenario.start.value }).sorted()
    self.changes = changes
    sentences = RunSentences(
      scenario: scenario, outlooks: outlooks, isExpected: isExpected, isCertain: isCertain, replicates: replicates)
  }

  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(sentences.heading)]
    if !changes.isEmpty { blocks.append(.paragraph("Changed: " + changes.joined(separator: " · "))) }
    blocks += outlooks.map { outlook in
      let size = sentences.size(outlook)
      return .paragraph("\(outlook.grade): the target is \(outlook.isUncertain ? "uncertain, median " : "")\(size).")
    }
    blocks += [.table(chances), .table(dates)]
    blocks += outlooks.map { .paragraph(sure($0)) }
    blocks.append(
      .note(
        "At: at or above target at that month's end. By: at some month's end up to it, the opening included. "
          + (outlooks.contains { $0.heldFor > 1 }
            ? "Held: in so many month ends in a row, of which the first is not after it; a spell that the end of the run "
              + "cuts short does not count. " : "")
          + "± is the 95 % Monte Carlo error, in percentage points. A date is "
          + "the first month by which the target is reached with the probability above it; "
          + "\(TargetsReport.later) is after \(scenario.lastMonth.shown), or never."))
    return Document(blocks)
  }

  /// What stands for a date beyond the horizon.
  private static let later = "later"

  private var chances: Table {
    var table = Table(
      [Table.Column(""), Table.Column("")]
        + steps.map { Table.Column((scenario.start.value + $0).shown, numeric: true) })
    for outlook in outlooks {
      func row(_ grade: String, _ label: String, _ estimates: [ProbabilityEstimate]) {
        table.rows.append([grade, label] + steps.map { TargetsReport.shown(estimates[$0]) })
      }
      row(outlook.grade, "at", outlook.at)
      row("", "by", outlook.by)
      if outlook.heldFor > 1 { row("", "held for \(Shown.count(outlook.heldFor, "month"))", outlook.held) }
    }
    return table
  }

  private static func shown(_ estimate: ProbabilityEstimate) -> String {
    guard estimate.bound == nil else { return Shown.probability(estimate) }
    let half = 1.959963984540054 * estimate.error
    return "\(Shown.percent(estimate.share)) ± \(Shown.fixed(half * 100, decimals: 1))"
  }

  private var dates: Table {
    var table = Table(
      [Table.Column("reached by")]
        + TargetOutlook.datePercents.map { Table.Column("\(NumberText.shortest($0)) %", numeric: true) })
    table.rows = outlooks.map { outlook in
      [outlook.grade]
        + TargetOutlook.datePercents.map { outlook.month(sure: $0 / 100)?.shown ?? TargetsReport.later }
    }
    return table
  }

  private func sure(_ outlook: TargetOutlook) -> String {
    let parts = TargetOutlook.surePercents.map { percent in
      let month = outlook.month(sure: percent / 100)
      return "\(NumberText.shortest(percent)) % sure " + (month.map { "by \($0.shown)" } ?? "not within the horizon")
    }
    return "\(outlook.grade): \(parts.joined(separator: "; "))."
  }

  // MARK: files

  /// Tidy, one value a row. A date stands in the column of the month, with its distance from the start as the value;
  /// both are empty where it is not within the horizon.
  /// - Parameter stem: the scenario's name in results
  public func csv(_ stem: String) -> String {
    var rows: [[String]] = []
    for outlook in outlooks {
      func add(_ month: Month?, _ statistic: String, _ value: Double?) {
        rows.append([
          stem, "", "\(outlook.grade).fte", month?.description ?? "", statistic,
          value.map { NumberText.shortest($0) } ?? "",
        ])
      }
      for step in steps {
        let month = outlook.start + step
        let held = outlook.heldFor > 1 ? [("p-held-target", outlook.held[step])] : []
        let all = [(Statistic.pAtTarget.rawValue, outlook.at[step]), ("p-by-target", outlook.by[step])] + held
        for (name, estimate) in all {
          add(month, name, estimate.share)
          add(month, "\(name)-error", estimate.reportedError)
        }
      }
      for (name, percents) in [("date-p", TargetOutlook.datePercents), ("sure-", TargetOutlook.surePercents)] {
        for percent in percents {
          let month = outlook.month(sure: percent / 100)
          add(month, name + NumberText.shortest(percent), month.map { Double($0 - outlook.start) })
        }
      }
    }
    return CSVRenderer().render(["scenario", "place", "metric", "month", "statistic", "value"], rows)
  }

  private struct Page: Encodable {
    var provenance: JSONRenderer.Origin
    var heldFor: Int
    var targets: [JSONRenderer.Target]
    var dates: [Date]
    var sureBy: [Date]
  }

  private struct Date: Encodable {
    var grade: String
    /// 0…100
    var percent: Double
    /// Left out where it is not within the horizon.
    var month: String?
  }

  public func json(_ origin: JSONRenderer.Origin) throws -> String {
    let months = Set(steps.map { (scenario.start.value + $0).description })
    func dates(_ percents: [Double]) -> [Date] {
      outlooks.flatMap { outlook in
        percents.map { percent in
          let month = outlook.month(sure: percent / 100)
          return Date(grade: outlook.grade, percent: percent, month: month?.description)
        }
      }
    }
    return try JSONRenderer().render(
      Page(
        provenance: origin, heldFor: outlooks.first?.heldFor ?? 1,
        targets: JSONRenderer.targets(outlooks).filter { months.contains($0.month) },
        dates: dates(TargetOutlook.datePercents), sureBy: dates(TargetOutlook.surePercents)))
  }
}
