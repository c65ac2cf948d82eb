import ArgumentParser
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The simulation alone: every month of the metrics is recorded, and nothing is summarised within the time.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Times the simulation of a scenario.")

  private struct Outcome: Encodable {
    var replicates: Int
    /// The time of each repetition.
    var times: [Stopwatch.Timing]
    /// Equal where every recorded number is, whatever the build and the threads.
    var fingerprint: String
    /// By metric, at the months asked for.
    var mean: [String: [Double]]
    var sd: [String: [Double]]
  }

  @OptionGroup var options: ScenarioOptions
  @Option(help: "A month of the run, 1 the first, whose mean and sd are printed.") var step: [Int] = []

  func run() throws {
    let read = try options.read()
    let selection = try Selection(read, metrics: options.metric, months: nil)
    let columns = selection.columns(outlook: false)
    let simulation = Simulation(plan: selection.compiled.plan, seed: options.seed)
    var times: [Stopwatch.Timing] = []
    var last: Ensemble?
    for _ in 0..<options.times {
      // The memory of one repetition is given back before the next.
      last = nil
      let timed = try Stopwatch.time {
        try simulation.run(replicates: options.replicates, threads: options.threads, columns: columns)
      }
      times.append(timed.timing)
      last = timed.result
    }
    guard let ensemble = last else { throw ValidationError("--times takes 1 or more") }
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    func statistic(_ value: (CountDistribution) -> Double?) -> [String: [Double]] {
      Dictionary(
        uniqueKeysWithValues: selection.metrics.map { metric in
          (metric.name, step.compactMap { value(evaluation.distribution(metric, step: $0)) })
        })
    }
    try Printed.json(
      Outcome(
        replicates: options.replicates, times: times, fingerprint: String(ensemble.fingerprint, radix: 16),
        mean: statistic(\.mean), sd: statistic(\.standardDeviation)))
  }
}
