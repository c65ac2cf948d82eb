/// The memory in which a worker simulates futures, some side by side, one after another. What is in ``rooms`` lives as long
/// as this.
final class EngineRoom<Count: FutureCount> {
  struct Rooms {
    var shape: PlanShape
    var rules: RuleShape
    /// By parameter.
    var values: Room<Count.Number>
    var cells: Room<Count>
    /// Base series by month and series; see ``Legend/column(series:month:)``.
    var frame: Room<Count>
    /// By flow: people on their way to another stock in this month.
    var arriving: Room<Count>
    /// By stock: everybody in it at the close of the month before.
    var held: Room<Count>
    /// By first stock of a grade: orders that have not started yet.
    var ordered: Room<Count>
    /// By month of the run and recruitment: orders that start in it; none where no vacancies are filled.
    var orders: Room<Count>
    var runs: Stack<CellRun>
    var list: ExitList<Count>
    var taken: TakenList<Count>
    var scratch: DrawScratch

    /// As nobody had used it.
    func clear() {
      cells.fill(.nobody)
      frame.fill(.nobody)
      arriving.fill(.nobody)
      held.fill(.nobody)
      ordered.fill(.nobody)
      orders.fill(.nobody)
    }
  }

  let rooms: Rooms

  /// - Parameter width: of the vectors used, in bits
  init(_ plan: Plan, width: Int32 = FutureAddresses.widest) {
    let zero = Count.nobody
    let rules = RuleShape(plan)
    rooms = Rooms(
      shape: PlanShape(plan), rules: rules, values: Room(repeating: .nought, count: plan.parameters.count),
      cells: Room(repeating: zero, count: plan.cellCount),
      frame: Room(repeating: zero, count: plan.seriesCount * (plan.months + 1)),
      arriving: Room(repeating: zero, count: plan.flows.count),
      held: Room(repeating: zero, count: plan.stocks.count),
      ordered: Room(repeating: zero, count: plan.stocks.count),
      orders: Room(
        repeating: zero, count: rules.fillings.count == 0 ? 0 : (plan.months + 1) * plan.recruitments.count),
      runs: Stack(capacity: plan.runCount, CellRun.none),
      list: ExitList(cells: plan.cellCount, runs: plan.runCount), taken: TakenList(cells: plan.cellCount),
      scratch: DrawScratch(plan, width: width))
  }

  deinit {
    rooms.shape.deallocate()
    rooms.rules.deallocate()
    rooms.values.deallocate()
    rooms.cells.deallocate()
    rooms.frame.deallocate()
    rooms.arriving.deallocate()
    rooms.held.deallocate()
    rooms.ordered.deallocate()
    rooms.orders.deallocate()
    rooms.runs.deallocate()
    rooms.list.deallocate()
    rooms.taken.deallocate()
    rooms.scratch.deallocate()
  }
}
