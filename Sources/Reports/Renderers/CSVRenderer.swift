import WorkforceModel

/// Tidy CSV, one value a row: RFC 4180 with line feeds, the shortest decimals that read back as the same number.
public struct CSVRenderer: Sendable {
  public init() {}

  public func render(_ rows: [ResultRow]) -> String {
    var text = "scenario,place,metric,month,statistic,value\n"
    text.reserveCapacity(rows.count * 64)
    for row in rows {
      text += CSVRenderer.field(row.scenario)
      text += ","
      text += CSVRenderer.field(row.place)
      text += ","
      text += row.metric
      text += ","
      text += row.month
      text += ","
      text += row.statistic
      text += ","
      text += NumberText.shortest(row.value)
      text += "\n"
    }
    return text
  }

  /// Rows of text under named columns.
  public func render(_ columns: [String], _ rows: [[String]]) -> String {
    ([columns] + rows).map { $0.map(CSVRenderer.field).joined(separator: ",") + "\n" }.joined()
  }

  /// Quoted where it must be.
  static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
