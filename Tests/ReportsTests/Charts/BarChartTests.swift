import Reports
import Testing

/// What histograms, strips and bridges draw is as long, as high and where their numbers are.
@Suite struct BarChartTests {
  private static let eighths = Array("▏▎▍▌▋▊▉█")

  /// The length of a row's bar in eighths of a cell.
  private static func length(_ cells: [Character]) -> Int {
    cells.prefix { eighths.contains($0) }.reduce(0) { $0 + 1 + (eighths.firstIndex(of: $1) ?? 0) }
  }

  @Test func barsOfAHistogramAreProportional() throws {
    let picture = Picture(.histogram(ChartExamples.histogram), width: 100, .unicode)
    let rows = picture.plotted.map { row -> (count: Int, length: Int) in
      let numbers = String(row.cells).split(separator: " ").compactMap { Int($0.replacing(",", with: "")) }
      return (numbers.first ?? -1, Self.length(row.cells))
    }
    #expect(rows.map(\.count).reduce(0, +) == 10_000)
    let longest = try #require(rows.max { $0.count < $1.count })
    #expect(longest.length > 200)
    for row in rows {
      let wanted = Double(row.count) / Double(longest.count) * Double(longest.length)
      #expect(abs(Double(row.length) - max(1, wanted)) <= 0.5, "\(row)")
    }
  }

