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

  /// The rows of a summary: by metric as asked for, month, statistic.
  /// - Parameter scenario: the stem of the scenario's file
  public static func rows(_ summary: RunSummary, scenario: String) -> [ResultRow] {
    let start = summary.selection.legend.start
    return summary.cells.flatMap { cell in
      let month = (start + cell.step).description
      return Statistic.allCases.compactMap { statistic in
        cell.value(statistic).map { value in
          ResultRow(
            scenario: scenario, place: "", metric: cell.metric.name, month: month, statistic: statistic.rawValue,
            value: value)
        }
      }
    }
  }
}
