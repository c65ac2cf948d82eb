/// What can happen to one person in one month; at most one of these does.
///
/// Those who start do so in step 4 and are exposed from the next month on; those who finish in step 3 have survived
/// step 1, and there is nothing more that can happen to them that month.
struct OracleEvent: Hashable, Sendable {
  /// The kind of event.
  enum Kind: Hashable, Sendable {
    case entered
    case left
    case moved
    case withdrew
    case finished
  }

  var kind: Kind
  /// Stock that the person comes from; nil from outside.
  var from: String?
  /// Stock that the person goes to; nil out of the service.
  var to: String?

  /// Whether the person leaves the service: that happens once in a career.
  var isDeparture: Bool { to == nil }
}
