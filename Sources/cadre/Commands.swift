import ArgumentParser
import Reports
import Shell
import WorkforceModel

struct Check: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.check)

  @Argument(help: "Scenario files, or names of ones that ship.") var files: [String]

  func run() throws {
    var isSound = true
    for file in files {
      isSound =
        Performer.reportingFaults {
          let loaded = try Performer.load(file, sets: [])
          Performer.standardOutput(
            Performer.pages.render(try PageCommands.check(loaded, file: file)))
        } && isSound
    }
    if !isSound { throw ExitCode(2) }
  }
}

struct Plan: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.plan)

  @OptionGroup var scenario: ScenarioOptions

  func run() throws {
    try Performer.reporting {
      let document = try PageCommands.plan(try scenario.load())
      try Performer.output(Performer.pages.render(document), to: nil)
    }
  }
}

struct Parameters: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.parameters)

  @Argument(help: "A scenario whose values to list.") var file: String?
  @Flag(help: "Print Markdown, as in docs/.") var markdown = false

  func run() throws {
    try Performer.reporting {
      let document = PageCommands.parameters(try file.map { try Performer.load($0, sets: []) })
      try Performer.output(
        markdown ? MarkdownRenderer().render(document) : Performer.pages.render(document), to: nil)
    }
  }
}

struct Metrics: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.metrics)

  @Argument(help: "A scenario whose metrics to list.") var file: String?
  @Flag(help: "Print Markdown, as in docs/.") var markdown = false

  func run() throws {
    try Performer.reporting {
      let document = try PageCommands.metrics(try file.map { try Performer.load($0, sets: []) })
      try Performer.output(
        markdown ? MarkdownRenderer().render(document) : Performer.pages.render(document), to: nil)
    }
  }
}
