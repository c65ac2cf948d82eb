import WorkforceModel

/// A scenario made ready to be simulated: flat arrays of plain numbers. Names, dates as text and units are gone.
///
/// Months are counted since 0000-01. A cell is (stock, entry month); the cells of a stock stand together, ascending by
/// entry month, after one open cell where the stock has people of unknown service. A grade is one stock, or one for each
/// origin; a pathway is one stock of learners, one of those who take longer, and one of those awaiting for each length
/// of time from the start of the programme to the appointment.
public struct Plan: Sendable {
  /// The month at whose end the opening position stands.
  let start: Int
  /// How many months are simulated.
  let months: Int
  let stocks: [Stock]
  let flows: [Flow]
  let openings: [Opening]
  /// Moves of a number of people, in the order in which they are carried out.
  let numberMoves: [NumberMove]
  let programmes: [Programme]
  /// Intakes by month, and within a month in the order of their keys.
  let starts: [Start]
  let recruitments: [Recruitment]
  let draws: [Draw]
  /// Addresses of the shared factors' normal numbers.
  let factorDraws: [FactorDraw]
  let parameters: [Parameter]
  /// How the parameters that are computed from others are, in this order.
  let derived: [Derived]
  let cellCount: Int
  /// Base series recorded each month; see ``Legend``.
  let seriesCount: Int
  /// Probabilities that whole stocks are exposed to; see ``Stock/firstLaw``.
  let lawCount: Int
  /// Runs of cells exposed to one probability in a month, at most.
  let runCount: Int

  struct Stock: Sendable {
    /// The grade or pathway that it belongs to: an index into the legend's stocks.
    var subject: Int
    /// Index of the first cell; the open cell, when there is one.
    var firstCell = 0
    var hasOpenCell = false
    /// Entry month of the first cell that is not open.
    var firstEntry = 0
    /// For a stage of a programme: months since the programme began, from entering the stage to leaving it.
    var stage: Range<Int>?
    /// Months of service at which the hazards change, 0 first.
    var hazardBounds = [0]
    var rules: [Rule] = []
    /// Whether some hazard or share differs by entry month.
    var isByEntry = false
    /// Outlets of the rules in the order in which an exit is split; indices into `flows`.
    var outlets = 0..<0
    /// Index of the first law. A class of service, or an entry month where hazards differ by it, has one for the total
    /// exit and one to split it over each outlet but the last.
    var firstLaw = 0
    /// Address of the total exit.
    var exitSite: UInt64 = 0
    /// Months of service that divide the heads reported, 0 first.
    var reportBounds: [Int]
    /// Series of heads below the second bound, below the third, … (one for each report bound).
    var headsSeries: Int
    /// Months in which some hazard differs from the month before.
    var hazardChanges: [Bool] = []

    @inline(__always)
    func cell(entry: Int) -> Int { firstCell + (hasOpenCell ? 1 : 0) + entry - firstEntry }
  }

  /// The index of a parameter, which may be another for each month of entry.
  struct EntryValue: Sendable {
    var common: Int
    /// By entry month from `firstEntry` on; empty where there is one for all.
    var own: [Int] = []
    var firstEntry = 0

    func index(entry: Int) -> Int { own.isEmpty ? common : own[entry - firstEntry] }
  }

  /// A competing risk: a level over time for each class of service, with multipliers.
  struct Rule: Sendable {
    /// One for each of the stock's hazard bounds.
    var levels: [DatedLevel]
    /// The levels by entry month from `firstEntry` on, where they differ by it.
    var ownLevels: [[DatedLevel]] = []
    var firstEntry = 0
    var measure: Measure
    /// Indices of parameters.
    var multipliers: [Int] = []
    /// The year's factor.
    var variation: DatedLevel?
    /// Months of the programme, for a probability over it.
    var span = 1
    /// Months of the year (1 for January) in which an annual quantity acts; empty for all.
    var months: [Int] = []

    func level<Number: FutureNumber>(_ position: Int, entry: Int, month: Int, _ values: Room<Number>) -> Number {
      let levels = ownLevels.isEmpty ? self.levels : ownLevels[entry - firstEntry]
      var level = levels[position].value(in: month, values)
      for multiplier in multipliers { level = level * values[multiplier] }
      if let variation { level = level * variation.value(in: month, values) }
      return level
    }

    func acts(in month: Int) -> Bool { months.isEmpty || months.contains(month % 12 + 1) }

    func changes(in month: Int) -> Bool {
      !months.isEmpty || (variation?.changes(in: month) ?? false)
        || (ownLevels.isEmpty ? [levels] : ownLevels).contains { $0.contains { $0.changes(in: month) } }
    }
  }

  struct Flow: Sendable {
    var from: Int
    /// The stock entered; −1 for leaving the service.
    var to: Int
    /// Service on entering, in months.
    var atService: Int
    /// Which of the stock's rules it belongs to.
    var rule: Int
    /// Index of the parameter with its share of the rule; nil for the rest.
    var share: EntryValue?
    /// Address of the conditional draw that splits it off.
    var site: UInt64
    /// Series that count it: as a loss of `from`, and as a gain of `to` (−1 when none).
    var lossSeries: Int
    var gainSeries: Int
  }

  struct Opening: Sendable {
    var stock: Int
    /// Index of the parameter with people or FTE.
    var number: Int
    /// Index of FTE per head where the number is FTE; −1 where it is people.
    var ftePerHead: Int
    var parts: [Part]

    /// A share of the people, spread evenly over entry months; with no months, the open cell.
    struct Part: Sendable {
      var share: Double
      /// Least service in months, and how many months of service it covers; 0 for the open cell.
      var lower: Int
      var width: Int
      /// People of a known length of service, who are not spread.
      var known: [Known] = []
    }

    struct Known: Sendable {
      var service: Int
      var people: Int
    }
  }

  /// One uniform per replicate, at the address of a schema path and, where it is drawn anew, of the month of it.
  struct Draw: Sendable {
    var site: UInt64
    /// The start month of the intake or the first month of the year that it is drawn for; 0 when drawn once.
    var occurrence: Int
    /// Index of the factor draw that it follows, or −1.
    var factor: Int
    var weight: Double
    /// Which uncertain thing it belongs to; see ``Legend/groups``.
    var group: Int
  }

  struct FactorDraw: Sendable {
    var site: UInt64
    var occurrence: Int
    var group: Int
  }

  struct Parameter: Sendable {
    /// Index of its draw; −1 when certain or derived.
    var draw: Int
    var law: ParameterLaw
    var mean: Double
  }

  /// Parameters computed from others.
  enum Derived: Sendable {
    /// The factors of the years: x_y = ρ x_{y−1} + σ ε_y, factor exp(x_y − Var(x_y) ÷ 2), x_0 = 0.
    case yearly(sigma: Int, persistence: Int, innovations: [Int], targets: [Int])
    /// Shares in proportion to gamma numbers: a Dirichlet distribution.
    case shares(of: [Int], targets: [Int])
  }
}
