import WorkforceModel
import WorkforceSimulation

/// Money spent, not yet rounded.
extension MetricWorkspace {
  /// Months whose money is kept: those of the longest window.
  private static let longestWindow = 12
  /// Replicates whose months are summed together: their money stays in the nearest cache.
  private static let stretch = 1_024

  /// Money spent over months.
  func money(_ costs: [Metric.Cost], _ steps: ClosedRange<Int>, _ target: ReplicateColumn<Double>) {
    let months = steps.map { money(costs, $0) }
    if months.count == 1 {
      target.start.update(from: months[0].start, count: target.count)
      return
    }
    target.fill(0)
    for first in stride(from: 0, to: target.count, by: MetricWorkspace.stretch) {
      let end = min(first + MetricWorkspace.stretch, target.count)
      for month in months {
        for place in first..<end { target.start[place] += month.start[place] }
      }
    }
  }

  /// Money spent in a month; kept while a window may reach back to it.
  private func money(_ costs: [Metric.Cost], _ step: Int) -> ReplicateColumn<Double> {
    if costs != self.costs {
      money = [:]
      self.costs = costs
    }
    if let known = money[step] { return known }
    let month = money.removeValue(forKey: step - MetricWorkspace.longestWindow) ?? ReplicateColumn(replicates, 0)
    month.fill(0)
    for cost in costs { add(cost, step, to: month) }
    money[step] = month
    return month
  }

  /// What is paid at the prices of one stock.
  private func add(_ cost: Metric.Cost, _ step: Int, to month: ReplicateColumn<Double>) {
    guard let price = legend.stocks[cost.stock].price else { return }
    borrowed { fte in
      borrowed { starts in
        borrowed { learners in
          weighted(cost.fte, step, fte)
          sums.add(cost.starts, step...step, to: starts)
          sums.add(cost.learners, step...step, to: learners)
          if let prices = price.certain(legend.start + step, { certainValue($0) }) {
            for place in 0..<month.count {
              month.start[place] +=
                fte.start[place] * prices.perFTE + starts.start[place] * prices.perStarter
                + learners.start[place] * prices.perLearner
            }
            return
          }
          var first = 0
          for block in ensemble.blocks {
            price.add(
              legend.start + step, block, fte: fte.start + first, starts: starts.start + first,
              learners: learners.start + first, to: month.start + first)
            first += block.count
          }
        }
      }
    }
  }
}
