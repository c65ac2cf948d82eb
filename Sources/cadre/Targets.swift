import ArgumentParser
import Shell

struct Targets: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.targets)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions
  @Option(parsing: .upToNextOption, help: "Months to report, such as 2027-03. May be repeated.") var at: [String] = []
  @Option(help: "How long a target is to be held, such as 6mo.") var held: String?
  @Flag(help: "Move people by expectations, in fractions.") var noChance = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if noChance, simulation.noParameterUncertainty {
      throw ValidationError("the expected path has no probabilities: use 'cadre run' for it")
    }
  }

  func run() throws {
    try Performer.reporting {
      let loaded = try scenario.load(
        options: simulation.values, written: [ScenarioOptions.Written(path: result.output)])
      if let held { Performer.show(held, of: "--held") }
      let request = simulation.request(months: at, format: result.format, chance: !noChance)
      let prepared = try PreparedTargets(loaded, request, held: held)
      let ensemble = try Performer.simulate(prepared.job)
      let text = try prepared.report(ensemble, version: Cadre.version, width: Performer.width)
      try Performer.output(text, to: result.output)
    }
  }
}
