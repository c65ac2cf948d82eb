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
    switch metric.formula {
    case .share(let part, let whole): return ratio(people(part, step...step), people(whole, step...step))
    case .vacancyRate(let stock, let fte):
      let target = targets(stock, step)
      return ratio(zip(target, weighted(fte, step)).map { $0 - $1 }, target)
    case .wastage(let leavers, let heads):
      return ratio(people(leavers, step - 11...step), people(heads, step - 12...step).map { $0 / 13 })
    default: return present(metric, step).map(\.self)
    }
  }

  /// The distribution over replicates.
  public func distribution(_ metric: Metric, step: Int) -> CountDistribution {
    switch metric.formula {
    case .share, .vacancyRate, .wastage:
      let all = values(metric, step: step)
      let existing = all.compactMap(\.self)
      return CountDistribution(existing, absent: all.count - existing.count)
    default: return CountDistribution(present(metric, step))
    }
  }

  /// The metrics that exist in every replicate.
  private func present(_ metric: Metric, _ step: Int) -> [Int64] {
    func round(_ values: [Double]) -> [Int64] { values.map { MetricEvaluation.rounded($0, metric.unit) } }
    switch metric.formula {
    case .sum(let series): return sum(series, step...step)
    case .weighted(let terms): return round(weighted(terms, step))
    case .target(let stock): return round(targets(stock, step))
    case .vacancies(let stock, let fte): return round(zip(targets(stock, step), weighted(fte, step)).map { $0 - $1 })
    case .twelveMonths(let series), .financialYear(let series): return sum(series, step - 11...step)
    case .quarter(let series): return sum(series, step - 2...step)
    case .share, .vacancyRate, .wastage: return []
    }
  }

  /// Base series summed over series and months, by replicate.
  private func sum(_ series: [Int], _ steps: ClosedRange<Int>) -> [Int64] {
    var total = [Int64](repeating: 0, count: ensemble.replicates)
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        var position = 0
        for block in ensemble.blocks {
          for value in block.column(slot) {
            total[position] += Int64(value)
            position += 1
          }
        }
      }
    }
    return total
  }

  private func people(_ series: [Int], _ steps: ClosedRange<Int>) -> [Double] { sum(series, steps).map { Double($0) } }

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
          total[position] += Double(people[position]) * weight
          position += 1
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

  /// Rounded half to even to a whole multiple of the unit, once.
  static func rounded(_ value: Double, _ unit: Metric.Unit) -> Int64 {
    Int64((value * unit.scale).rounded(.toNearestOrEven))
  }

  private func ratio(_ part: [Double], _ whole: [Double]) -> [Int64?] {
    zip(part, whole).map { part, whole in
      // A ratio to nothing, or to next to nothing, does not exist.
      let value = part / whole
      return value.magnitude <= MetricEvaluation.largestRatio ? MetricEvaluation.rounded(value, .rate) : nil
    }
  }
}
