import BuiltProgram
import Foundation
import Reports
import Testing

/// The pictures of docs/charts.md are those that are drawn.
@Suite struct ChartPageTests {
  @Test func everyPictureIsCurrent() throws {
    let file = try BuiltProgram.repository().appendingPathComponent("docs/charts.md")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let blocks = page.components(separatedBy: "```text\n").dropFirst().map { part in
      part.components(separatedBy: "```").first ?? ""
    }
    #expect(blocks.count == ChartExamples.documented.count)
    for (block, example) in zip(blocks, ChartExamples.documented) {
      #expect(block == example.text, "docs/charts.md, \(example.name): put this into its block:\n\(example.text)")
    }
  }

  /// Two samples to a row: of two halves the upper is the foreground, and what is empty is not coloured.
  @Test func coloursOfASmallFan() {
    let rows = Chart.fan(
      FanChart(
        "", months: ChartExamples.months(2),
        bands: [
          FanChart.Band(percent: 90, low: [0, 0], high: [0, 10]),
          FanChart.Band(percent: 50, low: [0, 3], high: [0, 7]),
        ], middle: [0, 5], target: [nil, 8])
    ).rows(width: 60, ChartStyle(.colour, height: 5))
    let (escape, blank) = ("\u{1B}", String(repeating: " ", count: 12))
    func run(_ sign: Character, _ codes: String) -> String {
      "\(escape)[\(codes)m" + String(repeating: sign, count: 12)
    }
    #expect(
      rows == [
        "10 ┤\(blank)\(run("▄", "38;5;110"))\(escape)[0m p95    10",
        "   │\(blank)\(run("═", "38;5;208;48;5;68"))\(escape)[0m target  8",
        " 5 ┤\(blank)\(run("▀", "48;5;68"))\(escape)[0m p50     5",
        "   │\(blank)\(run("▀", "38;5;68;48;5;110"))\(escape)[0m",
        " 0 ┼\(String(repeating: "▀", count: 12))\(run("▀", "38;5;110"))\(escape)[0m p5      0",
        "   └──────┬───────────┬─────",
        "      Sep 2024    Oct 2024",
        "    \(escape)[38;5;110;48;5;110m▀\(escape)[0m 90 %   \(escape)[38;5;68;48;5;68m▀\(escape)[0m 50 %   ▀ median   "
          + "\(escape)[38;5;208m═\(escape)[0m target 8",
      ], "\(rows.map(\.debugDescription).joined(separator: "\n"))")
  }

  @Test func asciiOfEveryOtherKind() {
    func text(_ chart: Chart) -> String { chart.rows(width: 40, ChartStyle(.ascii, height: 6)).joined(separator: "\n") }
    #expect(
      text(.histogram(HistogramChart("Heads", values: [-1, 0, 0, 0, 1, 1, 2], target: 2))) == """
        Heads
        -1 |######              14.3 %  < p5
         0 |##################  42.9 %  < median
         1 |############        28.6 %  < p95
         2 |######              14.3 %  < target
        """)
    let strip = StripChart(
      "", months: ChartExamples.months(5), rows: [StripChart.Row("PO", shares: [nil, 0, 0.5, 0.8, 1])])
    #expect(
      text(.strip(strip)) == """
        PO |,,,,,,,       ~~~~~~~+++++++#######|
                           50 %     ^    100 %
            ---+-------------+-------------+---
           Sep 2024      Nov 2024      Jan 2025
            _ few futures   # all   ^ first 80 %
            , no target
        """)
    let bridge = BridgeChart(
      "Heads", opening: BridgeChart.Step("A", 10),
      steps: [BridgeChart.Step("joiners", 5), BridgeChart.Step("leavers", -3)], closing: "B")
    #expect(
      bridge.map { text(.bridge($0)) } == """
        Heads
        A       ~#######                      10
        joiners         +++++++++++++++++++++ +5
        leavers                  ------------ -3
        B       ~################             12
                + adds   - takes away
                ~ bars begin at 8
        """)
  }
}
