import WorkforceModel

extension CommandRecord {
  static let reconcile = CommandRecord(
    "reconcile", .ask, options: OptionRecord.horizon + [.noParameterUncertainty] + OptionRecord.result,
    summary: "print the published figures that a scenario lists beside the model's",
    discussion: """
      For every figure under published: its value, the mean over the futures, the interval that holds nine futures in \
      ten, the difference, the share of futures below it, and its source. A figure of a month outside the run is told as \
      such.
      """,
    examples: [
      "reconcile --replicates 1000 --set 'published=[{metric: PO.leavers-12mo, at: 2025-09, value: 430}]'"
    ]
  ) { evaluation in
    let loaded = try evaluation.adjusted().loaded
    let request = try evaluation.request()
    let prepared = try PreparedReconciliation(loaded, request)
    let ensemble = try evaluation.simulate(prepared.job, of: loaded, prepared.compiled, variation: request.variation)
    try evaluation.deliver(request) { try prepared.report(ensemble, version: $0, page: $1) }
  }
}
