extension Metric.Formula {
  /// Of a sum of people the base series and the months that are summed; nil of anything else.
  func people(_ step: Int) -> (series: [Int], steps: ClosedRange<Int>)? {
    switch self {
    case .sum(let series): (series, step...step)
    case .quarter(let series): (series, step - 2...step)
    case .twelveMonths(let series), .financialYear(let series): (series, step - 11...step)
    default: nil
    }
  }

  /// What formulas that are worked out together have in common.
  enum Root: Hashable {
    case people([Int])
    case weighted([Metric.Term])
    case money([Metric.Cost])
    case none
  }

  var root: Root {
    switch self {
    case .sum(let series), .twelveMonths(let series), .financialYear(let series), .quarter(let series):
      .people(series)
    case .share(_, let series): .people(series)
    case .weighted(let terms), .vacancies(_, let terms), .vacancyRate(_, let terms): .weighted(terms)
    case .cost(let costs, _), .costPerQualified(let costs, _): .money(costs)
    case .target, .wastage: .none
    }
  }
}
