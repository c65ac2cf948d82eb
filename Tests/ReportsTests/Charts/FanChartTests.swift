import Reports
import Testing
import WorkforceAnalysis
import WorkforceModel

/// What a fan draws lies where its numbers are.
@Suite struct FanChartTests {
  @Test(arguments: [5, 9, 14, 30])
  func theTargetIsInTheRowOfItsValue(height: Int) throws {
    for target in [5500.0, 6249, 7115, 8100] {
      let months = ChartExamples.fte.months
      let fan = FanChart(
        "", months: months, bands: ChartExamples.fte.bands, middle: ChartExamples.fte.middle,
        target: months.map { _ in target })
      let picture = Picture(.fan(fan), width: 120, .unicode, height: height)
      let rows = picture.plotted.indices.filter { picture.plotted[$0].cells.contains("═") }
      #expect(rows.count == 1)
      let row = try #require(rows.first)
      #expect(abs(try picture.value(row: row) - target) <= (try picture.unit) / 2 * 1.0001)
    }
  }

  /// The median of each month lies in the row of its value, and the bands about it are nested.
  @Test func theMedianIsInTheRowOfItsValueAndWithinTheBands() throws {
    let count = ChartExamples.fte.months.count
    // Two columns a month.
    let fan = FanChart(
      "", months: ChartExamples.fte.months, bands: ChartExamples.fte.bands, middle: ChartExamples.fte.middle)
    let width = 7 + 2 * count + 10
    let picture = Picture(.fan(fan), width: width, .unicode)
    let unit = try picture.unit
    #expect(picture.plotted.count == 14)
    for column in 0..<(2 * count) {
      let cells = picture.plotted.map { $0.cells.indices.contains(column) ? $0.cells[column] : " " }
      let place = try #require(cells.firstIndex(of: "●"), "column \(column)")
      #expect(cells.count { $0 == "●" } == 1)
      let value = try #require(fan.middle[column / 2])
      #expect(abs(try picture.value(row: place) - value) <= unit / 2 * 1.0001, "column \(column)")
      func levels(_ part: some Sequence<Character>) -> [Int] {
        part.map { " ░▒▓".map(\.self).firstIndex(of: $0) ?? -1 }
      }
      let (above, below) = (levels(cells[..<place]), levels(cells[(place + 1)...].reversed()))
      #expect(above == above.sorted() && below == below.sorted(), "column \(column): \(cells)")
      #expect((above + below).allSatisfy { $0 >= 0 })
    }
  }

  /// A cell is in a band exactly where the percentiles say so, to half a row.
  @Test func theBandsEndWhereTheirPercentilesAre() throws {
    let picture = Picture(.fan(ChartExamples.fte), width: 150, .unicode, height: 40)
    let unit = try picture.unit
    let last = try #require(picture.plotted.map { row in row.cells.lastIndex { "░▒▓●═".contains($0) } ?? 0 }.max())
    for (band, signs) in zip(ChartExamples.fte.bands, ["░▒▓●═", "▒▓●═", "▓●═"]) {
      let rows = picture.plotted.indices.filter { row in
        let cells = picture.plotted[row].cells
        return cells.indices.contains(last) && signs.contains(cells[last])
      }
      let (first, end) = (try #require(rows.first), try #require(rows.last))
      let (high, low) = (try #require(band.high.last ?? nil), try #require(band.low.last ?? nil))
      #expect(abs(try picture.value(row: first) - high) <= unit, "\(band.percent)")
      #expect(abs(try picture.value(row: end) - low) <= unit, "\(band.percent)")
    }
  }

  @Test func ticksAreRoundAndZeroIsMarked() throws {
    for (low, high) in [(0.0, 7.3), (-3.2, 4.1), (5152, 8206), (-0.02, 0.013), (0, 1e-9), (-4e11, 1e12)] {
      let fan = FanChart("", months: ChartExamples.months(2), bands: [], middle: [low, high])
      let ticks = Picture(.fan(fan), width: 80, .unicode).plotted.filter { !$0.left.isEmpty }.map(\.left)
      #expect((2...8).contains(ticks.count), "\(ticks)")
      let zeros = Picture(.fan(fan), width: 80, .unicode).plain.filter { $0.contains("┼") }
      #expect(zeros.count == (low <= 0 ? 1 : 0))
      #expect(zeros.allSatisfy { $0.trimmingBlanks.hasPrefix("0") })
      let values = ticks.compactMap { Picture.number(String($0.prefix { !$0.isLetter })) }
      #expect(values.count == ticks.count)
      for (upper, lower) in zip(values, values.dropFirst()) {
        let digits = "\(((upper - lower) * 1e6).rounded())".filter { ("1"..."9").contains($0) }
        #expect(["1", "2", "25", "5"].contains(digits), "\(ticks)")
      }
    }
  }

  @Test func aDifferenceAlwaysShowsZeroAndSigns() {
    for path in [[5.0, 61], [-61, -5], [0, 0]] {
      let fan = ChartExamples.fan("", path: path, spread: [0, 0.5], isDifference: true)
      let rows = Picture(.fan(fan), width: 80, .unicode).plain
      #expect(rows.count { $0.contains("┼") } == 1)
      let signed = fan.numbers.rows.flatMap { $0.dropFirst() }
      #expect(signed.allSatisfy { $0 == "0" || $0 == "0.0" || $0.hasPrefix("+") || $0.hasPrefix("−") }, "\(signed)")
    }
  }

  /// Not drawn, and not bridged over.
  @Test func monthsWithoutANumberAreEmpty() {
    let fan = FanChart("", months: ChartExamples.months(5), bands: [], middle: [1, .nan, 3, nil, .infinity])
    let picture = Picture(.fan(fan), width: 80, .unicode)
    let columns = Set(picture.plotted.flatMap { row in row.cells.indices.filter { row.cells[$0] == "●" } })
    #expect(columns == Set((0..<12).map(\.self) + (24..<36).map(\.self)))
    let nothing = FanChart("PO.fte", months: ChartExamples.months(5), bands: [], middle: [.nan, nil, nil, nil, nil])
    #expect(Picture(.fan(nothing), width: 80, .unicode).rows == ["PO.fte", "no numbers"])
  }

  /// A month that was not asked for is a gap: time is not squeezed.
  @Test func monthsAreAsFarApartAsInTheCalendar() {
    let start = ChartExamples.start
    let fan = FanChart("", months: [start, start + 24, start + 60], bands: [], middle: [1, 1, 1])
    let picture = Picture(.fan(fan), width: 120, .unicode)
    let columns = picture.plotted.flatMap { row in row.cells.indices.filter { row.cells[$0] == "●" } }
    #expect(columns == Array(0..<12) + Array(24..<36) + Array(60..<72))
  }

  @Test func wordsTellTheTarget() {
    let words = ChartExamples.fte.words.joined()
    #expect(words.contains("target 7,115 in Sep 2029, which the median does not reach"))
    let fan = FanChart("x", months: ChartExamples.months(3), bands: [], middle: [1, 5, 6], target: [5, 5, 5])
    #expect(
      fan.words == [
        "x: median 1 in Sep 2024, 6 in Nov 2024; target 5 in Nov 2024, the median is first at its target in Oct 2024."
      ])
  }
}
