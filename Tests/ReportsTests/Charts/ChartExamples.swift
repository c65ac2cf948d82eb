import Reports
import WorkforceAnalysis
import WorkforceModel

/// Charts to test with, of made numbers; those of the documentation among them.
enum ChartExamples {
  static let start = Month(year: 2024, month: 9)

  static func months(_ count: Int) -> [Month] { (0..<count).map { start + $0 } }

  /// A normal distribution's points: how many standard deviations from its middle.
  static let points: [(Statistic, Double)] = [
    (.p5, -1.645), (.p10, -1.282), (.p25, -0.674), (.p50, 0), (.p75, 0.674), (.p90, 1.282), (.p95, 1.645),
  ]

  /// A fan about a path, as wide at each month as a spread.
  static func fan(
    _ title: String, path: [Double], spread: [Double], target: [Double?] = [], unit: ChartUnit = .number,
    isDifference: Bool = false
  ) -> FanChart {
    let statistics = points.map { statistic, deviations in
      (statistic, zip(path, spread).map { middle, width -> Double? in middle + deviations * width })
    }
    return FanChart(
      title, months: months(path.count), statistics: Dictionary(uniqueKeysWithValues: statistics), target: target,
      unit: unit, isDifference: isDifference)
  }

  private static let run = (0...60).map(Double.init)

  /// Grows with the square root of time, as chance does.
  static let fte = fan(
    "PO.fte", path: run.map { 5436 + 30 * $0 - 0.12 * $0 * $0 }, spread: run.map { 110 * $0.squareRoot() },
    target: run.map { $0 < 6 ? 6160 : 7115 })

  static let difference = fan(
    "PO.fte, difference", path: run.map { min(61, 5.5 * max(0, $0 - 36)) },
    spread: run.map { 1.2 * max(0, $0 - 36).squareRoot() }, isDifference: true)

