/// One command: what it is called, what it does, how it is used. Parsing, help and the reference page read this.
public struct CommandRecord: Sendable {
  public let name: String
  public let usage: String
  /// One sentence without a full stop.
  public let summary: String
  public let discussion: String
  /// Lines that run as they stand.
  public let examples: [String]
}

/// The one list of commands.
public enum CommandTable {
  public static let run = CommandRecord(
    name: "run",
    usage: """
      run FILE [--replicates N] [--months N] [--seed S] [--threads T] [--set PATH=VALUE …]
                 [--metric NAME …] [--at MONTH …] [--format table|csv|json] [--output PATH]
      """,
    summary: "simulate a scenario and report its metrics",
    discussion: """
      Without --metric the table shows the FTE of each grade, what moves those with a target, and the learners; CSV and \
      JSON hold every metric. Without --at the table shows every twelfth month; CSV and JSON hold every month, and the \
      opening for stocks. Results depend on the scenario, the seed and the number of replicates alone.
      """,
    examples: [
      "cadre run national-2024", "cadre run national-2024 --replicates 2000 --at 2027-03 --metric PO.fte",
      "cadre run national-2024 --replicates 2000 --set 'intakes.*.places=660' --set 'grades.PO.leaving=7.0%/yr'",
      "cadre run national-2024 --replicates 2000 --metric PO.vacancies --at 2029-09 --format csv",
    ])

  public static let check = CommandRecord(
    name: "check", usage: "check FILE …", summary: "read scenarios and report every fault, with its place",
    discussion: "Nothing is simulated. The exit code is 2 when a file has a fault.",
    examples: ["cadre check national-2024", "cadre check benchmark national-2024"])

  public static let plan = CommandRecord(
    name: "plan", usage: "plan FILE [--set PATH=VALUE …]",
    summary: "show each flow in words, with its monthly probability and where each number came from",
    discussion: "Probabilities of uncertain rates are shown at the rate's mean.",
    examples: ["cadre plan national-2024", "cadre plan national-2024 --set 'grades.PO.leaving=7.8%/yr'"])

  public static let parameters = CommandRecord(
    name: "parameters", usage: "parameters [FILE] [--markdown]",
    summary: "list what a scenario may hold, or the values that one holds",
    discussion: "Without FILE: every parameter with what may be written. With FILE: its values, given or by default.",
    examples: ["cadre parameters", "cadre parameters national-2024"])

  public static let metrics = CommandRecord(
    name: "metrics", usage: "metrics [FILE] [--markdown]", summary: "list the metrics, of any scenario or of one",
    discussion:
      "Without FILE: the kinds of metric. With FILE: the metrics of that scenario, by the names that --metric takes.",
    examples: ["cadre metrics", "cadre metrics national-2024"])

  public static let all = [run, check, plan, parameters, metrics]
}
