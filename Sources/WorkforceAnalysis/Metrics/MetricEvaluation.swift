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
    var result: [Int64?] = []
    result.reserveCapacity(ensemble.replicates)
    for block in ensemble.blocks { result += values(metric, step, block) }
    return result
  }

  /// The distribution over replicates.
  public func distribution(_ metric: Metric, step: Int) -> CountDistribution {
    let all = values(metric, step: step)
    let present = all.compactMap(\.self)
    return CountDistribution(present, absent: all.count - present.count)
  }

  private func sum(_ series: [Int], _ step: Int, _ block: Ensemble.Block) -> [Int64] {
    var total = [Int64](repeating: 0, count: block.count)
    for one in series {
      guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
      for (offset, value) in block.column(slot).enumerated() { total[offset] += Int64(value) }
    }
    return total
  }

  private func window(_ series: [Int], _ steps: ClosedRange<Int>, _ block: Ensemble.Block) -> [Int64] {
    var total = [Int64](repeating: 0, count: block.count)
    for step in steps { for (offset, value) in sum(series, step, block).enumerated() { total[offset] += value } }
    return total
  }

  /// Σ people × weights, not yet rounded.
  private func weighted(_ terms: [Metric.Term], _ step: Int, _ block: Ensemble.Block) -> [Double] {
    var total = [Double](repeating: 0, count: block.count)
    for term in terms {
      guard let slot = ensemble.slot(of: legend.column(series: term.series, month: step)) else { continue }
      let people = block.column(slot)
      var weights = [Double](repeating: 1, count: block.count)
      for index in term.weights {
        for (offset, value) in block.parameter(index).enumerated() { weights[offset] *= value }
      }
      for (offset, count) in people.enumerated() { total[offset] += Double(count) * weights[offset] }
    }
    return total
  }

  private func targets(_ stock: Int, _ step: Int, _ block: Ensemble.Block) -> [Double] {
    legend.stocks[stock].targets(in: legend.start + step, block) ?? []
  }

  /// Rounded half to even to a whole multiple of the unit, once.
  static func rounded(_ value: Double, _ unit: Metric.Unit) -> Int64 {
    Int64((value * unit.scale).rounded(.toNearestOrEven))
  }

  private func values(_ metric: Metric, _ step: Int, _ block: Ensemble.Block) -> [Int64?] {
    func round(_ values: [Double]) -> [Int64?] { values.map { MetricEvaluation.rounded($0, metric.unit) } }
    func ratio(_ part: [Double], _ whole: [Double]) -> [Int64?] {
      zip(part, whole).map { $1 == 0 ? nil : MetricEvaluation.rounded($0 / $1, metric.unit) }
    }
    switch metric.formula {
    case .sum(let series): return sum(series, step, block).map(\.self)
    case .weighted(let terms): return round(weighted(terms, step, block))
    case .target(let stock): return round(targets(stock, step, block))
    case .vacancies(let stock, let fte):
      return round(zip(targets(stock, step, block), weighted(fte, step, block)).map { $0 - $1 })
    case .vacancyRate(let stock, let fte):
      let target = targets(stock, step, block)
      return ratio(zip(target, weighted(fte, step, block)).map { $0 - $1 }, target)
    case .share(let part, let whole):
      return ratio(sum(part, step, block).map(Double.init), sum(whole, step, block).map(Double.init))
    case .twelveMonths(let series), .financialYear(let series):
      return window(series, step - 11...step, block).map(\.self)
    case .wastage(let leavers, let heads):
      let leaving = window(leavers, step - 11...step, block).map { Double($0) }
      let mean = window(heads, step - 12...step, block).map { Double($0) / 13 }
      return ratio(leaving, mean)
    }
  }
}
