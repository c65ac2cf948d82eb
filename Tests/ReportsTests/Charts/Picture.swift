import Reports
import Testing

/// A chart as it was drawn, for tests to measure.
struct Picture {
  let rows: [String]

  init(_ chart: Chart, width: Int, _ tier: ChartTier, height: Int = 14) {
    rows = chart.rows(width: width, ChartStyle(tier, height: height))
  }

  /// Without colours.
  var plain: [String] { rows.map(Picture.plain) }

  static func plain(_ row: String) -> String {
    guard row.utf8.contains(0x1B) else { return row }
    return row.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  /// The rows of a plot, by what stands at their left and right and in between, the top one first; the axis of a fan
  /// or the side of a bar is what divides them.
  var plotted: [(left: String, cells: [Character])] {
    plain.compactMap { row in
      guard let side = row.firstIndex(where: { "│┤┼".contains($0) }) else { return nil }
      return (row[..<side].trimmingBlanks, Array(row[row.index(after: side)...]))
    }
  }

  /// The numbers of the axis by row, from the top.
  var ticks: [(row: Int, value: Double)] {
    plotted.enumerated().compactMap { position, row in Picture.number(row.left).map { (position, $0) } }
  }

  /// The value in the middle of a row, by the ticks.
  func value(row: Int) throws -> Double { try first.value - Double(row - first.row) * unit }

  /// What a row covers, by the ticks.
  var unit: Double {
    get throws {
      let last = try #require(ticks.last)
      return (try first.value - last.value) / Double(try #require(last.row == first.row ? nil : last.row - first.row))
    }
  }

  private var first: (row: Int, value: Double) { get throws { try #require(ticks.first) } }

  static func number(_ text: String) -> Double? {
    Double(text.replacing("−", with: "-").replacing(",", with: "").replacing("+", with: "").replacing(" %", with: ""))
  }
}

extension StringProtocol {
  var trimmingBlanks: String { String(String(drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed()) }
}
