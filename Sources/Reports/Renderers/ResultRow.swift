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
      func row(_ statistic: String, _ value: Double) -> ResultRow {
        ResultRow(
          scenario: scenario, place: "", metric: cell.metric.name, month: month, statistic: statistic, value: value)
      }
      let rows = Statistic.allCases.compactMap { statistic in
        cell.value(statistic).map { row(statistic.rawValue, $0) }
      }
      // What the statistics leave out is said where there is some.
      return rows + (cell.absent > 0 ? [row(absent, Double(cell.absent))] : [])
    }
  }
}
