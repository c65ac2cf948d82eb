/// A flow of a month, in people, named as in the list of metrics (model, section 6).
public indirect enum OracleFlow: Sendable, Hashable {
  /// Leavers of a grade.
  case leavers(String)
  /// Moves at a rate from one grade to another.
  case moves(from: String, to: String)
  /// Moves out of a grade at a rate.
  case movesOut(String)
  /// Moves into a grade at a rate.
  case movesIn(String)
  /// Those who join a grade from outside: its groups with a month of 1 or later.
  case joiners(String)
  /// Those who start a pathway.
  case starts(String)
  /// Withdrawals from a pathway, wherever to.
  case withdrawals(String)
  /// Withdrawals from a pathway out of the service.
  case left(String)
  /// Withdrawals from a pathway back to a grade.
  case reverted(String)
  /// Withdrawn learners who arrive in a grade.
  case revertedInto(String)
  /// Learners of a pathway who finish, and with no waiting qualify.
  case finished(String)
  /// Newly qualified who arrive in a grade.
  case qualifiersInto(String)
  /// Any of several flows, such as one measure over a family of pathways.
  case anyOf([OracleFlow])

  func includes(_ event: OracleEvent) -> Bool {
    switch self {
    case .leavers(let key): event.kind == .left && event.from == key
    case .moves(let origin, let destination):
      event.kind == .moved && event.from == origin && event.to == destination
    case .movesOut(let key): event.kind == .moved && event.from == key
    case .movesIn(let key): event.kind == .moved && event.to == key
    case .joiners(let key), .starts(let key): event.kind == .entered && event.to == key
    case .withdrawals(let key): event.kind == .withdrew && event.from == key
    case .left(let key): event.kind == .withdrew && event.from == key && event.to == nil
    case .reverted(let key): event.kind == .withdrew && event.from == key && event.to != nil
    case .revertedInto(let key): event.kind == .withdrew && event.to == key
    case .finished(let key): event.kind == .finished && event.from == key
    case .qualifiersInto(let key): event.kind == .finished && event.to == key
    case .anyOf(let flows): flows.contains { $0.includes(event) }
    }
  }
}
