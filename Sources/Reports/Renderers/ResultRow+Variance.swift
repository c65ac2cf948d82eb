public import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension ResultRow {
  /// The rows of a division of variance: by metric as asked for, month, statistic. Shares and their standard errors are
  /// fractions of the variance; the groups stand in the order in which the scenario comes to them.
  /// - Parameter scenario: the stem of the scenario's file
  public static func rows(_ summary: VarianceSummary, scenario: String) -> [ResultRow] {
    let legend = summary.selection.legend
    return summary.cells.flatMap { cell in
      var rows: [ResultRow] = []
      func add(_ statistic: String, _ value: Double) {
        rows.append(
          ResultRow(
            scenario: scenario, place: "", metric: cell.metric.name, month: (legend.start + cell.step).description,
            statistic: statistic, value: value))
      }
      func add(_ name: String, _ share: VarianceSplit.Share) {
        add("share-\(name)", share.value)
        add("share-\(name)-error", share.error)
      }
      if let variance = cell.variance { add("variance", variance) }
      guard let split = cell.split else { return rows }
      add("chance", split.chance)
      add("parameters", split.parameters)
      for (path, share) in zip(legend.groups, split.groups) {
        guard let share else { continue }
        add("share:\(path)", share.value)
        add("share-error:\(path)", share.error)
      }
      add("together", split.together)
      return rows
    }
  }
}
