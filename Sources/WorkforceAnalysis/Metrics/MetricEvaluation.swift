import WorkforceModel
public import WorkforceSimulation

/// Computes metrics from the columns of an ensemble, replicate by replicate, in whole multiples of their units.
public struct MetricEvaluation: Sendable {
  public let catalog: MetricCatalog
  public let ensemble: Ensemble

  public init(_ catalog: MetricCatalog, _ ensemble: Ensemble) {
    self.catalog = catalog
    self.ensemble = ensemble
  }

  private var legend: Legend { catalog.legend }

  /// The columns that metrics need in the steps asked for; ascending, each once.
  public static func columns(_ metrics: [Metric], steps: [Int], _ legend: Legend) -> [Int] {
    var columns = Set<Int>()
    for metric in metrics {
      let needs = metric.needs
      for step in steps where metric.exists(in: step, start: legend.start) {
        for month in max(0, step - needs.back)...step {
          for series in needs.series { columns.insert(legend.column(series: series, month: month)) }
        }
      }
    }
    return columns.sorted()
  }

  /// One whole number for each replicate, in order; nil where the number does not exist.
  public func values(_ metric: Metric, step: Int) -> [Int64?] {
    exact(metric, step: step).map { $0.map { MetricEvaluation.rounded($0, metric.unit) } }
  }

  /// The number that statistics and comparisons are made of, for each replicate, in the metric's unit: a whole multiple
  /// of what it is reported in where people are whole, not rounded on expected paths. Nil where it does not exist.
  public func numbers(_ metric: Metric, step: Int) -> [Double?] {
    let exact = exact(metric, step: step)
    guard !ensemble.isExpected else { return exact }
    return exact.map { $0.map { Double(MetricEvaluation.rounded($0, metric.unit)) / metric.unit.scale } }
  }

  /// The distribution over replicates.
  /// - Parameter memory: of what was worked out for other months of the same metric
  public func distribution(_ metric: Metric, step: Int, memory: MetricMemory = MetricMemory()) -> CountDistribution {
    switch metric.formula {
    case .share, .vacancyRate, .wastage, .costPerQualified, .cost:
      let all = exact(metric, step: step, memory)
      let existing = all.compactMap(\.self)
      return CountDistribution(
        MetricEvaluation.rounded(existing, metric.unit), absent: all.count - existing.count)
    default:
      return CountDistribution(MetricEvaluation.rounded(present(metric, step, memory), metric.unit))
    }
  }

  /// In the metric's unit, not yet rounded; nil where the number does not exist.
  private func exact(_ metric: Metric, step: Int, _ memory: MetricMemory = MetricMemory()) -> [Double?] {
    switch metric.formula {
    case .cost:
      // Money beyond what a whole number holds exactly is no number to report.
      return present(metric, step, memory).map { $0.magnitude <= MetricEvaluation.mostMoney ? $0 : nil }
    case .share(let part, let whole): return ratio(sum(part, step...step), sum(whole, step...step))
    case .vacancyRate(let stock, let fte):
      let target = targets(stock, step)
      return ratio(zip(target, weighted(fte, step, memory)).map { $0 - $1 }, target)
    case .wastage(let leavers, let heads):
      return ratio(sum(leavers, step - 11...step), sum(heads, step - 12...step).map { $0 / 13 })
    case .costPerQualified(let costs, let qualifiers):
      return ratio(money(costs, step - 11...step, memory), sum(qualifiers, step - 11...step))
    default: return present(metric, step, memory).map(\.self)
    }
  }

  /// The metrics that exist in every replicate, not yet rounded.
  private func present(_ metric: Metric, _ step: Int, _ memory: MetricMemory) -> [Double] {
    switch metric.formula {
    case .sum(let series): return sum(series, step...step)
    case .weighted(let terms): return weighted(terms, step, memory)
    case .target(let stock): return targets(stock, step)
    case .vacancies(let stock, let fte): return zip(targets(stock, step), weighted(fte, step, memory)).map { $0 - $1 }
    case .twelveMonths(let series), .financialYear(let series): return sum(series, step - 11...step)
    case .quarter(let series): return sum(series, step - 2...step)
    case .cost(let costs, let window): return money(costs, step - window.length + 1...step, memory)
    case .share, .vacancyRate, .wastage, .costPerQualified: return []
    }
  }

