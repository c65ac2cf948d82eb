public import WorkforceModel

/// What the indices of a plan mean: names, dates and units, kept away from the loop.
public struct Legend: Sendable {
  public struct Stock: Sendable {
    public var key: String
    public var name: String
    public var isGrade: Bool
    /// The family of a pathway.
    public var family: String?
    /// The grade that the learners of a pathway are employed in.
    public var employedAs: String?
    /// Index of the parameter with FTE per head.
    public var ftePerHead: Int
    /// Months of service that divide the heads reported, 0 first.
    public var reportBounds: [Int]
    /// First of the series of heads, one for each report bound: heads from that bound up to the next.
    public var headsSeries: Int
    /// For each report bound, the parameter with the share of time free for the work.
    public var capacity: [Int]
    /// The service from which heads are one group of unknown service; nil when there is none.
    public var openFrom: Int?
    /// First of the series of flows, in the order of ``GradeFlow`` or ``PathwayFlow``.
    public var flowSeries: Int
    var target: DatedLevel?

    public var hasTarget: Bool { target != nil }

    /// The target in a month, in FTE, for each replicate of a block.
    public func targets(in month: Month, _ block: Ensemble.Block) -> [Double]? {
      target.map { target in
        (0..<block.count).map { offset in
          target.value(in: month.index) { index in
            let values = block.parameter(index)
            return values[values.startIndex + offset]
          }
        }
      }
    }
  }

  public enum GradeFlow: Int, CaseIterable, Sendable {
    case joiners, qualifiers, movesIn, reverted, leavers, movesOut
  }

  public enum PathwayFlow: Int, CaseIterable, Sendable {
    case starts, left, reverted, finished
  }

  public struct Parameter: Sendable {
    /// The path of the value.
    public var path: String
    public var quantity: Quantity
    /// The path that its draw is addressed by; nil when certain.
    public var drawPath: String?
    public var mean: Double
  }

  public var start: Month
  public var months: Int
  public var stocks: [Stock]
  public var parameters: [Parameter]
  public var seriesCount: Int

  public var grades: [Stock] { stocks.filter(\.isGrade) }
  public var pathways: [Stock] { stocks.filter { !$0.isGrade } }

  /// The column of a base series in a month of the run; 0 is the opening.
  public func column(series: Int, month: Int) -> Int { month * seriesCount + series }
}

/// A plan with its legend.
public struct CompiledScenario: Sendable {
  public var plan: Plan
  public var legend: Legend
}
