public import WorkforceModel

/// A statement that is not written as its command is: an unknown option, a word too many or too few.
public struct Misuse: Error, Sendable {
  public let faults: Faults
  /// The command that was meant; nil where there is none of that name.
  public let record: CommandRecord?

  init(_ message: String, at range: SourceRange?, help: [String] = [], of record: CommandRecord?) {
    faults = Faults(message, at: range, help: help)
    self.record = record
  }

  /// Of `cadre VERB` without the scenario that the verb is about.
  public static func missingFile(of record: CommandRecord) -> Misuse {
    Misuse("'\(record.name)' lacks its FILE: it comes first, before the options", at: nil, of: record)
  }

  /// Of a command that means nothing by itself.
  public static func sessionOnly(_ record: CommandRecord) -> Misuse {
    Misuse(
      "'\(record.name)' is about a session, and this one would end with it", at: nil,
      help: ["several lines make one: cadre FILE -c 'set grades.PO.leaving 7%/yr; run'"], of: nil)
  }

  public static func unknownCommand(_ word: String) -> Misuse {
    Misuse("there is no command '\(word)'", at: nil, help: [CommandTable.suggestion(for: word)], of: nil)
  }

  /// Of words that are no command.
  public static func launch(_ message: String, help: String) -> Misuse {
    Misuse(message, at: nil, help: [help], of: nil)
  }
}
