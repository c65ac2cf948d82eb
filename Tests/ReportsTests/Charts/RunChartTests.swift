import Reports
import TestSupport
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Charts of what was simulated show what was simulated.
@Suite struct RunChartTests {
  private struct Run {
    let evaluation: MetricEvaluation
    let summary: RunSummary
    let start: Month

    init(_ text: String, _ metrics: [String]) throws {
      let read = try Samples.read(text)
      let selection = try Selection(read, metrics: metrics, months: nil)
      let columns = Array(0..<selection.legend.seriesCount * (selection.legend.months + 1))
      let simulation = Simulation(plan: selection.compiled.plan, seed: 7)
      let ensemble = try simulation.run(replicates: 200, threads: 1, columns: columns)
      evaluation = MetricEvaluation(selection.catalog, ensemble)
      summary = RunSummary(selection, ensemble, outlook: true, threads: 1)
      start = read.scenario.start.value
    }
  }

  private static let metrics =
    ["PO.fte", "PO.target", "PO.wastage"] + BridgeChart.metrics(of: "PO") + BridgeChart.metrics(of: "PSO")

  private static let run = Result { try Run(Samples.full, metrics) }

  @Test func aFanHasTheStatisticsOfTheRunAndItsTarget() throws {
    let run = try Self.run.get()
    let fan = try #require(FanChart("PO.fte", run.summary))
    #expect(fan.months.count == 61 && fan.months.first == run.start)
    #expect(fan.bands.map(\.percent) == [90, 80, 50])
    let cell = try #require(run.summary.cell("PO.fte", step: 48))
    #expect(fan.bands[0].low[48] == cell.value(.p5) && fan.bands[2].high[48] == cell.value(.p75))
    #expect(fan.middle[48] == cell.value(.p50) && fan.unit == .number)
    #expect(fan.target[48] == 7115)
    #expect(FanChart("SPO.fte", run.summary) == nil)
    #expect(FanChart.metrics(of: "PO.fte", run.evaluation.catalog) == ["PO.fte", "PO.target"])
    #expect(FanChart.metrics(of: "SPO.fte", run.evaluation.catalog) == ["SPO.fte"])
    // A share, from the twelfth month on.
    let wastage = try #require(FanChart("PO.wastage", run.summary))
    #expect(wastage.unit == .share && wastage.months.first == run.start + 12)
    #expect(wastage.numbers.rows[1][1].hasSuffix(" %"))
  }

  /// Each future is compared with itself: the difference of a run to itself is none.
  @Test func aFanOfDifferencesIsPaired() throws {
    let run = try Self.run.get()
    let changed = try Run(
      Samples.full.replacing("opening: {value: 5436 fte", with: "opening: {value: 5531 fte"), ["PO.heads"])
    let months = (0...60).map { run.start + $0 }
    let none = try #require(FanChart("PO.heads", from: run.evaluation, to: run.evaluation, months: months))
    #expect(none.isDifference && none.middle.allSatisfy { $0 == 0 } && none.bands.allSatisfy { $0.low == $0.high })
    let fan = try #require(FanChart("PO.heads", from: run.evaluation, to: changed.evaluation, months: months))
    let metric = try #require(run.evaluation.catalog["PO.heads"])
    let pairs = zip(run.evaluation.numbers(metric, step: 12), changed.evaluation.numbers(metric, step: 12))
    let differences = RealDistribution(pairs.map { old, new in new.flatMap { new in old.map { new - $0 } } })
    #expect(fan.middle[12] == differences.percentile(50) && fan.bands[0].low[12] == differences.percentile(5))
    #expect(try #require(fan.middle[0]) > 50)
    #expect(FanChart("PO.nothing", from: run.evaluation, to: run.evaluation, months: months) == nil)
  }

  @Test func aHistogramHasEveryReplicate() throws {
    let run = try Self.run.get()
    let chart = try #require(HistogramChart("PO.fte", step: 60, run.evaluation))
    #expect(chart.values.count == 200 && chart.target == 7115 && chart.title == "PO.fte in Sep 2029")
    #expect(chart.values.first == run.summary.cell("PO.fte", step: 60)?.value(.min))
    #expect(HistogramChart("PO.wastage", step: 3, run.evaluation) == nil)
    #expect(HistogramChart("PO.fte", step: 61, run.evaluation) == nil)
  }

  @Test func aStripHasTheOutlooksOfItsGrades() throws {
    let run = try Self.run.get()
    let strip = try #require(StripChart(run.summary.outlooks, .by))
    #expect(strip.rows.map(\.name) == ["PO", "PSO"] && strip.months.count == 61)
    #expect(strip.rows[1].shares == run.summary.outlooks[1].by.map { $0.share })
    #expect(StripChart(run.summary.outlooks)?.rows[1].shares == run.summary.outlooks[1].at.map { $0.share })
    #expect(StripChart([]) == nil)
    // None of 200 is not none: below one in 200.
    let none = StripChart("", months: [run.start], rows: [StripChart.Row("a", shares: [0], replicates: 200)])
    #expect(none.numbers.rows[0][1] == "<0.5 %")
  }

  /// What flows in and out is all that changes the heads.
  @Test(arguments: ["PO", "PSO"])
  func aBridgeAddsUp(grade: String) throws {
    let run = try Self.run.get()
    for (first, last) in [(0, 60), (12, 24), (59, 60)] {
      let bridge = try #require(BridgeChart(grade: grade, from: run.start + first, to: run.start + last, run.summary))
      let (opening, closing) = (
        run.summary.cell("\(grade).heads", step: first)?.value(.mean),
        run.summary.cell("\(grade).heads", step: last)?.value(.mean)
      )
      #expect(bridge.opening.value == opening)
      #expect(abs(bridge.closing.value - (try #require(closing))) < 1e-6)
      #expect(!bridge.steps.isEmpty && bridge.steps.allSatisfy { $0.value != 0 })
    }
    #expect(BridgeChart(grade: "SPO", from: run.start, to: run.start + 12, run.summary) == nil)
    #expect(BridgeChart(grade: grade, from: run.start, to: run.start + 61, run.summary) == nil)
    #expect(BridgeChart(grade: grade, from: run.start, to: run.start, run.summary) == nil)
  }

  /// One path has one line.
  @Test func anExpectedPathHasNoBands() throws {
    let read = try Samples.read(Samples.full)
    let selection = try Selection(read, metrics: ["PO.fte"] + BridgeChart.metrics(of: "PO"), months: nil)
    let simulation = Simulation(plan: selection.compiled.plan, seed: 7, parameters: .means)
    let ensemble = try simulation.expectedPaths(
      replicates: 1, threads: 1, columns: selection.columns(outlook: true))
    let summary = RunSummary(selection, ensemble, outlook: true, threads: 1)
    let fan = try #require(FanChart("PO.fte", summary))
    #expect(fan.bands.isEmpty && fan.middleName == "expected" && fan.middle.allSatisfy { $0 != nil })
    let start = read.scenario.start.value
    let bridge = try #require(BridgeChart(grade: "PO", from: start, to: start + 60, summary))
    #expect(abs(bridge.closing.value - (try #require(summary.cell("PO.heads", step: 60)?.value(.expected)))) < 1e-6)
  }
}
