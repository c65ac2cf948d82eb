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

  let stocks: Room<Stock>
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
    self.bounds = Room(bounds)
    changes = Room((0...plan.months).flatMap { step in plan.stocks.map { $0.hazardChanges[step] } })
  }

  func deallocate() {
    stocks.deallocate()
    flows.deallocate()
    bounds.deallocate()
    changes.deallocate()
  }
}
