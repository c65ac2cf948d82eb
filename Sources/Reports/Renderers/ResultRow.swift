public import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// One value of a result, as CSV and JSON carry it.
public struct ResultRow: Sendable, Equatable, Encodable {
  public var scenario: String
  /// Empty without regions.
  public var place: String
  public var metric: String
  /// `2024-10`.
  public var month: String
  public var statistic: String
  public var value: Double

  /// In how many futures a number does not exist, such as a ratio to nobody.
  static let absent = "absent"

  /// The rows of a summary: by metric as asked for, month, statistic.
  /// - Parameter scenario: the stem of the scenario's file
  public static func rows(_ summary: RunSummary, scenario: String) -> [ResultRow] {
    let start = summary.selection.legend.start
    return summary.cells.flatMap { cell in
      let month = (start + cell.step).description
      return statistics(of: cell).map { statistic, value in
        ResultRow(
          scenario: scenario, place: "", metric: cell.metric.name, month: month, statistic: statistic, value: value)
      }
    }
  }

  /// The statistics of a metric in a month that exist, by name.
  static func statistics(of cell: RunSummary.Cell) -> [(name: String, value: Double)] {
    var rows: [(name: String, value: Double)] = []
    rows.reserveCapacity(Statistic.allCases.count + 1)
    for statistic in Statistic.allCases {
      if let value = cell.value(statistic) { rows.append((statistic.rawValue, value)) }
    }
    // What the statistics leave out is said where there is some.
    if cell.absent > 0 { rows.append((absent, Double(cell.absent))) }
    return rows
  }
}
