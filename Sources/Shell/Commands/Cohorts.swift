import WorkforceModel

extension OptionRecord {
  static let started = several("--started", "MONTH", .month, "Months in which the cohorts started.")
  static let pathway = several("--pathway", "NAME", .pathway, "Pathways to report.")
}

extension CommandRecord {
  static let cohorts = CommandRecord(
    "cohorts", .ask, [.atMonths],
    options: [.started, .pathway, .at] + OptionRecord.horizon + [.noParameterUncertainty] + OptionRecord.result,
    summary: "follow those who start a pathway in a month: who is learning, in post, moved on, gone",
    discussion: """
      Of the starters of each pathway, and of all of them: how many are on a programme, awaiting appointment, in post, \
      moved on within the service, reverted to a grade, or gone, at each later month; the six sum to the starters in \
      every future. Learners of the opening are followed from there on. Without --started the table shows the first \
      month of the run in which anybody starts; CSV and JSON hold every start. Without a month every twelfth after the \
      start is shown; CSV and JSON hold every third.
      """,
    examples: [
      "cohorts --replicates 500 --started 2025-09",
      "cohorts at 2029-09 --replicates 200 --pathway PQiP-15 --format csv",
    ]
  ) { evaluation in
    let invocation = evaluation.invocation
    let months = try evaluation.months()
    let loaded = try evaluation.adjusted().loaded
    let request = try evaluation.request(months: months)
    let prepared = try PreparedCohorts(
      loaded, request, started: invocation.texts(of: .started), pathways: invocation.texts(of: .pathway))
    let ensemble = try evaluation.surroundings.simulate(
      futures: prepared.job.replicates, faults: prepared.job.faults
    ) { isCancelled, progress in try prepared.run(isCancelled: isCancelled, progress: progress) }
    try evaluation.deliver(request) { try prepared.report(ensemble, version: $0, page: $1) }
  }
}
