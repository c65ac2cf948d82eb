import ArgumentParser
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A question asked of a scenario that is open already: the change made, the plan compiled, the futures simulated, the
/// metrics and the outlook on targets summarised. Nothing is written.
struct WhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Times what follows upon a change, part by part.")

  /// The time of each part, by repetition.
  private struct Outcome: Encodable {
    var prepare: [Stopwatch.Timing] = []
    var simulate: [Stopwatch.Timing] = []
    var summarise: [Stopwatch.Timing] = []
  }

  @OptionGroup var options: ScenarioOptions
  @Option(help: "A month to report, such as 2029-09.") var at: [String] = []

  func run() throws {
    let opened = try options.opened()
    let months = try at.map { text in
      guard let month = Month(text) else { throw ValidationError("'\(text)' is no month") }
      return month
    }
    var outcome = Outcome()
    for _ in 0..<options.times {
      let prepared = try Stopwatch.time {
        try Selection(ScenarioOptions.changed(opened, options.set), metrics: options.metric, months: months)
      }
      let selection = prepared.result
      let simulated = try Stopwatch.time {
        try Simulation(plan: selection.compiled.plan, seed: options.seed).run(
          replicates: options.replicates, threads: options.threads, columns: selection.columns(outlook: true))
      }
      let summarised = Stopwatch.time {
        RunSummary(selection, simulated.result, outlook: true, threads: options.threads)
      }
      outcome.prepare.append(prepared.timing)
      outcome.simulate.append(simulated.timing)
      outcome.summarise.append(summarised.timing)
    }
    try Printed.json(outcome)
  }
}
