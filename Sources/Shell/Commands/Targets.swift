import WorkforceAnalysis
import WorkforceModel

extension OptionRecord {
  static let held = one("--held", "6mo", .none, "How long a target is to be held, such as 6mo.")
}

extension CommandRecord {
  static let targets = CommandRecord(
    "targets", .ask, [.atMonths],
    options: [.at, .held] + OptionRecord.horizon + [.noChance, .noParameterUncertainty] + OptionRecord.result,
    summary: "tell when each grade reaches its target, and how sure that is",
    discussion: """
      For every grade with a target: the probability of being at target at a month, and by a month; the months by which \
      it is reached with probabilities from 5 % to 95 %; and, with --held, the probability of having begun to hold it \
      for so many month ends in a row. Without a month every twelfth is shown.
      """,
    examples: [
      "targets --replicates 1000",
      "targets at 2029-09 --replicates 1000 --held 6mo --set intakes.*.places=900",
    ]
  ) { evaluation in
    let invocation = evaluation.invocation
    if let both = invocation.words(of: .noChance), invocation.has(.noParameterUncertainty) {
      throw invocation.misuse("the expected path has no probabilities: use 'run' for it", at: both.first)
    }
    let months = try evaluation.months()
    let loaded = try evaluation.adjusted().loaded
    let held = invocation.value(of: .held)?.text
    if let held { evaluation.surroundings.know(held, as: OptionRecord.held.name) }
    let request = try evaluation.request(months: months)
    let prepared = try PreparedTargets(loaded, request, held: held)
    let ensemble = try evaluation.simulate(
      prepared.job, of: loaded, prepared.selection.compiled, variation: request.variation)
    try evaluation.deliver(request) { try prepared.report(ensemble, version: $0, page: $1) }
  }
}
