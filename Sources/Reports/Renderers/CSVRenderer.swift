import WorkforceModel
import WorkforceSimulation

/// Tidy CSV, one value a row: RFC 4180 with line feeds, the shortest decimals that read back as the same number.
public struct CSVRenderer: Sendable {
  public init() {}

  static let header = "scenario,place,metric,month,statistic,value\n"

  public func render(_ rows: [ResultRow]) -> String { CSVRenderer.header + lines(rows) }

  /// The rows without the header.
  func lines(_ rows: [ResultRow]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(rows.count * 64)
    for row in rows {
      let front = CSVRenderer.front(row.scenario, row.place, row.metric, row.month)
      CSVRenderer.append(front, row.statistic, row.value, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands before the statistic.
  private static func front(_ scenario: String, _ place: String, _ metric: String, _ month: String) -> [UInt8] {
    Array("\(field(scenario)),\(field(place)),\(metric),\(month),".utf8)
  }

  static func append(_ front: [UInt8], _ statistic: String, _ value: Double, to text: inout [UInt8]) {
    text += front
    text += statistic.utf8
    text.append(0x2C)
    NumberText.appendShortest(value, to: &text)
    text.append(0x0A)
  }

  /// Rows of text under named columns.
  public func render(_ columns: [String], _ rows: [[String]]) -> String {
    lines([columns] + rows)
  }

  /// Rows of text.
  func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(CSVRenderer.field).joined(separator: ",") + "\n" }.joined()
  }

  /// Quoted where it must be.
  static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
