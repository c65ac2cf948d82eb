/// The commands around a run: what is published beside it, when targets are reached, what is taken for granted.
extension CommandTable {
  public static let targets = CommandRecord(
    name: "targets",
    usage: """
      targets FILE [--at MONTH …] [--held 6mo] [--replicates N] [--months N] [--seed S] [--threads T]
                 [--set PATH=VALUE …] [--no-chance | --no-parameter-uncertainty]
                 [--format table|csv|json] [--output PATH]
      """,
    summary: "tell when each grade reaches its target, and how sure that is",
    discussion: """
      For every grade with a target: the probability of being at target at a month, and by a month; the months by which \
      it is reached with probabilities from 5 % to 95 %; and, with --held, the probability of having begun to hold it \
      for so many month ends in a row. Without --at every twelfth month is shown.
      """,
    examples: [
      "cadre targets national-2024 --replicates 1000",
      "cadre targets national-2024 --replicates 1000 --held 6mo --at 2029-09 --set 'intakes.*.places=900'",
    ])

  public static let cohorts = CommandRecord(
    name: "cohorts",
    usage: """
      cohorts FILE [--started MONTH …] [--pathway NAME …] [--at MONTH …] [--replicates N] [--months N] [--seed S]
                 [--threads T] [--set PATH=CHANGE …] [--no-parameter-uncertainty] [--format table|csv|json]
                 [--output PATH]
      """,
    summary: "follow those who start a pathway in a month: who is learning, in post, moved on, gone",
    discussion: """
      Of the starters of each pathway, and of all of them: how many are on a programme, awaiting appointment, in post, \
      moved on within the service, reverted to a grade, or gone, at each later month; the six sum to the starters in \
      every future. Learners of the opening are followed from there on. Without --started the table shows the first month of the run in which anybody starts; CSV and JSON \
      hold every start. Without --at every twelfth month after the start is shown; CSV and JSON hold every third.
      """,
    examples: [
      "cadre cohorts national-2024 --replicates 500 --started 2025-09",
      "cadre cohorts national-2024 --replicates 200 --pathway PQiP-15 --at 2029-09 --format csv",
    ])

  public static let reconcile = CommandRecord(
    name: "reconcile",
    usage: """
      reconcile FILE [--replicates N] [--months N] [--seed S] [--threads T] [--set PATH=VALUE …]
                 [--no-parameter-uncertainty] [--format table|csv|json] [--output PATH]
      """,
    summary: "print the published figures that a scenario lists beside the model's",
    discussion: """
      For every figure under published: its value, the mean over the futures, the interval that holds nine futures in \
      ten, the difference, the share of futures below it, and its source. A figure of a month outside the run is told as \
      such.
      """,
    examples: [
      "cadre reconcile national-2024 --replicates 1000 "
        + "--set 'published=[{metric: PO.leavers-12mo, at: 2025-09, value: 430}]'"
    ])

  public static let assumptions = CommandRecord(
    name: "assumptions",
    usage: "assumptions FILE [--on MONTH] [--flagged] [--set PATH=VALUE …] [--format table|csv|json] [--output PATH]",
    summary: "print the assumptions register: every value, what it means, and where it comes from",
    discussion: """
      Flags: no source, and not marked as assumed; no owner; never reviewed; past its date, where valid-until is before \
      --on, by default the month in which the scenario starts. With --flagged only values with a flag are shown. Nothing \
      is simulated.
      """,
    examples: [
      "cadre assumptions national-2024", "cadre assumptions national-2024 --flagged --on 2026-03 --format csv",
    ])
}
