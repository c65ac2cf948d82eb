/// What the loop reads of a plan's stocks and flows, as plain numbers side by side.
struct PlanShape {
  struct Stock {
    var firstCell: Int
    /// The cell that the entry month 0 would have.
    var origin: Int
    var firstEntry: Int
    var hasOpenCell: Bool
    var isByEntry: Bool
    /// From which month after entry on somebody is in the stock, and up to which.
    var earliest: Int
    var latest: Int
    /// Where the bounds of its classes of service stand, for hazards and for reports.
    var hazards: Places
    var reports: Places
    var headsSeries: Int
    var firstLaw: Int
    var outlets: Places
    var exitSite: UInt64

    /// Laws of a class: of the total, and of the outlets but the last.
    var lawWidth: Int { max(1, outlets.count) }
  }

  struct Flow {
    var to: Int
    var atService: Int
    var site: UInt64
    var lossSeries: Int
    var gainSeries: Int
  }

  /// A stock that people leave when its stage of a programme ends.
  struct Stage {
    var stock: Int
    var programme: Int
    /// What the stage is: of those on the programme for its length, of those who take longer, or of those awaiting.
    var isLearners: Bool
    var isLonger: Bool
  }

  let stocks: Room<Stock>
  /// In the order in which they end within a month.
  let stages: Room<Stage>
  let flows: Room<Flow>
  /// Months of service that divide stocks.
  let bounds: Room<Int>
  /// By month of the run and stock: whether some hazard differs from the month before.
  let changes: Room<Bool>

  init(_ plan: Plan) {
    var bounds: [Int] = []
    func place(_ own: [Int]) -> Places {
      bounds += own
      return Places(bounds.count - own.count..<bounds.count)
    }
    stocks = Room(
      plan.stocks.map { stock in
        Stock(
          firstCell: stock.firstCell, origin: stock.cell(entry: 0), firstEntry: stock.firstEntry,
          hasOpenCell: stock.hasOpenCell, isByEntry: stock.isByEntry, earliest: stock.stage?.lowerBound ?? 0,
          latest: stock.stage?.upperBound ?? Int.max, hazards: place(stock.hazardBounds),
          reports: place(stock.reportBounds), headsSeries: stock.headsSeries, firstLaw: stock.firstLaw,
          outlets: Places(stock.outlets), exitSite: stock.exitSite)
      })
    flows = Room(
      plan.flows.map {
        Flow(
          to: $0.to, atService: $0.atService, site: $0.site, lossSeries: $0.lossSeries, gainSeries: $0.gainSeries)
      })
    stages = Room(
      plan.programmes.enumerated().flatMap { index, programme in
        [Stage(stock: programme.learners, programme: index, isLearners: true, isLonger: false)]
          + (programme.longer < 0
            ? [] : [Stage(stock: programme.longer, programme: index, isLearners: false, isLonger: true)])
          + programme.awaiting.map { Stage(stock: $0, programme: index, isLearners: false, isLonger: false) }
      })
    self.bounds = Room(bounds)
    changes = Room((0...plan.months).flatMap { step in plan.stocks.map { $0.hazardChanges[step] } })
  }

  func deallocate() {
    stocks.deallocate()
    flows.deallocate()
    stages.deallocate()
    bounds.deallocate()
    changes.deallocate()
  }
}