  @Test func whatIsNotNothingIsSeen() {
    let chart = Chart.histogram(HistogramChart("", values: [Double](repeating: 1, count: 99_999) + [9]))
    for (tier, sign) in [(ChartTier.unicode, "▏"), (.ascii, "#")] {
      let rows = Picture(chart, width: 60, tier).rows
      #expect(rows.count == 9)
      #expect(rows.last?.contains(sign) == true)
      #expect(rows[4].contains(sign) == false)
    }
    let strip = StripChart("", months: ChartExamples.months(3), rows: [StripChart.Row("a", shares: [0, 0.0001, 1])])
    #expect(
      Picture(.strip(strip), width: 60, .unicode).plotted[0].cells.prefix(36)
        == Array(
          String(repeating: " ", count: 12) + String(repeating: "▁", count: 12) + String(repeating: "█", count: 12))[
          ...])
  }

  /// Every value is counted once, where it belongs.
  @Test func binsHoldWhatIsBetweenTheirEnds() {
    let values = (0..<1000).map { Double($0 * 37 % 1000) / 10 }
    let rows = HistogramChart("", values: values).numbers.rows
    #expect(rows.map { $0[0] } == (0..<10).map { "\($0 * 10) to \($0 * 10 + 10)" })
    #expect(rows.allSatisfy { $0[1] == "100" })
    let whole = HistogramChart("", values: [3, 3, 5, 4, 4, 4]).numbers.rows
    #expect(whole == [["3", "2", "33.3 %"], ["4", "3", "50.0 %"], ["5", "1", "16.7 %"]])
    #expect(HistogramChart("", values: [5436.25, 5436.25]).numbers.rows == [["5,400 to 5,500", "2", "100.0 %"]])
    #expect(HistogramChart("", values: [7, 7]).numbers.rows == [["7", "2", "100.0 %"]])
    // The largest share does not begin a bin beyond 100 %.
    let shares = HistogramChart("", values: [0.9, 1], unit: .share).numbers.rows
    #expect(shares.last?[0].hasSuffix("100 %") == true, "\(shares)")
  }

  @Test func theRowsOfPercentilesAreMarked() {
    let values = (0...100).map(Double.init)
    let rows = Picture(.histogram(HistogramChart("", values: values, target: 73)), width: 80, .unicode).plain
    let marked = rows.filter { $0.contains("◂") }.map { row in
      (row.split(separator: " ").first.map(String.init) ?? "", row.split(separator: "◂").last?.trimmingBlanks ?? "")
    }
    #expect(marked.map(\.0) == ["0", "50", "70", "90"])
    #expect(marked.map(\.1) == ["p5", "median", "target", "p95"])
  }

  @Test func aStripIsAsHighAsItsProbabilityAndMarksWhereItIsSure() throws {
    let shares = (0..<20).map { Double($0) / 20 }
    let strip = StripChart("", months: ChartExamples.months(20), rows: [StripChart.Row("PO", shares: shares)])
    let rows = Picture(.strip(strip), width: 70, .unicode).plain
    let cells = Array(rows[0])
    let begin = try #require(cells.firstIndex(of: "│")) + 1
    let end = try #require(cells.lastIndex(of: "│"))
    let columns = end - begin
    for column in 0..<columns {
      let share = shares[(2 * column + 1) * 20 / (2 * columns)]
      let height = "▁▂▃▄▅▆▇█".map(\.self).firstIndex(of: cells[begin + column]).map { Double($0 + 1) / 8 } ?? 0
      #expect(abs(height - share) <= (share > 0 && share < 0.0625 ? 0.125 : 0.0626), "column \(column)")
    }
    // 80 % is first reached in the seventeenth month.
    let mark = try #require(Array(rows[1]).firstIndex(of: "▴")) - begin
    #expect((2 * mark + 1) * 20 / (2 * columns) == 16)
    #expect(rows[0].hasSuffix("80 % in Jan 2026"))
  }

  /// Each bar begins where the one before it ends, and the last is as long as the closing bar.
  @Test func aBridgeHoldsTogether() throws {
    for chart in [ChartExamples.bridge, ChartExamples.bridgeOfDifference] {
      let bridge = try #require(chart)
      #expect(abs(bridge.steps.reduce(bridge.opening.value) { $0 + $1.value } - bridge.closing.value) < 1e-9)
      let rows = Array(Picture(.bridge(bridge), width: 100, .unicode).plain.dropFirst().prefix(bridge.steps.count + 2))
      let spans = try rows.map { row -> (sign: Character, range: Range<Int>) in
        let cells = Array(row)
        let first = try #require(cells.firstIndex { "≈█▓░".contains($0) })
        let last = try #require(cells.lastIndex { "≈█▓░".contains($0) })
        return (cells[last], first..<last + 1)
      }
      var level = spans[0].range.upperBound
      for (step, span) in zip(bridge.steps, spans.dropFirst()) {
        #expect(span.sign == (step.value > 0 ? "▓" : "░"))
        // A step of less than a cell has one that may stick out.
        if step.value > 0 {
          #expect(abs(span.range.lowerBound - level) <= (span.range.count == 1 ? 1 : 0), "\(step.label)")
          level = span.range.upperBound
        } else {
          #expect(abs(span.range.upperBound - level) <= (span.range.count == 1 ? 1 : 0), "\(step.label)")
          level = span.range.lowerBound
        }
      }
      #expect(abs(level - (spans.last?.range.upperBound ?? 0)) <= 1)
      // Lengths are proportional to what is added.
      let longest = try #require(zip(bridge.steps, spans.dropFirst()).max { $0.1.range.count < $1.1.range.count })
      let perCell = abs(longest.0.value) / Double(longest.1.range.count)
      for (step, span) in zip(bridge.steps, spans.dropFirst()) {
        #expect(abs(abs(step.value) / perCell - Double(span.range.count)) <= 1.1, "\(step.label)")
      }
    }
  }

  @Test func aBridgeOfDifferencesGoesFromOneClosingToTheOther() throws {
    let first = try #require(ChartExamples.bridge)
    let second = try #require(
      BridgeChart(
        "", opening: first.opening,
        steps: [
          BridgeChart.Step("qualifiers", 4200), BridgeChart.Step("leavers", -2350.1), BridgeChart.Step("returners", 3),
        ],
        closing: "Sep 2029"))
    let bridge = try #require(BridgeChart("", from: first, to: second, labels: ("A", "B")))
    #expect(abs(bridge.closing.value - second.closing.value) < 1e-9)
    #expect(bridge.steps.map(\.label) == ["joiners", "qualifiers", "moves in", "moves out", "returners"])
    #expect(bridge.opening.value == first.closing.value)
  }

  @Test func aBridgeRefusesWhatIsNotANumber() {
    for value in [Double.nan, .infinity, 1e200] {
      #expect(
        BridgeChart("", opening: BridgeChart.Step("", 1), steps: [BridgeChart.Step("", value)], closing: "") == nil)
    }
  }
}
