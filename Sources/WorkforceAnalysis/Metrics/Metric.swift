public import WorkforceModel

/// A quantity that a run reports: `PO.fte`, `PQiP.starts-12mo`.
public struct Metric: Sendable, Equatable {
  public enum Unit: String, Sendable {
    case heads, fte, rate, money

    /// How many of the whole numbers that statistics are made of are one of the unit.
    public var scale: Double {
      switch self {
      case .heads, .money: 1
      case .fte: 100
      case .rate: 1_000_000
      }
    }
  }

  public let name: String
  public let unit: Unit
  /// A stock is counted at a month's end and exists at the opening; a flow happens during a month.
  public let isStock: Bool
  public let summary: String
  let formula: Formula

  /// How a metric comes from the base series and the parameters of a replicate.
  indirect enum Formula: Sendable, Hashable {
    /// The sum of base series.
    case sum([Int])
    /// The sum of base series, each multiplied by parameters.
    case weighted([Term])
    /// The target of a stock.
    case target(stock: Int)
    /// The target of a stock less its FTE.
    case vacancies(stock: Int, fte: [Term])
    case vacancyRate(stock: Int, fte: [Term])
    /// A sum of series over another sum.
    case share([Int], of: [Int])
    /// A flow summed over the last twelve months.
    case twelveMonths([Int])
    /// A flow summed over the financial year, April to March, that ends with the month.
    case financialYear([Int])
    /// A flow summed over the calendar quarter that ends with the month.
    case quarter([Int])
    /// Money spent over a window of months that ends with the month.
    case cost([Cost], Window)
    /// Money spent in twelve months over those who qualified in them.
    case costPerQualified([Cost], qualifiers: [Int])
    /// Leavers of twelve months over the mean of the thirteen month-end heads.
    case wastage(leavers: [Int], heads: [Int])
  }

  /// Months that a flow is summed over.
  enum Window: Sendable, Hashable {
    case month, quarter, twelveMonths, financialYear

    var length: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .twelveMonths, .financialYear: 12
      }
    }
  }

  /// What is paid for at the prices of one stock.
  struct Cost: Sendable, Hashable {
    /// Index of the stock in the legend.
    var stock: Int
    var fte: [Term]
    var starts: [Int]
    var learners: [Int]

    var series: [Int] { fte.flatMap(\.series) + starts + learners }
  }

  /// People counted together before they are weighted, so that a value does not depend on how they are divided.
  struct Term: Sendable, Hashable {
    var series: [Int]
    /// Indices of the parameters whose product is the weight.
    var weights: [Int]
  }

  /// The months of the run (0 is the opening) in which the metric exists.
  public func exists(in step: Int, start: Month) -> Bool {
    switch formula {
    case .twelveMonths, .wastage, .cost(_, .twelveMonths), .costPerQualified: step >= 12
    case .financialYear, .cost(_, .financialYear): step >= 12 && (start + step).month == 3
    case .quarter, .cost(_, .quarter): step >= 3 && (start + step).month % 3 == 0
    default: isStock || step >= 1
    }
  }

  /// The base series and the months of each (relative to the one asked for) that it is computed from.
  var needs: (series: [Int], back: Int) {
    switch formula {
    case .sum(let series): (series, 0)
    case .weighted(let terms): (terms.flatMap(\.series), 0)
    case .target: ([], 0)
    case .vacancies(_, let fte), .vacancyRate(_, let fte): (fte.flatMap(\.series), 0)
    case .share(let part, let whole): (part + whole, 0)
    case .twelveMonths(let series), .financialYear(let series): (series, 11)
    case .quarter(let series): (series, 2)
    case .cost(let costs, let window): (costs.flatMap(\.series), window.length - 1)
    case .costPerQualified(let costs, let qualifiers): (costs.flatMap(\.series) + qualifiers, 11)
    case .wastage(let leavers, let heads): (leavers + heads, 12)
    }
  }
}
