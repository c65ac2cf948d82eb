/// How people move: by draws, or by expectations. The month's steps are written once, over this.
protocol Movement {
  associatedtype Count: Sendable, SignedNumeric, Comparable
  /// A probability made ready to be applied to many counts.
  associatedtype Law

  func law(_ probability: Double) -> Law
  /// How many of `count` an event of this law happens to, at an address.
  mutating func happening(to count: Count, _ law: Law, site: UInt64, entry: Int, month: Int) -> Count
  /// The same, for a draw in between draws for neighbouring cells, whose shared block it leaves at hand.
  func happeningBetween(to count: Count, _ law: Law, site: UInt64, entry: Int, month: Int) -> Count
  /// How many of `drawn` people, taken from `population` alike, are among the `marked`.
  func taken(_ drawn: Count, from population: Count, marked: Count, site: UInt64, entry: Int, month: Int) -> Count
  /// A Poisson number with this mean.
  mutating func poisson(_ mean: Double, site: UInt64, month: Int) -> Count
  /// A planned number in the month that ends the running total `upTo`, begun at `from`.
  func planned(from: Double, upTo: Double) -> Count
  /// People, from a number of people or from FTE ÷ FTE per head.
  func people(_ number: Double) -> Count
  /// The people needed for a number of them that is lacking.
  func needed(_ number: Double) -> Count
  func number(_ people: Count) -> Double
  /// The total divided over parts by draws of each part among those whom the parts before it leave, with its weight among
  /// its own and those after it; each part at a site of its own.
  func spread(_ total: Count, by weights: [Double], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Count]
  /// The total divided by shares that sum to 1.
  func divided(_ total: Count, by shares: [Double]) -> [Count]
  /// The total divided evenly.
  func divided(_ total: Count, evenly parts: Int) -> [Count]
}
