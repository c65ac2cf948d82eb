import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// People moved by expectations, as metrics report them: not rounded, and their identities exact.
@Suite struct ExpectedEnsembleTests {
  private static func paths(
    _ read: ReadScenario, replicates: Int, source: ParameterSource
  ) throws -> (evaluation: MetricEvaluation, simulation: Simulation) {
    let compiled = try PlanCompiler.compile(read.scenario)
    let simulation = Simulation(plan: compiled.plan, seed: read.scenario.seed.value, parameters: source)
    let columns = Array(0..<compiled.legend.seriesCount * (compiled.legend.months + 1))
    let ensemble = try simulation.expectedPaths(replicates: replicates, threads: 2, columns: columns)
    return (MetricEvaluation(MetricCatalog(compiled.legend), ensemble), simulation)
  }

  /// Opening and gains less losses are the closing, in every month, to a billionth.
  @Test(arguments: ["national-2024", "benchmark", "police-2024"], [ParameterSource.means, .drawn])
  func stocksAndFlowsAgree(name: String, source: ParameterSource) throws {
    let (evaluation, _) = try Self.paths(try Running.shipped(name), replicates: 3, source: source)
    let (catalog, legend) = (evaluation.catalog, evaluation.catalog.legend)
    func values(_ metric: String, _ step: Int) throws -> [Double] {
      evaluation.numbers(try catalog.metric(named: metric), step: step).compactMap(\.self)
    }
    var fractions = 0
    for stock in legend.stocks {
      let level = stock.isGrade ? "heads" : "learners"
      let gains = stock.isGrade ? ["joiners", "qualifiers", "moves-in", "reverted"] : ["starts"]
      let losses = stock.isGrade ? ["leavers", "moves-out", "to-training"] : ["withdrawals", "finished"]
      for step in 1...legend.months {
        let before = try values("\(stock.key).\(level)", step - 1)
        let after = try values("\(stock.key).\(level)", step)
        for replicate in 0..<3 {
          var expected = before[replicate]
          for gain in gains { expected += try values("\(stock.key).\(gain)", step)[replicate] }
          for loss in losses { expected -= try values("\(stock.key).\(loss)", step)[replicate] }
          #expect(abs(after[replicate] - expected) < 1e-9 * max(1, expected), "\(stock.key) \(step)")
          if after[replicate] != after[replicate].rounded() { fractions += 1 }
        }
      }
      guard stock.hasTarget else { continue }
      for step in 0...legend.months {
        let gap = zip(try values("\(stock.key).target", step), try values("\(stock.key).fte", step)).map { $0 - $1 }
        for (one, two) in zip(gap, try values("\(stock.key).vacancies", step)) { #expect(abs(one - two) < 1e-9) }
      }
    }
    // Nothing is rounded to whole people.
    #expect(fractions > legend.months)
  }

  @Test func eachReplicateIsItsOwnPath() throws {
    let (evaluation, simulation) = try Self.paths(try Running.shipped("national-2024"), replicates: 130, source: .drawn)
    let legend = evaluation.catalog.legend
    let metric = try evaluation.catalog.metric(named: "PO.heads")
    let series = try #require(legend.stocks.first { $0.key == "PO" })
    for step in [1, 60] {
      let found = evaluation.numbers(metric, step: step)
      for replicate in [1, 2, 129, 130] {
        let path = try simulation.expectedPath(replicate: replicate)
        let heads = series.reportBounds.indices.map {
          path.people[legend.column(series: series.headsSeries + $0, month: step)]
        }
        #expect(found[replicate - 1] == heads.reduce(0, +))
      }
      #expect(Set(found.compactMap(\.self)).count == 130)
    }
  }

  /// With every number at its mean the replicates are one path, and the summary says nothing else.
  @Test func onePathHasOneStatistic() throws {
    let read = try Running.shipped("national-2024")
    let selection = try Selection(read, metrics: ["PO.fte", "PO.wastage"], months: [Month(year: 2027, month: 3)])
    let simulation = Simulation(plan: selection.compiled.plan, seed: 1, parameters: .means)
    let columns = selection.columns(outlook: false)
    let ensemble = try simulation.expectedPaths(replicates: 1, threads: 1, columns: columns)
    let other = try Simulation(plan: selection.compiled.plan, seed: 2, parameters: .means)
      .expectedPaths(replicates: 1, threads: 1, columns: columns)
    let summary = RunSummary(selection, ensemble, outlook: false, threads: 1)
    let again = RunSummary(selection, other, outlook: false, threads: 1)
    for name in ["PO.fte", "PO.wastage"] {
      let cell = try #require(summary.cell(name, step: 30))
      #expect(Statistic.allCases.filter { cell.value($0) != nil } == [.expected])
      #expect(cell.value(.expected) == again.cell(name, step: 30)?.value(.expected))
    }
    #expect(summary.isExpected)
  }
}
