import ArgumentParser
import Shell

struct Assumptions: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.assumptions)

  @OptionGroup var scenario: ScenarioOptions
  @Option(help: "The month that dates of validity are held against; by default the scenario's start.") var on: String?
  @Flag(help: "Show only values that something is missing from.") var flagged = false
  @OptionGroup var result: ResultOptions

  func run() throws {
    try Performer.reporting {
      if let on { Performer.show(on, of: "--on") }
      let text = try AssumptionsCommand.report(
        try scenario.load(written: [ScenarioOptions.Written(path: result.output)]), on: on, flagged: flagged,
        format: result.format, version: Cadre.version,
        renderer: Performer.pages)
      try Performer.output(text, to: result.output)
    }
  }
}
