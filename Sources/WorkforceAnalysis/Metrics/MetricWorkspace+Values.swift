import WorkforceModel
import WorkforceSimulation

extension MetricWorkspace {
  /// The largest ratio that is reported.
  private static let largestRatio = 1e12
  /// The most money that is reported, in £: beyond, a whole number does not hold it exactly.
  private static let mostMoney = 1e15

  /// Works out a formula in a month; no number where it does not exist.
  func fill(_ target: ReplicateColumn<Double>, _ formula: Metric.Formula, _ step: Int) {
    switch formula {
    case .sum, .twelveMonths, .financialYear, .quarter:
      if let (series, steps) = formula.people(step) { sums.add(series, steps, to: target) }
    case .weighted(let terms): weighted(terms, step, target)
    case .target(let stock): targets(stock, step, target)
    case .vacancies(let stock, let fte):
      targets(stock, step, target)
      borrowed { people in
        weighted(fte, step, people)
        for place in 0..<target.count { target.start[place] -= people.start[place] }
      }
    case .vacancyRate(let stock, let fte):
      borrowed { goals in
        targets(stock, step, goals)
        weighted(fte, step, target)
        for place in 0..<target.count { target.start[place] = goals.start[place] - target.start[place] }
        divide(target, by: goals)
      }
    case .share(let part, let whole): share(part, of: whole, step...step, target)
    case .wastage(let leavers, let heads):
      sums.add(leavers, step - 11...step, to: target)
      borrowed { mean in
        sums.add(heads, step - 12...step, to: mean)
        for place in 0..<target.count { mean.start[place] /= 13 }
        divide(target, by: mean)
      }
    case .cost(let costs, let window):
      money(costs, step - window.length + 1...step, target)
      limit(target, to: MetricWorkspace.mostMoney)
    case .costPerQualified(let costs, let qualifiers):
      money(costs, step - 11...step, target)
      borrowed { people in
        sums.add(qualifiers, step - 11...step, to: people)
        divide(target, by: people)
      }
    }
  }

  private func share(
    _ part: [Int], of whole: [Int], _ steps: ClosedRange<Int>, _ target: ReplicateColumn<Double>
  ) {
    sums.add(part, steps, to: target)
    borrowed { all in
      sums.add(whole, steps, to: all)
      divide(target, by: all)
    }
  }

  /// Σ people × weights.
  func weighted(_ terms: [Metric.Term], _ step: Int, _ target: ReplicateColumn<Double>) {
    target.fill(0)
    let total = target.start
    for term in terms {
      let weight = self.weight(term.weights)
      if let people = sums.whole(term.series, step...step)?.start {
        switch weight {
        case .certain(let weight):
          for place in 0..<target.count { total[place] += Double(people[place]) * weight }
        case .drawn(let weights):
          for place in 0..<target.count { total[place] += Double(people[place]) * weights.start[place] }
        }
        continue
      }
      borrowed { people in
        sums.add(term.series, step...step, to: people)
        switch weight {
        case .certain(let weight):
          for place in 0..<target.count { total[place] += people.start[place] * weight }
        case .drawn(let weights):
          for place in 0..<target.count { total[place] += people.start[place] * weights.start[place] }
        }
      }
    }
  }

  /// The target of a stock, in FTE.
  private func targets(_ stock: Int, _ step: Int, _ target: ReplicateColumn<Double>) {
    let (own, month) = (legend.stocks[stock], legend.start + step)
    if let certain = own.certainTarget(in: month, { certainValue($0) }) {
      target.fill(certain)
      return
    }
    var place = 0
    for block in ensemble.blocks {
      for value in own.targets(in: month, block) ?? [] {
        target.start[place] = value
        place += 1
      }
    }
  }

  /// A ratio to nothing, or to next to nothing, does not exist.
  private func divide(_ part: ReplicateColumn<Double>, by whole: ReplicateColumn<Double>) {
    for place in 0..<part.count { part.start[place] /= whole.start[place] }
    limit(part, to: MetricWorkspace.largestRatio)
  }

  /// Beyond a limit there is no number to report.
  private func limit(_ column: ReplicateColumn<Double>, to most: Double) {
    for place in 0..<column.count {
      let value = column.start[place]
      column.start[place] = value.magnitude <= most ? value : .nan
    }
  }
}
