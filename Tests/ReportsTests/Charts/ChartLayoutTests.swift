import Reports
import Testing
import WorkforceModel

/// What holds for every chart at every width in every tier.
@Suite struct ChartLayoutTests {
  static let all = ChartExamples.charts + ChartExamples.hardCharts

  @Test(arguments: ChartTier.allCases)
  func noRowIsWiderThanThereIsRoom(tier: ChartTier) {
    let widths = Array(20...60) + Array(stride(from: 63, through: 200, by: 4)) + [200]
    for (chart, widths) in ChartExamples.charts.map({ ($0, Array(20...200)) })
      + ChartExamples.hardCharts.map({ ($0, widths) })
    {
      for width in widths {
        let picture = Picture(chart, width: width, tier)
        #expect(!picture.rows.isEmpty)
        for row in picture.plain where DisplayWidth.of(row) > width {
          Issue.record("\(chart.title), \(tier), width \(width): \(DisplayWidth.of(row)) columns:\n\(row)")
        }
      }
    }
  }

  @Test func theNumbersUnderItFitToo() {
    for chart in Self.all {
      for width in stride(from: 20, through: 200, by: 3) {
        let text = TextRenderer(width: width, charts: ChartStyle(.unicode)).render(Document([.chart(chart)]))
        #expect(
          text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width }, "\(chart.title) \(width)\n\(text)")
      }
    }
  }

  /// Where one tier has something, the other has too; texts are the same.
  @Test func colourAndUnicodeHaveOneLayout() {
    let drawn = Set("░▒▓●▀▄█")
    for chart in Self.all {
      for width in stride(from: 20, through: 200, by: 9) {
        let colour = Picture(chart, width: width, .colour).plain
        let unicode = Picture(chart, width: width, .unicode).plain
        guard colour.count == unicode.count else {
          Issue.record("\(chart.title), width \(width): \(colour.count) and \(unicode.count) rows")
          continue
        }
        for (first, second) in zip(colour, unicode) {
          let isSame =
            first.count == second.count
            && zip(first, second).allSatisfy { $0 == $1 || (drawn.contains($0) && drawn.contains($1)) }
          #expect(isSame, "\(chart.title), width \(width):\n\(first)\n\(second)")
        }
      }
    }
  }

  @Test func asciiIsASCIIOfTheSameRows() {
    for chart in Self.all {
      for width in stride(from: 20, through: 200, by: 9) {
        let ascii = Picture(chart, width: width, .ascii).rows
        #expect(ascii.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(chart.title):\n\(ascii)")
        // Texts that are not ASCII may be of another width there.
        guard !chart.title.isEmpty, chart.title.allSatisfy(\.isASCII) else { continue }
        #expect(ascii.count == Picture(chart, width: width, .unicode).rows.count, "\(chart.title), width \(width)")
      }
      let whole = TextRenderer(width: 80, charts: ChartStyle(.ascii)).render(Document([.chart(chart)]))
      #expect(whole.utf8.allSatisfy { $0 < 0x7F }, "\(whole)")
    }
  }

  @Test func coloursAreResetBeforeEachLineEnd() {
    var coloured = 0
    for chart in Self.all {
      for row in Picture(chart, width: 80, .colour).rows {
        guard let last = row.matches(of: /\u{1B}\[([0-9;]*)m/).last else { continue }
        coloured += 1
        #expect(last.1 == "0", "\(row)")
        #expect(!Picture.plain(row).contains("\u{1B}"))
      }
      for tier in [ChartTier.unicode, .ascii, .words] {
        #expect(Picture(chart, width: 80, tier).rows.allSatisfy { !$0.contains("\u{1B}") })
      }
    }
    #expect(coloured > 100)
  }

  /// Letters, digits and signs of sentences: nothing that a screen reader spells.
  @Test func wordsAreWords() {
    for chart in ChartExamples.charts {
      let text = chart.words.joined()
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII || "−–".unicodeScalars.contains($0) }, "\(text)")
      #expect(text.hasSuffix("."))
    }
  }

  /// A program that reads gets numbers, never a picture.
  @Test func withoutATierThereAreNumbersAlone() {
    for chart in ChartExamples.charts {
      let text = TextRenderer(width: 100).render(Document([.chart(chart)]))
      #expect(text == chart.title + "\n" + TextRenderer(width: 100).render(Document([.table(chart.numbers)])))
      #expect(!text.contains { "░▒▓●█▏│┤".contains($0) })
    }
  }

  /// As docs/charts.md says where there is little room.
  @Test func partsAreLeftOutInOrder() throws {
    func rows(_ chart: Chart, _ width: Int) -> String {
      Picture(chart, width: width, .unicode).rows.joined(separator: "\n")
    }
    func expect(_ chart: Chart, _ width: Int, has present: [String], not absent: [String]) {
      let text = rows(chart, width)
      for part in present where !text.contains(part) { Issue.record("no \(part) at width \(width):\n\(text)") }
      for part in absent where text.contains(part) { Issue.record("\(part) at width \(width):\n\(text)") }
    }
    let fan = Chart.fan(ChartExamples.fte)
    expect(fan, 60, has: ["● p50    6,804\n", "8,000 ┤"], not: [])
    expect(fan, 44, has: ["● 6,804\n", "8,000 ┤"], not: ["p50"])
    expect(fan, 30, has: ["●\n", "8,000 ┤"], not: ["6,804"])
    let long = Chart.fan(FanChart("", months: ChartExamples.months(2), bands: [], middle: [1e14, 1e14 + 1e8]))
    expect(long, 60, has: ["tn ┤"], not: [])
    expect(long, 20, has: ["\n┤"], not: ["tn"])
    let histogram = Chart.histogram(ChartExamples.histogram)
    expect(histogram, 60, has: ["6,000 to 6,200 │", "2,348", "23.5 %", "◂ median"], not: [])
    expect(histogram, 54, has: ["6,000 to 6,200 │", "23.5 %", "◂ median"], not: ["2,348"])
    expect(histogram, 40, has: ["6,000 │", "23.5 %", "◂ median"], not: [" to "])
    expect(histogram, 26, has: ["6,000 │", "◂ median"], not: [" %"])
    expect(histogram, 20, has: ["6,000 │", "◂"], not: ["median"])
    expect(.strip(ChartExamples.strip), 60, has: ["PSO │", "│ 80 % in no month"], not: [])
    expect(.strip(ChartExamples.strip), 30, has: ["PSO │"], not: ["no month"])
    let bridge = Chart.bridge(try #require(ChartExamples.bridgeOfDifference))
    expect(bridge, 40, has: ["bigger autumn intake ≈"], not: [])
    expect(bridge, 26, has: ["bigger aut… ≈"], not: [])
  }

  @Test func markdownHasTheUnicodeTierInABlock() {
    let text = MarkdownRenderer().render(Document([.chart(.fan(ChartExamples.fte))]))
    let picture = Picture(.fan(ChartExamples.fte), width: 80, .unicode).rows.joined(separator: "\n")
    #expect(text.hasPrefix("```text\n\(picture)\n```\n\n|  | Sep 2024 |"))
  }
}
