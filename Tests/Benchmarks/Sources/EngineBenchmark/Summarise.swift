import ArgumentParser
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The statistics alone: every metric in every month after the opening, over the futures of one simulation.
struct Summarise: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Times the statistics of a run.")

  private struct Outcome: Encodable {
    /// Metrics × months.
    var series: Int
    /// Time of all the statistics that a run reports, intervals and probabilities included, from what was recorded.
    var all: [Stopwatch.Timing] = []
    /// Time of the mean, the standard deviation and five percentiles, from whole numbers that are at hand.
    var seven: [Stopwatch.Timing] = []
    /// The sum of the seven over all series, for comparison with others that compute them.
    var checksum = 0.0
  }

  @OptionGroup var options: ScenarioOptions

  func run() throws {
    let read = try options.read()
    let start = read.scenario.start.value
    let steps = Array(1...read.scenario.months.value.months)
    let selection = try Selection(read, metrics: options.metric, months: steps.map { start + $0 })
    let ensemble = try Simulation(plan: selection.compiled.plan, seed: options.seed).run(
      replicates: options.replicates, threads: 2, columns: selection.columns(outlook: false))
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    let numbers = selection.metrics.flatMap { metric in
      steps.map { evaluation.values(metric, step: $0).compactMap(\.self) }
    }
    var outcome = Outcome(series: numbers.count)
    for _ in 0..<options.times {
      outcome.all.append(
        Stopwatch.time { RunSummary(selection, ensemble, outlook: false, threads: options.threads) }.timing)
      let timed = Stopwatch.time { numbers.reduce(0) { $0 + Summarise.seven($1) } }
      outcome.seven.append(timed.timing)
      outcome.checksum = timed.result
    }
    try Printed.json(outcome)
  }

  private static func seven(_ numbers: [Int64]) -> Double {
    let distribution = CountDistribution(numbers)
    let percentiles = [5.0, 25, 50, 75, 95].compactMap { distribution.percentile($0) }
    return percentiles.reduce((distribution.mean ?? 0) + (distribution.standardDeviation ?? 0), +)
  }
}
