/// How people move: by draws, or by expectations. The month's steps are written once, over this.
protocol Movement {
  associatedtype Count: FutureCount
  typealias Number = Count.Number

  /// How many of `count` an event of this probability happens to, at an address.
  func happening(to count: Count, _ probability: Number, site: UInt64, entry: Int, month: Int) -> Count
  /// Makes a probability ready to be applied to whole stocks.
  mutating func setLaw(_ index: Int, probability: Number)
  /// Takes those who leave out of the cells of the month's runs, and lists them.
  mutating func exits(_ cells: Room<Count>, _ runs: Stack<CellRun>, month: Int, into list: inout ExitList<Count>)
  /// Splits off the part of a task's outlet from the exits listed, into the list's `some`.
  /// - Returns: those split off
  func split(_ list: ExitList<Count>, _ task: SplitTask, month: Int) -> Count
  /// Puts those of some exits that have somebody left first.
  /// - Returns: how many they are
  func compact(_ list: ExitList<Count>, _ exits: Range<Int>) -> Int
  /// Adds up those left in exits, by future.
  func left(_ list: ExitList<Count>, _ exits: Range<Int>) -> Count
  /// Takes people of a pool out of the cells of a run, and lists the cells that somebody is taken from.
  func take(
    from cells: Room<Count>, _ run: CellRun, _ pool: inout Pool<Count>, month: Int, into list: inout TakenList<Count>)
  /// A Poisson number with this mean.
  func poisson(_ mean: Number, site: UInt64, month: Int) -> Count
  /// A planned number in the month that ends the running total `upTo`, begun at `from`.
  func planned(from: Number, upTo: Number) -> Count
  /// People, from a number of people or from FTE ÷ FTE per head.
  func people(_ number: Number) -> Count
  /// The people needed for a number of them that is lacking.
  func needed(_ number: Number) -> Count
  func number(_ people: Count) -> Number
  /// The total divided over parts by draws of each part among those whom the parts before it leave, with its weight among
  /// its own and those after it; each part at a site of its own.
  func spread(_ total: Count, by weights: [Number], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Count]
  /// The total divided by shares that sum to 1.
  func divided(_ total: Count, by shares: [Number]) -> [Count]
  /// The total divided evenly.
  func divided(_ total: Count, evenly parts: Int) -> [Count]
}
