import ArgumentParser
import Shell
import WorkforceSimulation

struct Variance: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.variance)

  @OptionGroup var scenario: ScenarioOptions
  @Option(parsing: .unconditional, help: "How many pairs of futures to simulate, instead of the scenario's number.")
  var replicates: String?
  @OptionGroup var horizon: HorizonOptions
  @Option(parsing: .upToNextOption, help: "Metrics to report. May be repeated.") var metric: [String] = []
  @Option(parsing: .upToNextOption, help: "Months to report, such as 2027-03. May be repeated.") var at: [String] = []
  @OptionGroup var result: ResultOptions

  func run() throws {
    try Performer.reporting {
      let loaded = try scenario.load(
        options: horizon.values(replicates: replicates), written: [ScenarioOptions.Written(path: result.output)])
      let request = RunRequest(
        metrics: metric, months: at, format: result.format, threads: horizon.workers,
        memory: Performer.memory)
      let prepared = try PreparedVariance(loaded, request)
      let run = prepared.run
      let twins = try Performer.simulate(futures: 2 * run.replicates, faults: run.job.faults) { isCancelled, progress in
        try run.simulation.runTwins(
          replicates: run.replicates, threads: run.request.threads, columns: run.columns, isCancelled: isCancelled,
          progress: progress)
      }
      let text = try prepared.report(twins, version: Cadre.version, width: Performer.width)
      try Performer.output(text, to: result.output)
    }
  }
}
