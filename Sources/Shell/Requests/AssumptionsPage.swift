public import Reports
import WorkforceModel

/// `assumptions FILE`: the register of what a scenario takes for granted.
public enum AssumptionsPage {
  /// - Parameters:
  ///   - date: what dates of validity are held against, as typed; nil for the scenario's start
  ///   - isFlagged: only what something is missing from
  ///   - page: renders what is to be read
  /// - Throws: ``Faults`` for what is no month
  public static func report(
    _ loaded: LoadedScenario, on date: String?, flagged isFlagged: Bool, format: RunRequest.Format, version: String,
    page: (Document) -> String
  ) throws -> String {
    let month = date.flatMap { Month($0) }
    if let date, month == nil {
      throw Faults(
        "expected a month such as 2027-03, not '\(date)'",
        at: SourceRange(source: "--on", line: 1, column: 1, length: date.unicodeScalars.count))
    }
    let report = RegisterReport(AssumptionsRegister(loaded.read, on: month), flagged: isFlagged)
    switch format {
    case .table, .markdown: return page(report.document)
    case .csv: return report.csv
    case .json: return try report.json(loaded.origin(version: version))
    }
  }
}
