import WorkforceModel

/// A scenario made ready to be simulated: flat arrays of plain numbers. Names, dates as text and units are gone.
///
/// Months are counted since 0000-01. A cell is (stock, entry month); the cells of a stock stand together, ascending by
/// entry month, after one open cell where the stock has people of unknown service.
public struct Plan: Sendable {
  /// The month at whose end the opening position stands.
  let start: Int
  /// How many months are simulated.
  let months: Int
  let stocks: [Stock]
  let flows: [Flow]
  let openings: [Opening]
  /// Intakes by month, and within a month in the order of their keys.
  let starts: [Start]
  let recruitments: [Recruitment]
  let draws: [Draw]
  /// Addresses of the shared factors.
  let factors: [UInt64]
  let parameters: [Parameter]
  let cellCount: Int
  /// Base series recorded each month; see ``Legend``.
  let seriesCount: Int

  struct Stock: Sendable {
    /// Index of the first cell; the open cell, when there is one.
    var firstCell: Int
    var hasOpenCell: Bool
    /// Entry month of the first cell that is not open.
    var firstEntry: Int
    /// Months of a programme; 0 for a grade.
    var length: Int
    /// The stock that those who finish a programme enter; −1 for a grade.
    var qualifiesInto: Int
    /// Months of service at which the hazards change, 0 first.
    var hazardBounds: [Int]
    var rules: [Rule]
    /// Outlets of the rules in the order in which an exit is split; indices into `flows`.
    var outlets: Range<Int>
    /// Address of the total exit.
    var exitSite: UInt64
    /// Months of service that divide the heads reported, 0 first.
    var reportBounds: [Int]
    /// Series of heads below the second bound, below the third, … (one for each report bound).
    var headsSeries: Int
    /// Series of those who finish, and of those who qualify into this stock; −1 where there are none.
    var finishedSeries = -1
    var qualifiersSeries = -1
    /// Months in which some hazard differs from the month before.
    var hazardChanges: [Bool] = []

    func cell(entry: Int) -> Int { firstCell + (hasOpenCell ? 1 : 0) + entry - firstEntry }
  }

  /// A competing risk: a level over time for each class of service, with an optional multiplier.
  struct Rule: Sendable {
    /// One for each of the stock's hazard bounds.
    var levels: [DatedLevel]
    var measure: Measure
    /// Index of the multiplier's parameter, or −1.
    var multiplier: Int
    /// Months of the programme, for a probability over it.
    var span: Int
  }

  struct Flow: Sendable {
    var from: Int
    /// The stock entered; −1 for leaving the service.
    var to: Int
    /// Service on entering, in months.
    var atService: Int
    /// Which of the stock's rules it belongs to.
    var rule: Int
    /// Index of the parameter with its share of the rule; −1 for the rest.
    var share: Int
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

  struct Start: Sendable {
    var month: Int
    var places: Int
    var fill: Int
    /// In ascending order of their keys, which settles ties of the largest remainder.
    var parts: [Part]

    struct Part: Sendable {
      var stock: Int
      /// Index of the share's parameter; −1 for the rest.
      var share: Int
      var site: UInt64
      var series: Int
    }
  }

  struct Recruitment: Sendable {
    var stock: Int
    var atService: Int
    var level: DatedLevel
    var isYearly: Bool
    var isPoisson: Bool
    var site: UInt64
    var series: Int
  }

  /// One uniform per replicate, at the address of a schema path.
  struct Draw: Sendable {
    var site: UInt64
    /// Index of the factor it follows, or −1.
    var factor: Int
    var weight: Double
  }

  struct Parameter: Sendable {
    /// Index of its draw; −1 when certain.
    var draw: Int
    var law: ParameterLaw
    var mean: Double
  }
}
