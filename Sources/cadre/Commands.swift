public import ArgumentParser
import Reports
import Shell
import WorkforceModel

struct Run: ParsableCommand {
  static let configuration = Cadre.configuration(CommandTable.run)

  @OptionGroup var scenario: ScenarioOptions
  @Option(help: "How many futures to simulate, instead of the scenario's number.") var replicates: String?
  @Option(help: "How many months to simulate, such as 60 or 60mo, instead of the scenario's number.")
  var months: String?
  @Option(help: "The seed, instead of the scenario's.") var seed: String?
  @Option(help: "How many threads to work on; results do not depend on it.") var threads: Int?
  @Option(parsing: .upToNextOption, help: "Metrics to report. May be repeated.") var metric: [String] = []
  @Option(parsing: .upToNextOption, help: "Months to report, such as 2027-03. May be repeated.") var at: [String] = []
  @Option(help: "table, csv or json.") var format: RunRequest.Format = .table
  @Option(help: "Write the result to a file, whole or not at all.") var output: String?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads takes 1 to 1024") }
  }

  func run() throws {
    try Performer.reporting {
      try Performer.check(output: output, isNot: scenario.file)
      var loaded = try scenario.load()
      for (path, option, text) in [("replicates", "--replicates", replicates), ("seed", "--seed", seed)] {
        if let text { try Performer.set(path, to: text, option: option, in: &loaded) }
      }
      if let months {
        let isNumber = months.allSatisfy(\.isNumber)
        try Performer.set("months", to: isNumber ? "\(months)mo" : months, option: "--months", in: &loaded)
      }
      let threads = self.threads ?? Performer.processors
      let request = RunRequest(metrics: metric, months: at, format: format, threads: threads)
      let prepared = try PreparedRun(loaded, request)
      let ensemble = try Performer.simulate(prepared)
      try Performer.output(try prepared.report(ensemble, version: Cadre.version, width: Performer.width), to: output)
    }
  }
}

extension RunRequest.Format: ExpressibleByArgument {}

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
            TextRenderer(width: Performer.width).render(try PageCommands.check(loaded, file: file)))
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
      try Performer.output(TextRenderer(width: Performer.width).render(document), to: nil)
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
        markdown ? MarkdownRenderer().render(document) : TextRenderer(width: Performer.width).render(document), to: nil)
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
        markdown ? MarkdownRenderer().render(document) : TextRenderer(width: Performer.width).render(document), to: nil)
    }
  }
}
