import WorkforceModel
import WorkforceSimulation

/// Every base series and parameter of every replicate, by name, so that runs can be compared whatever the order of their
/// grades and pathways.
struct Futures {
  let legend: Legend
  let ensemble: Ensemble
  private let series: [String: Int]
  private let parameters: [String: Int]

  init(
    _ scenario: Scenario, replicates: Int, seed: UInt64? = nil, threads: Int = 2, source: ParameterSource = .drawn
  ) throws {
    let compiled = try PlanCompiler.compile(scenario)
    legend = compiled.legend
    let columns = Array(0..<legend.seriesCount * (legend.months + 1))
    let simulation = Simulation(plan: compiled.plan, seed: seed ?? scenario.seed.value, parameters: source)
    ensemble = try simulation.run(replicates: replicates, threads: threads, columns: columns)
    series = Futures.names(legend)
    parameters = Dictionary(legend.parameters.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  /// `PO.heads from 12` is the series of those with 12 months of service up to the next bound.
  private static func names(_ legend: Legend) -> [String: Int] {
    var names: [String: Int] = [:]
    for stock in legend.stocks {
      for (offset, bound) in stock.reportBounds.enumerated() {
        names["\(stock.key).heads from \(bound)"] = stock.headsSeries + offset
      }
      if stock.isGrade {
        for flow in Legend.GradeFlow.allCases { names["\(stock.key).\(flow)"] = stock.flowSeries + flow.rawValue }
      } else {
        for flow in Legend.PathwayFlow.allCases { names["\(stock.key).\(flow)"] = stock.flowSeries + flow.rawValue }
      }
    }
    return names
  }

  var names: [String] { series.keys.sorted() }
  var parameterPaths: [String] { parameters.keys.sorted() }

  /// The values of a series in a month of the run, by replicate; nil where there is no such series.
  func values(_ name: String, month: Int) -> [Int32]? {
    guard let series = series[name] else { return nil }
    // All columns were recorded, so a column stands in its own place.
    let column = legend.column(series: series, month: month)
    return ensemble.blocks.flatMap { $0.column(column) }
  }

  /// The values of a parameter, by replicate; nil where there is none at the path.
  func parameter(_ path: String) -> [Double]? {
    guard let index = parameters[path] else { return nil }
    return ensemble.blocks.flatMap { $0.parameter(index) }
  }

  /// The series of this run that are not the same in the other, with the first month in which they differ.
  func differences(from other: Futures, months: ClosedRange<Int>) -> [(name: String, month: Int)] {
    names.compactMap { name in
      months.first { values(name, month: $0) != other.values(name, month: $0) }.map { (name, $0) }
    }
  }

  /// The first month in which any series differs; nil where none does.
  func firstDifference(from other: Futures) -> Int? {
    let months = 0...min(legend.months, other.legend.months)
    return differences(from: other, months: months).map(\.month).min()
  }
}
