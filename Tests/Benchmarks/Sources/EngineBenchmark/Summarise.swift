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
    /// Time of the same by one thread, metric after metric, of which the mean, the standard deviation and five percentiles
    /// are used.
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
    var outcome = Outcome(series: selection.metrics.count * steps.count)
    for _ in 0..<options.times {
      outcome.all.append(
        Stopwatch.time { RunSummary(selection, ensemble, outlook: false, threads: options.threads) }.timing)
      let timed = Stopwatch.time {
        selection.metrics.reduce(0) { sum, metric in
          evaluation.summaries(metric, steps: steps).reduce(sum) { $0 + Summarise.seven($1) }
        }
      }
      outcome.seven.append(timed.timing)
      outcome.checksum = timed.result
    }
    try Printed.json(outcome)
  }

  private static func seven(_ summary: NumberSummary) -> Double {
    let statistics: [Statistic] = [.mean, .sd, .p5, .p25, .p50, .p75, .p95]
    return statistics.reduce(0) { $0 + (summary.value($1) ?? 0) }
  }
}
