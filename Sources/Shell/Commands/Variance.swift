import WorkforceModel
import WorkforceSimulation

extension CommandRecord {
  static let variance = CommandRecord(
    "variance", .ask, [.metrics, .atMonths], options: OptionRecord.horizon + [.metric, .at] + OptionRecord.result,
    summary: "tell how much of a metric's spread comes from chance, and how much from each uncertain number",
    discussion: """
      Each future is simulated twice with the same parameters: what differs between the two is chance. Without a metric: \
      the FTE of each grade with a target, or of every grade where none has one. Without a month: the last. A number \
      drawn anew for each intake or year, and a split, are one line each.
      """,
    examples: [
      "variance --replicates 2000",
      "variance PO.vacancies PSO.fte at 2027-03 2029-09 --replicates 2000",
      "variance --replicates 2000 --set grades.PO.leaving=7.8%/yr --format csv",
    ]
  ) { evaluation in
    let (metrics, months) = try evaluation.metricsAndMonths()
    let loaded = try evaluation.adjusted().loaded
    let request = try evaluation.request(metrics: metrics, months: months)
    let prepared = try PreparedVariance(loaded, request)
    let run = prepared.run
    let twins = try evaluation.surroundings.simulate(futures: 2 * run.replicates, faults: run.job.faults) {
      isCancelled, progress in
      try run.simulation.runTwins(
        replicates: run.replicates, threads: run.request.threads, columns: run.columns, isCancelled: isCancelled,
        progress: progress)
    }
    try evaluation.deliver(request) { try prepared.report(twins, version: $0, page: $1) }
  }
}
