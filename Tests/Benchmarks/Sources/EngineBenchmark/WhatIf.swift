import ArgumentParser
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A question asked of a scenario that is open already: the change made, the plan compiled, the futures simulated, the
/// metrics and the outlook on targets summarised. Nothing is written.
struct WhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Times what follows upon a change, part by part.")

  /// Seconds of each part, by repetition.
  private struct Outcome: Encodable {
    var prepare: [Double] = []
    var simulate: [Double] = []
    var summarise: [Double] = []
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
      let prepared = try Stopwatch.seconds {
        try Selection(ScenarioOptions.changed(opened, options.set), metrics: options.metric, months: months)
      }
      let selection = prepared.result
      let simulated = try Stopwatch.seconds {
        try Simulation(plan: selection.compiled.plan, seed: options.seed).run(
          replicates: options.replicates, threads: options.threads, columns: selection.columns(outlook: true))
      }
      let summarised = Stopwatch.seconds {
        RunSummary(selection, simulated.result, outlook: true, threads: options.threads)
      }
      outcome.prepare.append(prepared.seconds)
      outcome.simulate.append(simulated.seconds)
      outcome.summarise.append(summarised.seconds)
    }
    try Printed.json(outcome)
  }
}
