import ArgumentParser
import Shell

struct Cohorts: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.cohorts)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions
  @Option(parsing: .upToNextOption, help: "Months in which the cohorts started. May be repeated.")
  var started: [String] = []
  @Option(parsing: .upToNextOption, help: "Pathways to report. May be repeated.") var pathway: [String] = []
  @Option(parsing: .upToNextOption, help: "Months to report, such as 2027-03. May be repeated.") var at: [String] = []
  @OptionGroup var result: ResultOptions

  func run() throws {
    try Performer.reporting {
      let loaded = try scenario.load(
        options: simulation.values, written: [ScenarioOptions.Written(path: result.output)])
      let request = simulation.request(months: at, format: result.format)
      let prepared = try PreparedCohorts(loaded, request, started: started, pathways: pathway)
      let ensemble = try Performer.simulate(futures: prepared.job.replicates, faults: prepared.job.faults) {
        isCancelled, progress in
        try prepared.run(isCancelled: isCancelled, progress: progress)
      }
      let text = try prepared.report(ensemble, version: Cadre.version, width: Performer.width)
      try Performer.output(text, to: result.output)
    }
  }
}
