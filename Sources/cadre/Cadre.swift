import ArgumentParser
import Shell
import ShippedScenarios

/// The entry point: options are parsed here, effects are performed here, and nowhere else.
struct Cadre: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cadre",
    abstract: "What if? A Monte Carlo simulator for people who plan a trained workforce.",
    version: version,
    subcommands: [Run.self, Check.self, Plan.self, Parameters.self, Metrics.self])

  static func configuration(_ record: CommandRecord) -> CommandConfiguration {
    let examples = record.examples.map { "  \($0)" }.joined(separator: "\n")
    return CommandConfiguration(
      commandName: record.name, abstract: record.summary.prefix(1).uppercased() + record.summary.dropFirst() + ".",
      usage: "cadre \(record.usage)", discussion: "\(record.discussion)\n\nExamples:\n\(examples)")
  }
}

/// Before the first option is parsed.
@main
enum Main {
  static func main() {
    Interruption.listen()
    Cadre.main()
  }
}

/// The options that name and change a scenario.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A scenario file, or the name of one that ships: \(ShippedScenarios.names.joined(separator: ", "))."))
  var file: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Set values. May be repeated.", valueName: "path=value"))
  var set: [String] = []

  // An option that takes several values would take the file for one of them, so the file comes first.
  func validate() throws {
    if file == nil { throw ValidationError("Missing expected argument '<file>': it comes first, before the options") }
  }

  func load() throws -> LoadedScenario {
    try Performer.load(file ?? "", sets: set)
  }
}
