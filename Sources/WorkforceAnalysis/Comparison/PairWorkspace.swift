import WorkforceModel
import WorkforceSimulation

/// Works out metrics of two runs, pair by pair, in memory that is used again: used by one thread.
final class PairWorkspace {
  private let a: MetricWorkspace
  private let b: MetricWorkspace
  private let first: ReplicateColumn<Double>
  private let second: ReplicateColumn<Double>
  private let difference: ReplicateColumn<Double>

  /// - Parameter pairs: how many, the first of each run
  init(_ a: MetricEvaluation, _ b: MetricEvaluation, pairs: Int) {
    self.a = MetricWorkspace(a)
    self.b = MetricWorkspace(b)
    first = ReplicateColumn(pairs, 0)
    second = ReplicateColumn(pairs, 0)
    difference = ReplicateColumn(pairs, 0)
  }

  private var pairs: Int { first.count }

  /// A metric in a month of each run.
  func summary(_ one: Metric, step: Int, _ other: Metric, step otherStep: Int) -> PairedSummary {
    a.report(one, step...step, to: first)
    b.report(other, otherStep...otherStep, to: second)
    return summary(one.unit)
  }

  /// A flow summed over months of each run.
  func summary(
    _ one: Metric, steps: ClosedRange<Int>, _ other: Metric, steps otherSteps: ClosedRange<Int>
  ) -> PairedSummary {
    a.report(one, steps, to: first)
    b.report(other, otherSteps, to: second)
    return summary(one.unit)
  }

  private func summary(_ unit: Metric.Unit) -> PairedSummary {
    var (above, below, equal) = (0, 0, 0)
    for place in 0..<pairs {
      let (one, other) = (first.start[place], second.start[place])
      difference.start[place] = other - one
      // A number that does not exist compares with none.
      above &+= other > one ? 1 : 0
      below &+= other < one ? 1 : 0
      equal &+= other == one ? 1 : 0
    }
    let all = above + below + equal
    return PairedSummary(
      a: summary(first, unit), b: summary(second, unit), difference: summary(difference, unit),
      above: ProbabilityEstimate(hits: above, replicates: all),
      below: ProbabilityEstimate(hits: below, replicates: all),
      equal: ProbabilityEstimate(hits: equal, replicates: all))
  }

  private func summary(_ column: ReplicateColumn<Double>, _ unit: Metric.Unit) -> NumberSummary {
    guard a.ensemble.isExpected else { return a.summary(column, unit) }
    return NumberSummary(RealDistribution(column.numbers.map { $0.isNaN ? nil : $0 }))
  }

  /// Whether a metric is at or above another in a month of each run, pair by pair.
  func met(_ metric: (Metric, Metric), atLeast goal: (Metric, Metric), steps: (Int, Int)) -> (a: [Bool], b: [Bool]) {
    (
      met(a, metric.0, atLeast: goal.0, step: steps.0), met(b, metric.1, atLeast: goal.1, step: steps.1)
    )
  }

  private func met(_ side: MetricWorkspace, _ metric: Metric, atLeast goal: Metric, step: Int) -> [Bool] {
    side.report(metric, step...step, to: first)
    side.report(goal, step...step, to: second)
    return (0..<pairs).map { first.start[$0] >= second.start[$0] }
  }
}

extension MetricWorkspace {
  /// The numbers of the first replicates as a run reports them: whole multiples of the unit where people are whole, not
  /// rounded on expected paths. Over several months a flow is summed.
  func report(_ metric: Metric, _ steps: ClosedRange<Int>, to column: ReplicateColumn<Double>) {
    precondition(column.count <= replicates, "no more pairs than replicates")
    column.fill(0)
    for step in steps {
      let numbers = exact(metric, step: step)
      for place in 0..<column.count { column.start[place] += numbers.start[place] }
    }
    if !ensemble.isExpected { WholeKeys.round(column.numbers, scale: metric.unit.scale) }
  }
}
