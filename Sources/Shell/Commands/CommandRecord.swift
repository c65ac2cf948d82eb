/// One command: what it is called, what it takes, what it does, how it is used. Parsing, help, completion, suggestions
/// and the reference page read this.
public struct CommandRecord: Sendable {
  /// What a command is for; help lists them so.
  public enum Purpose: String, CaseIterable, Sendable {
    case ask = "Ask"
    case compare = "Compare"
    case look = "Look at the scenario"
    case change = "Change the scenario"
    case keep = "Open and keep"
    case script = "Scripts"
    case session = "The session"
  }

  /// What `cadre VERB FILE WORDS…` is to the command.
  public enum File: Sendable, Equatable {
    /// FILE is the scenario that the rest is said about.
    case first
    /// Every word is the command's own.
    case none
    /// It is about a session, and means nothing by itself.
    case session
    /// As `first`; without FILE the words are these.
    case optional(without: String)
  }

  public let name: String
  public let purpose: Purpose
  public let operands: [Operand]
  public let options: [OptionRecord]
  /// One sentence without a full stop.
  public let summary: String
  public let discussion: String
  /// Lines of the language that run as they stand, on the national scenario.
  public let examples: [String]
  public let file: File
  /// Whether what it shows can go to a file or a program.
  let hasResult: Bool
  /// Whether it belongs to the session as a script.
  let isRecorded: Bool
  /// What it does to the session, and shows.
  let action: @Sendable (inout Evaluation) throws -> Void

  init(
    _ name: String, _ purpose: Purpose, _ operands: [Operand] = [], options: [OptionRecord] = [], summary: String,
    discussion: String = "", examples: [String], file: File = .first,
    hasResult: Bool = true, isRecorded: Bool = true, action: @escaping @Sendable (inout Evaluation) throws -> Void
  ) {
    self.name = name
    self.purpose = purpose
    self.operands = operands
    self.options = options
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.file = file
    self.hasResult = hasResult
    self.isRecorded = isRecorded
    self.action = action
  }

  /// The name of the command that explains the others.
  public static var helpName: String { help.name }
  /// How the name of a file with a script ends.
  public static let scriptEnding = ".cadre"

  /// The name of the command that runs a script.
  public static var sourceName: String { source.name }

  /// Whether its words are names of things, in which no character means anything.
  public var takesNames: Bool {
    operands.contains { $0.keyword == nil }
      && operands.filter { $0.keyword == nil }.allSatisfy { [.scenario, .file, .name, .words].contains($0.kind) }
  }

  /// `run [N] [METRIC …] [at MONTH …] [OPTION …]`
  public var usage: String { ([name] + usageOfWords).joined(separator: " ") }

  private var usageOfWords: [String] { operands.map(\.usage) + (options.isEmpty ? [] : ["[OPTION …]"]) }

  /// The same for the system's shell.
  public var commandLine: String {
    let file =
      switch self.file {
      case .first: ["FILE"]
      case .none, .session: [] as [String]
      case .optional: ["[FILE]"]
      }
    return (["cadre", name] + file + usageOfWords).joined(separator: " ")
  }
}
