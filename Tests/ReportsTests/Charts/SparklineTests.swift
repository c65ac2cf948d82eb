import Reports
import Testing

/// Series in rows of tables.
@Suite struct SparklineTests {
  @Test func columnsAreAsHighAsTheirValues() {
    let values: [Double?] = [0, 1, 2, 3, 4, 5, 6, 7]
    #expect(Sparkline.text(values, cells: 8, .unicode) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text(values, cells: 8, .ascii) == "_.-~=+*#")
    #expect(Sparkline.text(values.reversed(), cells: 8, .colour) == "█▇▆▅▄▃▂▁")
    #expect(Sparkline.text(values, cells: 8, .words) == "")
    // On a scale of somebody else's.
    #expect(Sparkline.text(values, cells: 8, scale: 0...70, .unicode) == "▁▁▁▁▁▂▂▂")
    #expect(Sparkline.text([-5, 100], cells: 8, scale: 0...7, .unicode) == "▁█")
  }

  @Test func gapsAndSameness() {
    #expect(Sparkline.text([0, nil, .nan, .infinity, 7], cells: 8, .unicode) == "▁···█")
    #expect(Sparkline.text([nil, nil], cells: 8, .unicode) == "··")
    #expect(Sparkline.text([3, 3], cells: 8, .unicode) == "▄▄")
    #expect(Sparkline.text([], cells: 8, .unicode) == "")
    #expect(Sparkline.text([1e12, 2e12], cells: 2, .unicode) == "▁█")
  }

  /// The first and the last are always among those shown.
  @Test func longSeriesAreThinned() {
    for count in 2...30 {
      let values = (0..<97).map { Optional(Double($0)) }
      let text = Sparkline.text(values, cells: count, .unicode)
      #expect(text.count == count && text.first == "▁" && text.last == "█")
      #expect(Array(text) == text.sorted())
    }
  }

  private static func table(_ scale: SparklineColumn.Scale) -> Table {
    Table(
      [Table.Column(""), Table.Column("n", numeric: true)], rows: [["A", "1"], ["B", "2"]],
      sparklines: [SparklineColumn("path", series: [[0, 7], [0, 70]], scale: scale)])
  }

  @Test func rowsHaveAScaleOfTheirOwnOrOneForAll() {
    func rendered(_ scale: SparklineColumn.Scale, _ tier: ChartTier?) -> String {
      TextRenderer(width: 60, charts: tier.map { ChartStyle($0) }).render(Document([.table(Self.table(scale))]))
    }
    #expect(rendered(.own, .unicode) == "    n          path\nA   1   ▁█  0 to  7\nB   2   ▁█  0 to 70\n")
    #expect(rendered(.shared, .unicode) == "    n          path\nA   1   ▁▂  0 to  7\nB   2   ▁█  0 to 70\n")
    // Who reads without pictures, or listens, gets the ranges.
    for tier in [ChartTier?.none, .words] {
      #expect(rendered(.shared, tier) == "    n      path\nA   1   0 to  7\nB   2   0 to 70\n")
    }
  }

  @Test func aTableFitsItsWidth() {
    for width in 22...200 {
      for tier in ChartTier.allCases {
        let text = TextRenderer(width: width, charts: ChartStyle(tier)).render(Document([.table(ChartExamples.table)]))
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width }, "\(width), \(tier):\n\(text)")
      }
    }
  }
}