  /// Base series summed over series and months, by replicate; of whole people exact.
  private func sum(_ series: [Int], _ steps: ClosedRange<Int>) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        ensemble.add(slot, to: &total)
      }
    }
    return total
  }

  /// Σ people × weights, not yet rounded.
  private func weighted(_ terms: [Metric.Term], _ step: Int, _ memory: MetricMemory) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for term in terms {
      let people = sum(term.series, step...step)
      let weights = memory.weights(term.weights) { self.weights(term.weights) }
      for place in total.indices { total[place] += people[place] * weights[place] }
    }
    return total
  }

  /// The product of parameters, by replicate.
  private func weights(_ parameters: [Int]) -> [Double] {
    var weights = [Double](repeating: 1, count: ensemble.replicates)
    for index in parameters {
      var place = 0
      for block in ensemble.blocks {
        for value in block.parameter(index) {
          weights[place] *= value
          place += 1
        }
      }
    }
    return weights
  }

  /// Money spent over months, not yet rounded.
  private func money(_ costs: [Metric.Cost], _ steps: ClosedRange<Int>, _ memory: MetricMemory) -> [Double] {
    if steps.count == 1 { return money(costs, steps.lowerBound, memory) }
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for step in steps {
      let month = memory.money(step) { self.money(costs, step, memory) }
      for place in total.indices { total[place] += month[place] }
    }
    return total
  }

  /// Money spent in a month, not yet rounded.
  private func money(_ costs: [Metric.Cost], _ step: Int, _ memory: MetricMemory) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for cost in costs {
      guard let price = legend.stocks[cost.stock].price else { continue }
      let fte = weighted(cost.fte, step, memory)
      let starts = sum(cost.starts, step...step)
      let learners = sum(cost.learners, step...step)
      var first = 0
      for block in ensemble.blocks {
        let month = price.month(legend.start + step, block)
        for offset in 0..<block.count {
          let place = first + offset
          total[place] +=
            fte[place] * month.perFTE[offset] + starts[place] * month.perStarter[offset]
            + learners[place] * month.perLearner[offset]
        }
        first += block.count
      }
    }
    return total
  }

  private func targets(_ stock: Int, _ step: Int) -> [Double] {
    ensemble.blocks.flatMap { legend.stocks[stock].targets(in: legend.start + step, $0) ?? [] }
  }

  /// The largest ratio that is reported.
  private static let largestRatio = 1e12

  /// The most money that is reported, in £.
  private static let mostMoney = 1e15

  /// Rounded half to even to a whole multiple of the unit, once.
  static func rounded(_ value: Double, _ unit: Metric.Unit) -> Int64 {
    Int64((value * unit.scale).rounded(.toNearestOrEven))
  }

  /// Each rounded half to even to a whole multiple of the unit, once.
  ///
  /// 1.5 · 2⁵² is added: what is left of the sum's digits is the whole number, rounded as the processor rounds sums.
  static func rounded(_ values: [Double], _ unit: Metric.Unit) -> [Int64] {
    let magic = 0x1.8p52
    let origin = Int64(bitPattern: magic.bitPattern)
    let scale = unit.scale
    var beyond: Int64 = 0
    let all = [Int64](unsafeUninitializedCapacity: values.count) { buffer, count in
      for place in values.indices {
        let whole = Int64(bitPattern: (values[place] * scale + magic).bitPattern) &- origin
        // Bits above the 50th, of the number or of its complement, tell of a number that has no place there.
        beyond |= (whole ^ (whole >> 63)) >> 50
        buffer[place] = whole
      }
      count = values.count
    }
    return beyond == 0 ? all : values.map { rounded($0, unit) }
  }

  private func ratio(_ part: [Double], _ whole: [Double]) -> [Double?] {
    zip(part, whole).map { part, whole in
      // A ratio to nothing, or to next to nothing, does not exist.
      let value = part / whole
      return value.magnitude <= MetricEvaluation.largestRatio ? value : nil
    }
  }
}
