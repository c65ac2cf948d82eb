import WorkforceModel

/// The one list of commands.
public enum CommandTable {
  /// In the order in which help lists them.
  public static let all: [CommandRecord] = [
    .run, .table, .targets, .cohorts, .variance, .reconcile,
    .whatIf, .keepProposal, .compare, .diff, .plot,
    .show, .get, .plan, .assumptions, .check, .parameters, .metrics,
    .set, .reset, .undo, .redo,
    .open, .new, .save, .saveAs, .scenarios, .name, .use,
    .source, .record, .assert, .watch,
    .format, .settings, .timing, .last, .history, .rerun, .restore, .help, .quit,
  ]

  /// The command that sets values, and settings too.
  static let setName = CommandRecord.set.name

  public static func named(_ name: String) -> CommandRecord? { all.first { $0.name == name } }

  /// The command that a statement begins with: of two names that fit, the longer.
  static func record(for words: [Word]) -> CommandRecord? {
    let fitting = all.filter { record in
      let parts = record.name.split(separator: " ")
      return words.count >= parts.count && zip(parts, words).allSatisfy { !$1.isQuoted && $0 == $1.text }
    }
    return fitting.max { $0.name.count < $1.name.count }
  }

  /// The command of a statement.
  /// - Throws: ``Misuse`` where there is none of that name
  static func record(for statement: Statement) throws -> CommandRecord {
    if let record = record(for: statement.words) { return record }
    let word = statement.words[0]
    throw Misuse(
      "there is no command '\(word.text)'", at: word.range, help: [suggestion(for: word.text)], of: nil)
  }

  /// Looks at how statements are put, and does nothing.
  /// - Throws: ``Faults``, ``Misuse``
  public static func check(_ text: String, source: String) throws {
    for statement in try StatementReader.all(text, source: source) {
      _ = try Invocation(statement, of: record(for: statement))
    }
  }

  /// What was probably meant, or what there is.
  public static func suggestion(for word: String) -> String {
    Suggestion.help(for: word, among: all.map(\.name)) ?? "help lists the commands"
  }
}
