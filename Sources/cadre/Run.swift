import ArgumentParser
import Reports
import Shell
import WorkforceModel

struct Run: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.run)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions
  @Option(help: "Simulate as many futures as it takes to know the mean of a metric so closely.")
  var precision: String?
  @Option(parsing: .upToNextOption, help: "Metrics to report. May be repeated.") var metric: [String] = []
  @Option(parsing: .upToNextOption, help: "Months to report, such as 2027-03. May be repeated.") var at: [String] = []
  @Flag(help: "Move people by expectations, in fractions.") var noChance = false
  @OptionGroup var result: ResultOptions
  @Option(help: "Write every value of every future to a file, as CSV.") var raw: String?

  func validate() throws {
    guard precision != nil else { return }
    if simulation.replicates != nil {
      throw ValidationError("--precision says how many futures there are: leave out --replicates")
    }
    if noChance, simulation.noParameterUncertainty {
      throw ValidationError("the expected path is one path, and has no precision: leave out --precision")
    }
  }

  func run() throws {
    try Performer.reporting {
      var loaded = try scenario.load(
        options: simulation.values,
        written: [ScenarioOptions.Written(path: raw, option: "--raw"), ScenarioOptions.Written(path: result.output)])
      if let raw { try Performer.check(raw: raw, output: result.output) }
      let request = simulation.request(
        metrics: metric, months: at, format: result.format, chance: !noChance, isRaw: raw != nil)
      let words = try precision.map { try chooseReplicates($0, request, in: &loaded) }
      let prepared = try PreparedRun(loaded, request, precision: words)
      let ensemble = try Performer.simulate(prepared.job)
      if let raw, let renderer = prepared.raw {
        try Performer.output(to: raw) { take in
          try renderer.render(ensemble) { text in
            // A long file is given up, not finished, when it is not wanted any more.
            if Interruption.isRequested { throw AtomicFile.Failure(words: "interrupted") }
            try take(text)
          }
        }
      }
      let report = try prepared.report(ensemble, version: Cadre.version, width: Performer.width)
      try Performer.output(to: result.output, report)
    }
  }

  /// Runs a pilot, and sets the number of futures that it asks for.
  /// - Returns: why so many, in words
  private func chooseReplicates(
    _ precision: String, _ request: RunRequest, in loaded: inout LoadedScenario
  ) throws -> String {
    let option = "--precision"
    Performer.show(precision, of: option)
    // Whatever is wrong with the rest is said before the pilot.
    _ = try PreparedRun(loaded, request)
    let prepared = try PreparedPrecision(loaded, precision, option: option, request)
    let (number, words) = try prepared.replicates(try Performer.simulate(prepared.job))
    try loaded.set([.chosen("replicates", "\(number)", option: option)])
    return words
  }
}
