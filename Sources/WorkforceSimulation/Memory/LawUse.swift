/// What a law of a plan is for, and so what is kept for it.
enum LawUse: Sendable {
  /// The total exit of many cells: thresholds and powers.
  case manyCells
  /// The total exit of one cell: powers.
  case oneCell
  /// The part of an outlet: neither.
  case outlet

  /// By law of a plan.
  static func all(_ plan: Plan) -> [LawUse] {
    var uses = [LawUse](repeating: .outlet, count: plan.lawCount)
    for (index, stock) in plan.stocks.enumerated() {
      let next = index + 1 < plan.stocks.count ? plan.stocks[index + 1].firstLaw : plan.lawCount
      for law in stride(from: stock.firstLaw, to: next, by: max(1, stock.outlets.count)) {
        uses[law] = stock.isByEntry ? .oneCell : .manyCells
      }
    }
    return uses
  }
}
