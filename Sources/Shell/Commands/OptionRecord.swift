/// An option of a command: `--at MONTH`.
public struct OptionRecord: Sendable, Equatable {
  /// How many words belong to it.
  public enum Arity: Sendable, Equatable {
    case flag
    case one
    /// All words up to the next option; it may also be repeated.
    case several
  }

  /// With the two dashes.
  public let name: String
  public let arity: Arity
  /// What stands for its value in usage: `MONTH`.
  public let placeholder: String
  /// What its words are, for completion.
  public let kind: Operand.Kind
  /// One sentence.
  public let summary: String

  static func flag(_ name: String, _ summary: String) -> OptionRecord {
    OptionRecord(name: name, arity: .flag, placeholder: "", kind: .none, summary: summary)
  }

  static func one(_ name: String, _ placeholder: String, _ kind: Operand.Kind, _ summary: String) -> OptionRecord {
    OptionRecord(name: name, arity: .one, placeholder: placeholder, kind: kind, summary: summary)
  }

  static func several(_ name: String, _ placeholder: String, _ kind: Operand.Kind, _ summary: String) -> OptionRecord {
    OptionRecord(
      name: name, arity: .several, placeholder: placeholder, kind: kind, summary: summary + " May be repeated.")
  }
}

/// The options that more than one command takes; each is written here and nowhere else.
extension OptionRecord {
  static let set = several("--set", "PATH=CHANGE", .change, "Change values for this command alone.")
  static let metric = several("--metric", "NAME", .metric, "Metrics to report.")
  static let at = several("--at", "MONTH", .month, "Months to report, such as 2027-03.")
  static let replicates = one(
    "--replicates", "N", .number, "How many futures to simulate, instead of the scenario's number.")
  static let months = one(
    "--months", "N", .number, "How many months to simulate, such as 60 or 60mo, instead of the scenario's number.")
  static let seed = one("--seed", "S", .number, "The seed, instead of the scenario's.")
  static let threads = one("--threads", "T", .number, "How many threads to work on; results do not depend on it.")
  static let noParameterUncertainty = flag("--no-parameter-uncertainty", "Put every uncertain number at its mean.")
  static let noChance = flag("--no-chance", "Move people by expectations, in fractions.")
  static let format = one("--format", "FORMAT", .format, "\(RunRequest.Format.words).")
  static let output = one("--output", "PATH", .file, "Write the result to a file, whole or not at all.")
  static let whole = flag("--whole", "Write everything, extending nothing.")
  static let force = flag("--force", "Replace a file that is there, unless the scenario is made from it.")

  /// Where a result goes and how it is written.
  static let result = [format, output]
  /// How long a run is, from which seed, on how many threads.
  static let horizon = [replicates, months, seed, threads, set]
}
