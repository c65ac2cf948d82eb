public import WorkforceModel

/// What the indices of a plan mean: names, dates and units, kept away from the loop.
public struct Legend: Sendable {
  /// A grade or a pathway.
  public struct Stock: Sendable {
    public var key: String
    public var name: String
    public var isGrade: Bool
    /// The family of a pathway.
    public var family: String?
    /// The grade that the learners of a pathway are employed in.
    public var employedAs: String?
    /// The grade that a pathway leads to.
    public var qualifiesAs: String?
    /// Index of the parameter with FTE per head.
    public var ftePerHead: Int
    /// Months of service that divide the heads reported, 0 first.
    public var reportBounds: [Int]
    /// First of the series of heads (of a pathway: learners), one for each report bound: heads from that bound up to the
    /// next.
    public var headsSeries: Int
    /// Series of those who have finished a pathway and await their appointment.
    public var awaitingSeries: Int?
    /// For each report bound, the parameter with the share of time free for the work.
    public var capacity: [Int]
    /// The service from which heads are one group of unknown service; nil when there is none.
    public var openFrom: Int?
    /// First of the series of flows, in the order of ``GradeFlow`` or ``PathwayFlow``.
    public var flowSeries: Int
    /// What one FTE and one start cost; nil where no pay or cost is given.
    public var price: Price?
    var target: DatedLevel?

    public var hasTarget: Bool { target != nil }

    /// Whether the target in a month may differ from that of the month before.
    public func changesTarget(in month: Month) -> Bool { target?.changes(in: month.index) ?? false }

    /// The target in a month, in FTE, for each replicate of a block.
    public func targets(in month: Month, _ block: Ensemble.Block) -> [Double]? {
      target.map { $0.values(in: month, block) }
    }
  }

  /// The prices of a grade or pathway, over time.
  public struct Price: Sendable {
    /// A year's pay for one FTE.
    var pay: DatedLevel?
    /// Parameter with on-costs as a share of pay.
    var onCosts: Int
    /// Parameters with the cost of a start and of a learner's month.
    var perStarter: Int?
    var perLearnerMonth: Int?
    /// The multiplier on all money.
    var uplift: DatedLevel

    /// Adds what people cost in a month, for each replicate of a block.
    /// - Parameters:
    ///   - fte, starts, learners, total: by replicate of the block
    public func add(
      _ month: Month, _ block: Ensemble.Block, fte: UnsafePointer<Double>, starts: UnsafePointer<Double>,
      learners: UnsafePointer<Double>, to total: UnsafeMutablePointer<Double>
    ) {
      let count = block.count
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 5 * count) { room in
        guard let pay = room.baseAddress else { return }
        let (uplift, onCosts, perStarter, perLearner) = (pay + count, pay + 2 * count, pay + 3 * count, pay + 4 * count)
        room.initialize(repeating: 0)
        self.pay?.fill(pay, in: month, block)
        self.uplift.fill(uplift, in: month, block)
        block.fill(onCosts, self.onCosts)
        if let index = self.perStarter { block.fill(perStarter, index) }
        if let index = perLearnerMonth { block.fill(perLearner, index) }
        for offset in 0..<count {
          let perFTE = pay[offset] * (1 + onCosts[offset]) / 12 * uplift[offset]
          total[offset] +=
            fte[offset] * perFTE + starts[offset] * (perStarter[offset] * uplift[offset])
            + learners[offset] * (perLearner[offset] * uplift[offset])
        }
      }
    }
  }

  public enum GradeFlow: Int, CaseIterable, Sendable {
    case joiners, qualifiers, movesIn, reverted, leavers, movesOut, toTraining, movesOutNotMet, toTrainingNotMet
  }

  public enum PathwayFlow: Int, CaseIterable, Sendable {
    case starts, left, reverted, extended, finished, qualifiers, leftAwaiting
  }

  public struct Parameter: Sendable {
    /// The path of the value.
    public var path: String
    public var quantity: Quantity
    /// The path that its draw is addressed by; nil when certain or computed.
    public var drawPath: String?
    /// The intake's start, or the year's first month, that it is drawn for; nil when drawn once.
    public var occurrence: Month?
    public var mean: Double
  }

  public var start: Month
  public var months: Int
  public var stocks: [Stock]
  public var parameters: [Parameter]
  /// The uncertain things that variance is attributed to: a path whose numbers are drawn together, or a shared factor.
  public var groups: [String]
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