  /// 10,000 sums of twelve uniform numbers each: bell-shaped.
  static let histogram: HistogramChart = {
    var values: [Double] = []
    var state: UInt64 = 1
    for _ in 0..<10_000 {
      var sum = 0.0
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += Double(state >> 33) / Double(UInt64(1) << 31)
      }
      values.append(6101 + 324 * (sum - 6))
    }
    return HistogramChart("PO.fte in Sep 2029", values: values, target: 6500)
  }()

  static let strip = StripChart(
    "Probability of being at target", months: months(61),
    rows: [
      StripChart.Row(
        "PO", shares: (0...60).map { $0 < 10 ? 0 : min(0.93, Double($0 - 10) * 0.0195) }, replicates: 10_000),
      StripChart.Row("PSO", shares: (0...60).map { $0 < 3 ? nil : 0.48 + 0.3 * Double($0) / 60 }, replicates: 10_000),
    ])

  static let bridge = BridgeChart(
    "PO.heads, means", opening: BridgeChart.Step("Sep 2024", 5783.4),
    steps: [
      BridgeChart.Step("joiners", 230.2), BridgeChart.Step("qualifiers", 4128.6), BridgeChart.Step("moves in", 48),
      BridgeChart.Step("leavers", -2350.1), BridgeChart.Step("moves out", -1310.7),
    ], closing: "Sep 2029")

  static let bridgeOfDifference = BridgeChart(
    "PO.heads at Sep 2029, difference", opening: BridgeChart.Step("as opened", 6529.4),
    steps: [
      BridgeChart.Step("qualifiers", 68.2), BridgeChart.Step("leavers", -6.4), BridgeChart.Step("moves out", -2.1),
    ],
    closing: "bigger autumn intake")

  /// A table with a series in each row.
  static let table = Table(
    [Table.Column("grade"), Table.Column("Sep 2029", numeric: true)],
    rows: [["PO", "6,804"], ["PSO", "3,275"], ["SPO", "1,494"]],
    sparklines: [
      SparklineColumn(
        "FTE, median",
        series: [
          fte.middle, (0...60).map { 3574 - 5 * Double($0) },
          (0...60).map { $0 == 20 ? nil : 1100 + 6.6 * Double($0) },
        ], scale: .own)
    ])

  /// Numbers that charts break on.
  static let hard: [(name: String, path: [Double], spread: [Double])] = {
    let many = (0...60).map(Double.init)
    return [
      ("constant", many.map { _ in 5436 }, many.map { _ in 0 }),
      ("constant zero", many.map { _ in 0 }, many.map { _ in 0 }),
      ("one", [5436], [20]), ("two", [1, 2], [0.1, 0.2]), ("negative", many.map { -200 - $0 }, many),
      ("about zero", many.map { $0 - 30 }, many.map { $0 / 10 }),
      ("tiny", many.map { $0 * 1e-9 }, many.map { $0 * 1e-10 }),
      ("enormous", many.map { $0 * 1e12 }, many.map { $0 * 1e11 }),
      ("enormous, level", many.map { 1e12 + $0 }, many.map { $0 / 9 }),
      ("beyond", many.map { $0 * 1e98 }, many.map { $0 * 1e97 }), ("no number", many.map { _ in .nan }, many),
      ("infinite", many.map { $0 < 30 ? $0 : .infinity }, many.map { _ in 1 }),
      ("gaps", many.map { $0.truncatingRemainder(dividingBy: 7) == 0 ? .nan : $0 }, many),
      ("eleven hundred", (0..<1100).map(Double.init), (0..<1100).map { $0 == 0 ? 0 : 3 }),
    ]
  }()

  /// Every kind of chart of every such series.
  static let hardCharts: [Chart] =
    hard.flatMap { entry -> [Chart] in
      let shares = entry.path.map { $0 / 61 }
      return [
        .fan(fan(entry.name, path: entry.path, spread: entry.spread, target: entry.path.map { $0 * 1.1 })),
        .fan(fan(entry.name, path: shares, spread: entry.spread, unit: .share)),
        .fan(fan(entry.name, path: entry.path, spread: entry.spread, isDifference: true)),
        .histogram(HistogramChart(entry.name, values: entry.path, target: entry.path.last)),
        .histogram(HistogramChart(entry.name, values: shares, unit: .share)),
        .strip(
          StripChart(entry.name, months: months(entry.path.count), rows: [StripChart.Row(entry.name, shares: shares)])),
      ]
        + [
          BridgeChart(
            entry.name, opening: BridgeChart.Step("opening", entry.path[0]),
            steps: entry.path.prefix(9).enumerated().map { BridgeChart.Step("step \($0)", $0 % 2 == 0 ? $1 : -$1 / 2) },
            closing: "closing")
        ].compactMap { $0.map(Chart.bridge) }
    } + [
      .fan(FanChart("empty", months: [], bands: [], middle: [])), .histogram(HistogramChart("empty", values: [])),
      .strip(StripChart("empty", months: [], rows: [])),
      .fan(
        FanChart(
          "title of the widest kind: 労働力の推移と見通し、二千二十九年九月まで", months: months(2), bands: [], middle: [1, 2],
          middleName: "期待値")),
      .strip(StripChart("", months: months(61), rows: [StripChart.Row("保護観察官と社会復帰調整官", shares: run.map { $0 / 60 })])),
      .bridge(
        BridgeChart(
          "", opening: BridgeChart.Step("開始時点の人数 2024年9月", 100), steps: [BridgeChart.Step("採用者と転入者と復職者の合計人数", 20)],
          closing: "e\u{301}te\u{301}")!),
    ]

  static let charts: [Chart] =
    [.fan(fte), .fan(difference), .histogram(histogram), .strip(strip)]
    + [bridge, bridgeOfDifference].compactMap { $0.map(Chart.bridge) }

  /// What docs/charts.md shows, in its order.
  static let documented: [(name: String, text: String)] = {
    func text(_ block: Document.Block, _ tier: ChartTier = .unicode, numbers: Bool = false) -> String {
      TextRenderer(width: 80, charts: ChartStyle(tier, showsNumbers: numbers)).render(Document([block]))
    }
    var found = [
      ("fan", text(.chart(.fan(fte)), numbers: true)), ("difference", text(.chart(.fan(difference)))),
      ("histogram", text(.chart(.histogram(histogram)))), ("strip", text(.chart(.strip(strip)))),
    ]
    for bridge in [bridge, bridgeOfDifference].compactMap(\.self) {
      found.append(("bridge", text(.chart(.bridge(bridge)))))
    }
    let words = charts.flatMap(\.words).map { Document.Block.paragraph($0) }
    return found + [
      ("sparklines", text(.table(table))), ("ascii", text(.chart(.fan(fte)), .ascii)),
      ("words", TextRenderer(width: 80).render(Document(words))),
    ]
  }()
}
