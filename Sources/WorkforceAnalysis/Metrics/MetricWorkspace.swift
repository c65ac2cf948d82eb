internal import CVectors
import WorkforceModel
import WorkforceSimulation

/// Works out metrics, replicate by replicate, in memory that is used again: made for metrics that have much in common, for
/// their months in ascending order, and used by one thread.
final class MetricWorkspace {
  /// A metric in a month, by replicate.
  enum Numbers {
    /// Whole people.
    case whole(ReplicateColumn<Int32>)
    /// In the metric's unit, not yet rounded; no number where it does not exist.
    case real(ReplicateColumn<Double>)
  }

  /// What people are multiplied with.
  enum Weight {
    case certain(Double)
    case drawn(ReplicateColumn<Double>)
  }

  private static let vectorWidth = cadre_vector_width()

  let legend: Legend
  let ensemble: Ensemble
  let sums: PeopleSums
  private var spare: [ReplicateColumn<Double>] = []
  private var certain: [Int: Double?] = [:]
  private var weights: [[Int]: Weight] = [:]
  /// Money of months; see ``money(_:_:)``.
  var money: [Int: ReplicateColumn<Double>] = [:]
  /// What it was spent on.
  var costs: [Metric.Cost] = []
  /// Where the metric asked for stands.
  private lazy var result = ReplicateColumn(ensemble.replicates, 0.0)
  private lazy var search = RankSearch(capacity: ensemble.replicates)
  private lazy var keys = ReplicateColumn(ensemble.replicates, UInt32(0))
  private var plan: RankPlan?

  init(_ evaluation: MetricEvaluation) {
    legend = evaluation.catalog.legend
    ensemble = evaluation.ensemble
    sums = PeopleSums(ensemble, legend)
  }

  var replicates: Int { ensemble.replicates }

  // MARK: memory

  /// A column that whoever works with it may write, and then gives back.
  func borrowed<Result>(_ body: (ReplicateColumn<Double>) -> Result) -> Result {
    let column = spare.popLast() ?? ReplicateColumn(replicates, 0.0)
    defer { spare.append(column) }
    return body(column)
  }

  /// The value of a parameter that all replicates have the same; nil where they differ.
  func certainValue(_ parameter: Int) -> Double? {
    if let known = certain[parameter] { return known }
    let value = ensemble.certain(parameter)
    certain[parameter] = .some(value)
    return value
  }

  /// The product of parameters.
  func weight(_ parameters: [Int]) -> Weight {
    if let known = weights[parameters] { return known }
    let values = parameters.compactMap { certainValue($0) }
    let made: Weight
    if values.count == parameters.count {
      made = .certain(values.reduce(1, *))
    } else {
      let column = ReplicateColumn(replicates, 1.0)
      for parameter in parameters { ensemble.multiply(parameter, into: column.numbers) }
      made = .drawn(column)
    }
    weights[parameters] = made
    return made
  }

  // MARK: results

  /// A metric in a month; it holds until the next is asked for.
  func numbers(_ metric: Metric, step: Int) -> Numbers {
    if metric.unit == .heads, let (series, steps) = metric.formula.people(step), let whole = sums.whole(series, steps) {
      return .whole(whole)
    }
    fill(result, metric.formula, step)
    return .real(result)
  }

  /// A metric in a month, in its unit, not yet rounded; no number where it does not exist.
  func exact(_ metric: Metric, step: Int) -> ReplicateColumn<Double> {
    fill(result, metric.formula, step)
    return result
  }

  /// In how many replicates a metric is at or above another, both as they are reported.
  func hits(_ metric: Metric, atLeast goal: Metric, step: Int) -> Int {
    borrowed { goals in
      fill(goals, goal.formula, step)
      fill(result, metric.formula, step)
      if !ensemble.isExpected {
        WholeKeys.round(goals.numbers, scale: goal.unit.scale)
        WholeKeys.round(result.numbers, scale: metric.unit.scale)
      }
      var hits = 0
      // A number that does not exist compares with none.
      for place in 0..<result.count { hits &+= result.start[place] >= goals.start[place] ? 1 : 0 }
      return hits
    }
  }

  /// What a run reports of a metric in a month, of whole people.
  func summary(_ metric: Metric, step: Int) -> NumberSummary {
    switch numbers(metric, step: step) {
    case .whole(let people): return summary(people, scale: metric.unit.scale)
    case .real(let numbers): return summary(numbers, metric.unit)
    }
  }

  private func summary(_ people: ReplicateColumn<Int32>, scale: Double) -> NumberSummary {
    guard people.count > 0 else { return NumberSummary() }
    var (low, high): (Int32, Int32) = (0, 0)
    cadre_extremes(MetricWorkspace.vectorWidth, people.count, people.start, &low, &high)
    return people.start.withMemoryRebound(to: UInt32.self, capacity: people.count) { keys in
      summary(
        keys, people.count, low: UInt32(low), high: UInt32(high), base: Int64(low), absent: 0, scale: scale)
    }
  }

  /// Of numbers in a unit, at most one for each replicate; those that do not exist are moved out of the way.
  func summary(_ numbers: ReplicateColumn<Double>, _ unit: Metric.Unit) -> NumberSummary {
    let count = MetricWorkspace.compacted(numbers.numbers)
    let existing = UnsafeBufferPointer(start: numbers.start, count: count)
    let absent = numbers.count - count
    guard count > 0, let (low, high) = WholeKeys.fill(keys.start, existing, scale: unit.scale) else {
      let rounded = existing.map { MetricEvaluation.rounded($0, unit) }
      return NumberSummary(CountDistribution(rounded, absent: absent), scale: unit.scale)
    }
    return summary(
      keys.start, count, low: 0, high: UInt32(high - low), base: low, absent: absent, scale: unit.scale)
  }

  /// - Parameter base: the number that the smallest key stands for
  private func summary(
    _ keys: UnsafePointer<UInt32>, _ count: Int, low: UInt32, high: UInt32, base: Int64, absent: Int, scale: Double
  ) -> NumberSummary {
    let plan =
      self.plan.flatMap { $0.total == count ? $0 : nil }
      ?? RankPlan(count, percents: NumberSummary.percents, within: NumberSummary.within)
    self.plan = plan
    search.search(keys, plan, low: low, high: high)
    let moments = ExactMoments(count: count, base: base, first: search.first, second: search.second)
    return NumberSummary(
      plan, search.found.map { Double(base + Int64($0)) }, moments, absent: absent, scale: scale)
  }

  /// Moves the numbers that exist to the front.
  /// - Returns: how many there are
  private static func compacted(_ numbers: UnsafeMutableBufferPointer<Double>) -> Int {
    guard WholeKeys.hasAbsent(numbers) else { return numbers.count }
    var count = 0
    for place in numbers.indices where !numbers[place].isNaN {
      numbers[count] = numbers[place]
      count += 1
    }
    return count
  }
}
