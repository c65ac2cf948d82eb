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
  public func distribution(_ metric: Metric, step: Int) -> CountDistribution {
    switch metric.formula {
    case .share, .vacancyRate, .wastage, .costPerQualified, .cost:
      let all = values(metric, step: step)
      let existing = all.compactMap(\.self)
      return CountDistribution(existing, absent: all.count - existing.count)
    default:
      return CountDistribution(present(metric, step).map { MetricEvaluation.rounded($0, metric.unit) })
    }
  }

  /// In the metric's unit, not yet rounded; nil where the number does not exist.
  private func exact(_ metric: Metric, step: Int) -> [Double?] {
    switch metric.formula {
    case .cost:
      // Money beyond what a whole number holds exactly is no number to report.
      return present(metric, step).map { $0.magnitude <= MetricEvaluation.mostMoney ? $0 : nil }
    case .share(let part, let whole): return ratio(sum(part, step...step), sum(whole, step...step))
    case .vacancyRate(let stock, let fte):
      let target = targets(stock, step)
      return ratio(zip(target, weighted(fte, step)).map { $0 - $1 }, target)
    case .wastage(let leavers, let heads):
      return ratio(sum(leavers, step - 11...step), sum(heads, step - 12...step).map { $0 / 13 })
    case .costPerQualified(let costs, let qualifiers):
      return ratio(money(costs, step - 11...step), sum(qualifiers, step - 11...step))
    default: return present(metric, step).map(\.self)
    }
  }

  /// The metrics that exist in every replicate, not yet rounded.
  private func present(_ metric: Metric, _ step: Int) -> [Double] {
    switch metric.formula {
    case .sum(let series): return sum(series, step...step)
    case .weighted(let terms): return weighted(terms, step)
    case .target(let stock): return targets(stock, step)
    case .vacancies(let stock, let fte): return zip(targets(stock, step), weighted(fte, step)).map { $0 - $1 }
    case .twelveMonths(let series), .financialYear(let series): return sum(series, step - 11...step)
    case .quarter(let series): return sum(series, step - 2...step)
    case .cost(let costs, let window): return money(costs, step - window.length + 1...step)
    case .share, .vacancyRate, .wastage, .costPerQualified: return []
    }
  }

  /// Base series summed over series and months, by replicate; of whole people exact.
  private func sum(_ series: [Int], _ steps: ClosedRange<Int>) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        var first = 0
        for block in ensemble.blocks {
          block.add(slot, to: &total, from: first)
          first += block.count
        }
      }
    }
    return total
  }

  /// Σ people × weights, not yet rounded.
  private func weighted(_ terms: [Metric.Term], _ step: Int) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for term in terms {
      let people = sum(term.series, step...step)
      var position = 0
      for block in ensemble.blocks {
        var weights = [Double](repeating: 1, count: block.count)
        for index in term.weights {
          for (offset, value) in block.parameter(index).enumerated() { weights[offset] *= value }
        }
        for weight in weights {
          total[position] += people[position] * weight
          position += 1
        }
      }
    }
    return total
  }

  /// Money spent over months, not yet rounded.
  private func money(_ costs: [Metric.Cost], _ steps: ClosedRange<Int>) -> [Double] {
    var total = [Double](repeating: 0, count: ensemble.replicates)
    for step in steps {
      for cost in costs {
        guard let price = legend.stocks[cost.stock].price else { continue }
        let fte = weighted(cost.fte, step)
        let starts = sum(cost.starts, step...step)
        let learners = sum(cost.learners, step...step)
        var position = 0
        for block in ensemble.blocks {
          let month = price.month(legend.start + step, block)
          for offset in 0..<block.count {
            total[position] +=
              fte[position] * month.perFTE[offset] + starts[position] * month.perStarter[offset]
              + learners[position] * month.perLearner[offset]
            position += 1
          }
        }
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

  private func ratio(_ part: [Double], _ whole: [Double]) -> [Double?] {
    zip(part, whole).map { part, whole in
      // A ratio to nothing, or to next to nothing, does not exist.
      let value = part / whole
      return value.magnitude <= MetricEvaluation.largestRatio ? value : nil
    }
  }
}
