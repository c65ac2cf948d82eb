public import Reports
import WorkforceModel

/// `diff A B`: the assumptions that differ.
public enum DifferencesPage {
  /// - Parameters:
  ///   - loaded: at least two scenarios
  ///   - isWhole: names, notes, published figures and where values come from too
  ///   - page: renders what is to be read
  /// - Throws: ``Faults`` for fewer than two scenarios, or more than there are letters for
  public static func report(
    _ loaded: [LoadedScenario], all isWhole: Bool, format: RunRequest.Format, version: String,
    page: (Document) -> String
  ) throws -> String {
    try PreparedComparison.check(count: loaded.count)
    let report = DifferencesReport(
      loaded.map(\.scenario), names: PreparedComparison.stems(loaded), scope: isWhole ? .everything : .assumptions)
    switch format {
    case .table, .markdown: return page(report.document)
    case .csv: return report.csv
    case .json: return try report.json(loaded.map { $0.origin(version: version) })
    }
  }
}
