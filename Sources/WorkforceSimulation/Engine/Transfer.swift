/// People who went from one cell to another, as replicates record them for those who follow cohorts.
struct Transfer<Count: Sendable>: Sendable {
  /// Outside the service.
  static var outside: Int { -1 }

  /// The cell left; ``outside`` for those who join.
  var from: Int
  /// The cell entered; ``outside`` for those who leave.
  var to: Int
  /// People in the cell left, before.
  var population: Count
  var people: Count
  /// Address of what happened, for draws of who among them it happened to.
  var site: UInt64
  var entry: Int
  var month: Int
  /// Whether they are appointed to the grade that their programme leads to.
  var isAppointment = false
}

/// What a replicate records of who went where, in order.
enum MovementRecord<Count: Sendable>: Sendable {
  /// Those moved arrive when the next ``settled`` says so.
  case moved(Transfer<Count>)
  case settled
  /// The end of a month, with its step from the opening.
  case closed(step: Int)
}

extension Transfer where Count == EightCounts {
  /// What it was in one future.
  func alone(_ future: Int) -> Transfer<Int> {
    Transfer<Int>(
      from: from, to: to, population: Int(population[future]), people: Int(people[future]), site: site, entry: entry,
      month: month, isAppointment: isAppointment)
  }
}
