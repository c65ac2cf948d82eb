import ArgumentParser
import Shell

struct Save: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.save)

  @OptionGroup var scenario: ScenarioOptions
  @Option(help: "The file to write, whole or not at all.") var output: String
  @Flag(help: "Write everything, extending nothing.") var whole = false
  @Flag(help: "Replace a file that is there, unless the scenario is made from it.") var force = false

  func run() throws {
    try Performer.reporting {
      try Performer.save(try scenario.located(), whole: whole, to: output, force: force)
    }
  }
}
