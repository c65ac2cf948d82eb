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
      run FILE [--replicates N | --precision METRIC=HALF-WIDTH] [--months N] [--seed S] [--threads T]
                 [--set PATH=CHANGE …] [--metric NAME …] [--at MONTH …] [--no-chance] [--no-parameter-uncertainty]
                 [--format table|csv|json] [--output PATH] [--raw PATH]
      """,
    summary: "simulate a scenario and report its metrics",
    discussion: """
      Without --metric the table shows the FTE of each grade, what moves those with a target, and the learners; CSV and \
      JSON hold every metric. Without --at the table shows every twelfth month; CSV and JSON hold every month, and the \
      opening for stocks. --set takes a new value (7%/yr), a scaling (+20%), percentage points (+2pt) or a shift in the \
      value's own unit (+50, +0.5%/yr), each with 'from 2026-04' behind it to hold from that month on; none takes out \
      what may be left out. What it came to is told on standard error. Results depend on the scenario, the seed and the number of replicates alone. \
      A run for which there is not memory enough is refused before it begins, with what would fit.

      --precision 'PO.fte=10' runs as many futures as it takes to know the mean of a metric to ± 10 (95 %) at the last \
      month asked for, or at the month of 'PO.fte=10 at 2027-03'. --no-parameter-uncertainty puts every uncertain number \
      at its mean; --no-chance moves people by expectations; both together give the expected path. --raw writes every \
      value of every future to a file as CSV.
      """,
    examples: [
      "cadre run national-2024", "cadre run national-2024 --replicates 2000 --at 2027-03 --metric PO.fte",
      "cadre run national-2024 --replicates 2000 --set 'intakes.*.places=660' --set 'grades.PO.leaving=7.0%/yr'",
      "cadre run national-2024 --replicates 2000 --set 'grades.PO.leaving=+20% from 2026-04' --metric PO.fte",
      "cadre run national-2024 --replicates 2000 --metric PO.vacancies --at 2029-09 --format csv",
      "cadre run national-2024 --no-chance --no-parameter-uncertainty",
      "cadre run national-2024 --precision 'PO.fte=20' --metric PO.fte --at 2029-09",
    ])

  public static let variance = CommandRecord(
    name: "variance",
    usage: """
      variance FILE [--replicates N] [--months N] [--seed S] [--threads T] [--set PATH=VALUE …]
                      [--metric NAME …] [--at MONTH …] [--format table|csv|json] [--output PATH]
      """,
    summary: "tell how much of a metric's spread comes from chance, and how much from each uncertain number",
    discussion: """
      Each future is simulated twice with the same parameters: what differs between the two is chance. Without --metric: \
      the FTE of each grade with a target, or of every grade where none has one. Without --at: the last month. A number \
      drawn anew for each intake or year, and a split, are one line each.
      """,
    examples: [
      "cadre variance national-2024 --replicates 2000",
      "cadre variance national-2024 --replicates 2000 --metric PO.vacancies PSO.fte --at 2027-03 2029-09",
      "cadre variance national-2024 --replicates 2000 --set 'grades.PO.leaving=7.8%/yr' --format csv",
    ])

  public static let check = CommandRecord(
    name: "check", usage: "check FILE …", summary: "read scenarios and report every fault, with its place",
    discussion: "Nothing is simulated. The exit code is 2 when a file has a fault.",
    examples: ["cadre check national-2024", "cadre check benchmark national-2024"])

  public static let plan = CommandRecord(
    name: "plan", usage: "plan FILE [--set PATH=CHANGE …]",
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

  public static let save = CommandRecord(
    name: "save", usage: "save FILE [--set PATH=CHANGE …] --output PATH [--whole] [--force]",
    summary: "write a scenario as it stands to a file",
    discussion: """
      With --set the file extends FILE and holds only what differs from it. Without, it holds what FILE does: all of it, \
      or, where FILE extends another scenario, what differs from that; comments stay at their keys. With --whole it \
      holds everything and extends nothing. The scenario itself is never overwritten; another file only with --force.
      """,
    examples: [
      "cadre save national-2024 --set 'intakes.*.places=650' 'name=Bigger intakes' --output bigger.yaml",
      "cadre save national-2024 --whole --output my-own.yaml",
      "cadre save national-2024 --set 'grades.PO.leaving=7.0%/yr' --output /dev/stdout",
    ])

  public static let all = [
    run, targets, cohorts, variance, reconcile, check, plan, assumptions, parameters, metrics, save,
  ]
}
