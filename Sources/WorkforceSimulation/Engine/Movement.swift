/// How people move: by draws, or by expectations. The month's steps are written once, over this.
protocol Movement {
  associatedtype Count: Sendable, AdditiveArithmetic, Comparable
  /// A probability made ready to be applied to many counts.
  associatedtype Law

  func law(_ probability: Double) -> Law
  /// How many of `count` an event of this law happens to, at an address.
  mutating func happening(to count: Count, _ law: Law, site: UInt64, entry: Int, month: Int) -> Count
  /// The same, for a draw in between draws for neighbouring cells, whose shared block it leaves at hand.
  func happeningBetween(to count: Count, _ law: Law, site: UInt64, entry: Int, month: Int) -> Count
  /// A Poisson number with this mean.
  mutating func poisson(_ mean: Double, site: UInt64, month: Int) -> Count
  /// A planned number in the month that ends the running total `upTo`, begun at `from`.
  func planned(from: Double, upTo: Double) -> Count
  /// People, from a number of people or from FTE ÷ FTE per head.
  func people(_ number: Double) -> Count
  /// The total divided by shares that sum to 1.
  func divided(_ total: Count, by shares: [Double]) -> [Count]
  /// The total divided evenly.
  func divided(_ total: Count, evenly parts: Int) -> [Count]
}
