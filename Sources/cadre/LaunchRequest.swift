import Shell
import ShippedScenarios
import WorkforceModel

/// What the program was started for, from the words behind its name.
struct LaunchRequest {
  enum Task {
    case version
    /// One line of the language, about a scenario where one is named.
    case verb(line: String, file: String?)
    /// Lines given with -c.
    case lines([String], file: String)
    case script(path: String, arguments: [String])
    /// Standard input.
    case conversation(file: String)
  }

  /// The name by which faults of the words are located.
  static let source = Statement.commandLine

  static let usage = """
    cadre VERB FILE WORDS …    one command about a scenario; 'cadre help' lists the commands
           cadre [FILE] -c LINE …     lines of the language
           cadre FILE.cadre ARGUMENT …    a script
           cadre [FILE]               a conversation at a terminal, else lines from standard input
           The last three take --keep-going: go on behind a line that fails.
           A conversation takes --quiet (-q): no first screen; --no-init: not the user's start file.
           All take --color=auto|always|never before anything else.
    """

  private(set) var task: Task
  private(set) var keepsGoing = false
  /// Whether the user's own start file is left alone.
  private(set) var skipsStartFile = false
  /// Whether the help begins with how the program is started.
  private(set) var showsUsage = false
  /// Whether nothing is said before the first prompt.
  private(set) var isQuiet = false

  var isVerb: Bool { if case .verb = task { true } else { false } }

  /// Results are kept for what follows: not where there is one command.
  var keepsResults: Bool { !isVerb }

  /// - Parameter arguments: without the name of the program
  /// - Throws: ``Misuse``, ``Faults``
  init(_ given: [String]) throws {
    let arguments = try LaunchRequest.choosingColour(given)
    guard let first = arguments.first else {
      task = .conversation(file: Cadre.firstScenario)
      return
    }
    switch first {
    case "--version":
      task = .version
      return
    case "--help", "-h":
      task = .verb(line: "help", file: nil)
      showsUsage = true
      return
    default: break
    }
    if let (record, rest) = LaunchRequest.verb(arguments) {
      if record.name == CommandRecord.sourceName, let path = rest.first, !path.hasPrefix("-") {
        keepsGoing = rest.contains(OptionRecord.keepGoing.name)
        let given = rest.dropFirst().filter { $0 != OptionRecord.keepGoing.name }
        task = .script(path: path, arguments: Array(given))
        return
      }
      task = try LaunchRequest.verb(record, rest)
      return
    }
    task = .version
    try readLines(arguments)
  }

  private static let noInit = "--no-init"
  private static let quiet = "--quiet"
  private static let colour = "--color"

  /// What is said of colours holds for everything, and stands before it.
  private static func choosingColour(_ arguments: [String]) throws -> [String] {
    guard let first = arguments.first, first == colour || first.hasPrefix(colour + "=") else { return arguments }
    let text = String(first.dropFirst(colour.count + 1))
    guard let choice = Performer.ColourChoice.allCases.first(where: { $0.name == text }) else {
      let names = Performer.ColourChoice.allCases.map(\.name)
      throw Misuse.launch(
        "\(colour) takes \(Suggestion.list(names, conjunction: "or")), as in \(colour)=never, not '\(text)'",
        help: Suggestion.help(for: text, among: names) ?? "without it, the terminal and NO_COLOR decide")
    }
    Performer.choose(choice)
    return Array(arguments.dropFirst())
  }

  /// The command that the words begin with; the longer of two.
  private static func verb(_ arguments: [String]) -> (CommandRecord, ArraySlice<String>)? {
    let fitting = CommandTable.all.filter { record in
      let parts = record.name.split(separator: " ").map(String.init)
      return arguments.starts(with: parts) || arguments.first == record.name
    }
    guard let record = fitting.max(by: { $0.name.count < $1.name.count }) else { return nil }
    let isOneWord = arguments.first == record.name
    return (record, arguments.dropFirst(isOneWord ? 1 : record.name.split(separator: " ").count))
  }

