public import WorkforceAnalysis
public import WorkforceModel

/// Cohorts from start to leaving: as table, CSV and JSON.
public struct CohortReport {
  private let summary: CohortSummary
  private let scenario: Scenario
  private let changes: [String]
  /// Start months that were not asked for.
  private let others: [Month]

  public init(_ summary: CohortSummary, _ scenario: Scenario, changes: [String], others: [Month]) {
    self.summary = summary
    self.scenario = scenario
    self.changes = changes
    self.others = others
  }

  public var document: Document {
    let futures = Shown.count(summary.replicates, "future")
    var blocks: [Document.Block] = [
      .paragraph("\(scenario.name.value) · cohorts · \(futures) · seed \(scenario.seed.value)")
    ]
    if !changes.isEmpty { blocks.append(.paragraph("Changed: " + changes.joined(separator: " · "))) }
    for group in summary.groups {
      let name = group.pathway == "all" ? "All pathways" : group.pathway
      let who = group.started > scenario.start.value ? "starters" : "at the opening"
      let people = CohortReport.people(group.starters)
      blocks.append(.heading("\(name), started \(group.started.shown): \(people) \(who)"))
      blocks.append(.table(table(group)))
    }
    blocks.append(
      .note(
        "Means over \(futures), with their share of the starters; the last row holds eight futures in ten. In post: in "
          + "the grade that they qualified into; moved on: qualified, in another grade; reverted: withdrawn, in the "
          + "service. The six that are not indented sum to the starters."))
    if !others.isEmpty {
      let names = Suggestion.list(others.map(\.description))
      blocks.append(.note("Others start in \(names): name them with --started."))
    }
    return Document(blocks)
  }

  private static func people(_ distribution: CountDistribution) -> String { Shown.whole(distribution.mean ?? 0) }

  private func table(_ group: CohortSummary.Group) -> Table {
    var table = Table([Table.Column("")] + group.months.map { Table.Column($0.shown, numeric: true) })
    let starters = group.starters.mean ?? 0
    for standing in CohortSummary.Standing.allCases {
      let cells = (group.counts[standing] ?? []).map { distribution in
        let mean = distribution.mean ?? 0
        let share = starters > 0 ? Shown.percent(mean / starters, decimals: 0) : "–"
        return "\(Shown.whole(mean)) (\(share))"
      }
      table.rows.append([standing.words] + cells)
    }
    let spread = (group.counts[.inPost] ?? []).map { distribution in
      let (low, high) = (distribution.percentile(10) ?? 0, distribution.percentile(90) ?? 0)
      return "\(Shown.whole(low)) to \(Shown.whole(high))"
    }
    table.rows.append(["in post, 10 to 90 %"] + spread)
    return table
  }

  // MARK: files

  /// Tidy rows: the metric is `PQiP-15@2025-03.in-post`.
  public func rows(_ stem: String) -> [ResultRow] {
    summary.groups.flatMap { group in
      let starters = CohortReport.rows(
        stem, "\(group.name).starters", group.started.description, group.starters)
      let later = CohortSummary.Standing.allCases.flatMap { standing in
        zip(group.months, group.counts[standing] ?? []).flatMap { month, distribution in
          CohortReport.rows(stem, "\(group.name).\(standing.rawValue)", month.description, distribution)
        }
      }
      return starters + later
    }
  }

  private static func rows(
    _ stem: String, _ metric: String, _ month: String, _ distribution: CountDistribution
  ) -> [ResultRow] {
    let summary = NumberSummary(distribution, scale: 1)
    return Statistic.allCases.compactMap { statistic in
      summary.value(statistic).map {
        ResultRow(
          scenario: stem, place: "", metric: metric, month: month, statistic: statistic.rawValue, value: $0)
      }
    }
  }

  public func json(_ stem: String, _ origin: JSONRenderer.Origin) throws -> String {
    try JSONRenderer().render(rows(stem), targets: [], origin: origin)
  }
}
