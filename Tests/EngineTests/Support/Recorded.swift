import WorkforceModel
import WorkforceSimulation

/// A run with only some months kept, and its base series as numbers.
struct Recorded {
  let compiled: CompiledScenario
  let ensemble: Ensemble

  var legend: Legend { compiled.legend }

  init(
    _ scenario: Scenario, replicates: Int, steps: [Int], seed: UInt64? = nil, shareBounds: [Int] = []
  ) throws {
    compiled = try PlanCompiler.compile(scenario, shareBounds: shareBounds)
    let legend = compiled.legend
    let columns = Set(steps).sorted().flatMap { step in
      (0..<legend.seriesCount).map { legend.column(series: $0, month: step) }
    }
    let simulation = Simulation(plan: compiled.plan, seed: seed ?? scenario.seed.value)
    ensemble = try simulation.run(replicates: replicates, threads: 2, columns: columns)
  }

  /// The sum of some base series in a month, by replicate.
  func values(_ series: [Int], step: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: ensemble.replicates)
    for one in series {
      guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
      for block in ensemble.blocks {
        for (offset, value) in block.column(slot).enumerated() { sums[block.first - 1 + offset] += Double(value) }
      }
    }
    return sums
  }

  /// The people of some stocks, as base series.
  func heads(_ keys: [String]) -> [Int] {
    legend.stocks.filter { keys.contains($0.key) }.flatMap { stock in
      stock.reportBounds.indices.map { stock.headsSeries + $0 }
    }
  }

  func flow(_ key: String, _ flow: Legend.GradeFlow) -> [Int] {
    legend.stocks.filter { $0.key == key }.map { $0.flowSeries + flow.rawValue }
  }

  func flow(_ keys: [String], _ flow: Legend.PathwayFlow) -> [Int] {
    legend.stocks.filter { keys.contains($0.key) }.map { $0.flowSeries + flow.rawValue }
  }

  /// The values of one parameter, by replicate.
  func parameter(_ path: String) -> [Double]? {
    guard let index = legend.parameters.firstIndex(where: { $0.path == path }) else { return nil }
    return ensemble.blocks.flatMap { Array($0.parameter(index)) }
  }
}
