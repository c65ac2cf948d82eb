import Oracle
import WorkforceSimulation

/// A base series of the engine with what the oracle calls it.
struct ComparedSeries {
  enum Meaning {
    /// People of a grade or pathway whose months of service, or of programme, are in the range.
    case stock(String, Range<Int>)
    case flow(OracleFlow)
  }

  var name: String
  var series: Int
  var meaning: Meaning

  /// Every base series of a plan.
  static func all(_ legend: Legend) -> [ComparedSeries] {
    legend.stocks.flatMap { stock in
      let bounds = stock.reportBounds + [Int.max]
      let heads = stock.reportBounds.indices.map { position in
        ComparedSeries(
          name: "\(stock.key).heads from \(bounds[position])", series: stock.headsSeries + position,
          meaning: .stock(stock.key, bounds[position]..<bounds[position + 1]))
      }
      return heads + (stock.isGrade ? gradeFlows(stock) : pathwayFlows(stock))
    }
  }

  private static func gradeFlows(_ stock: Legend.Stock) -> [ComparedSeries] {
    Legend.GradeFlow.allCases.compactMap { flow in
      // What the oracle's models do not have is left out.
      let known: OracleFlow? =
        switch flow {
        case .joiners: .joiners(stock.key)
        case .qualifiers: .qualifiersInto(stock.key)
        case .movesIn: .movesIn(stock.key)
        case .reverted: .revertedInto(stock.key)
        case .leavers: .leavers(stock.key)
        case .movesOut: .movesOut(stock.key)
        case .toTraining, .movesOutNotMet, .toTrainingNotMet: nil
        }
      guard let meaning = known else { return nil }
      return ComparedSeries(
        name: "\(stock.key).\(flow)", series: stock.flowSeries + flow.rawValue, meaning: .flow(meaning))
    }
  }

  private static func pathwayFlows(_ stock: Legend.Stock) -> [ComparedSeries] {
    Legend.PathwayFlow.allCases.compactMap { flow in
      let known: OracleFlow? =
        switch flow {
        case .starts: .starts(stock.key)
        case .left: .left(stock.key)
        case .reverted: .reverted(stock.key)
        case .finished, .qualifiers: .finished(stock.key)
        case .extended, .leftAwaiting: nil
        }
      guard let meaning = known else { return nil }
      return ComparedSeries(
        name: "\(stock.key).\(flow)", series: stock.flowSeries + flow.rawValue, meaning: .flow(meaning))
    }
  }

  /// Its exact moments at fixed parameters; the opening has no flows.
  func moments(_ oracle: GroupOracle, month: Int) -> Moments {
    switch meaning {
    case .stock(let key, let service): oracle.stock(key, month: month, service: service)
    case .flow(let flow): month == 0 ? .zero : oracle.flow(flow, month: month)
    }
  }

  /// Its expectation in a month of the recurrence.
  func expected(_ month: ExpectedMonth, _ model: OracleModel) -> Double {
    switch meaning {
    case .stock(let key, let service):
      return (month.people[key] ?? []).enumerated().reduce(0) { service.contains($1.offset) ? $0 + $1.element : $0 }
    case .flow(let flow): return ComparedSeries.expected(flow, month, model)
    }
  }

  private static func expected(_ flow: OracleFlow, _ month: ExpectedMonth, _ model: OracleModel) -> Double {
    switch flow {
    case .leavers(let key): month.leavers[key] ?? 0
    case .movesOut(let key): (month.moves[key] ?? [:]).values.reduce(0, +)
    case .movesIn(let key): month.moves.values.reduce(0) { $0 + ($1[key] ?? 0) }
    case .joiners(let key), .starts(let key): month.entered[key] ?? 0
    case .left(let key): month.left[key] ?? 0
    case .reverted(let key): (month.reverted[key] ?? [:]).values.reduce(0, +)
    case .revertedInto(let key): month.reverted.values.reduce(0) { $0 + ($1[key] ?? 0) }
    case .finished(let key): month.finished[key] ?? 0
    case .qualifiersInto(let key):
      model.pathways.filter { $0.qualifiesAs == key }.reduce(0) { $0 + (month.finished[$1.key] ?? 0) }
    default: .nan
    }
  }
}
