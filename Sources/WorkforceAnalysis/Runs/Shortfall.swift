import WorkforceSimulation

/// People whom a rule wanted of a grade in a run and who were not there.
public struct Shortfall: Sendable {
  /// `PSO.to-training-not-met`.
  public let metric: String
  /// Futures in which it was somebody.
  public let futures: ProbabilityEstimate
  /// Their number over the run, on average over all futures.
  public let mean: Double

  /// Nil where nothing was lacking in any future.
  init?(_ metric: Metric, _ evaluation: MetricEvaluation) {
    var totals = [Double](repeating: 0, count: evaluation.ensemble.replicates)
    for step in 1...evaluation.catalog.legend.months {
      for (place, number) in evaluation.numbers(metric, step: step).enumerated() { totals[place] += number ?? 0 }
    }
    let hits = totals.count { $0 > 0 }
    guard hits > 0 else { return nil }
    self.metric = metric.name
    futures = ProbabilityEstimate(hits: hits, replicates: totals.count)
    mean = totals.reduce(0, +) / Double(totals.count)
  }
}
