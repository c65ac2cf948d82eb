import ArgumentParser
import Shell

struct Reconcile: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.reconcile)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var result: ResultOptions

  func run() throws {
    try Performer.reporting {
      let loaded = try scenario.load(
        options: simulation.values, written: [ScenarioOptions.Written(path: result.output)])
      let prepared = try PreparedReconciliation(loaded, simulation.request(format: result.format))
      let ensemble = try Performer.simulate(prepared.job)
      let text = try prepared.report(ensemble, version: Cadre.version, width: Performer.width)
      try Performer.output(text, to: result.output)
    }
  }
}