  private static func verb(_ record: CommandRecord, _ given: ArraySlice<String>) throws -> Task {
    var rest = given
    if rest.contains("--help") || rest.contains("-h") {
      return .verb(line: "\(CommandRecord.helpName) \(record.name)", file: nil)
    }
    func line(_ words: ArraySlice<String>) -> String {
      ([record.name] + quoted(words, of: record)).joined(separator: " ")
    }
    var file: String?
    switch record.file {
    case .none: break
    case .session: throw Misuse.sessionOnly(record)
    case .optional(let without):
      if let first = rest.first, !first.hasPrefix("-") || first == "-" {
        file = rest.removeFirst()
      } else {
        if !rest.contains(without) { rest.append(without) }
      }
    case .first:
      guard let first = rest.first, !first.hasPrefix("--") else { throw Misuse.missingFile(of: record) }
      file = rest.removeFirst()
    }
    let text = line(rest)
    Performer.know(text, as: source)
    // How the words are put is looked at before the file is.
    try CommandTable.check(text, source: source)
    return .verb(line: text, file: file)
  }

  /// The words as they are written in a line: what an option takes is one word, whatever stands in it; the rest is read
  /// as it would be at the prompt.
  private static func quoted(_ words: ArraySlice<String>, of record: CommandRecord) -> [String] {
    var taking: OptionRecord.Arity?
    return words.map { word in
      if word.hasPrefix("--"), word.count > 2 {
        let name = String(word.prefix { $0 != "=" })
        taking = record.options.first { $0.name == name }?.arity
        guard name.count < word.count else { return name }
        taking = nil
        return name + "=" + Statement.quoted(String(word.dropFirst(name.count + 1)))
      }
      defer { if taking == .one { taking = nil } }
      let isOneWord = taking == .one || taking == .several || word.isEmpty || record.takesNames
      return isOneWord ? Statement.quoted(word) : word
    }
  }

  /// Whether a word is an option of a conversation or of lines; it is then taken.
  private mutating func takesOption(_ word: String) -> Bool {
    switch word {
    case OptionRecord.keepGoing.name: keepsGoing = true
    case LaunchRequest.noInit: skipsStartFile = true
    case LaunchRequest.quiet, "-q": isQuiet = true
    default: return false
    }
    return true
  }

  /// `[FILE] [--keep-going] [-c LINE …]`, `FILE.cadre ARGUMENT …`
  private mutating func readLines(_ arguments: [String]) throws {
    var rest = arguments[...]
    var file: String?
    var lines: [String] = []
    while let word = rest.first, takesOption(word) { rest.removeFirst() }
    if let first = rest.first, !first.hasPrefix("-") || first == "-" {
      rest.removeFirst()
      if first.hasSuffix(".cadre") {
        keepsGoing = keepsGoing || rest.contains(OptionRecord.keepGoing.name)
        task = .script(path: first, arguments: rest.filter { $0 != OptionRecord.keepGoing.name })
        return
      }
      // A plain word that is neither a command nor a scenario was probably meant as a command.
      let isPlain = first.allSatisfy { $0.isLetter }
      if isPlain, !ShippedScenarios.names.contains(first), !ScenarioLocator.isFile(first) {
        throw Misuse.unknownCommand(first)
      }
      file = first
    }
    while let word = rest.popFirst() {
      switch word {
      case "-c":
        guard let line = rest.popFirst() else { throw Misuse.launch("-c lacks its line", help: "cadre -c 'run 500'") }
        lines.append(line)
      default:
        if takesOption(word) { continue }
        let known = [
          "-c", "--help", "--version", OptionRecord.keepGoing.name, LaunchRequest.noInit, LaunchRequest.quiet,
        ]
        throw Misuse.launch(
          "'\(word)' cannot stand here",
          help: Suggestion.help(for: word, among: known) ?? "cadre help lists the commands")
      }
    }
    let scenario = file ?? Cadre.firstScenario
    task = lines.isEmpty ? .conversation(file: scenario) : .lines(lines, file: scenario)
  }
}
