/// The rules by which people come, qualify and are moved.
extension Plan {
  /// A plan of people in time, or a draw of them.
  struct Number: Sendable {
    var level: DatedLevel
    var isYearly: Bool
    var isPoisson: Bool
    /// Months of the year (1 for January) over which a year's number is divided; empty for all.
    var months: [Int] = []

    func acts(in month: Int) -> Bool { months.isEmpty || months.contains(month % 12 + 1) }

    /// What a month's level is divided by.
    var divisor: Double { isYearly ? (months.isEmpty ? 12 : Double(months.count)) : 1 }

    /// The running totals before and after a month in which it acts: their whole parts differ by whole people.
    func totals<Number: FutureNumber>(
      around month: Int, _ values: Room<Number>
    ) -> (before: Number, after: Number) {
      let divisor = Number(repeating: divisor)
      guard !months.isEmpty else {
        let totals = level.totals(around: month, values)
        return (totals.before / divisor, totals.after / divisor)
      }
      // Acting months since the year 0, up to and including this one.
      let passed = month / 12 * months.count + months.count { $0 <= month % 12 + 1 }
      let part = level.value(in: month, values) / divisor
      return (part * Number(repeating: Double(passed - 1)), part * Number(repeating: Double(passed)))
    }
  }

  /// A number of people who move, taken from all cells of a grade alike.
  struct NumberMove: Sendable {
    var number: Number
    /// Address of the number, where it is drawn.
    var site: UInt64
    /// The stocks of the grade that they move out of, each with the stock moved into and the address of who is taken.
    var sources: [(stock: Int, to: Int, site: UInt64)]
    var atService: Int
    var lossSeries: Int
    var gainSeries: Int
    var notMetSeries: Int
  }

  /// What becomes of those who reach the end of a programme.
  struct Programme: Sendable {
    var learners: Int
    /// The stock of those who take longer; −1 when there is none.
    var longer = -1
    var longerShare = EntryValue(common: -1)
    var longerSite: UInt64 = 0
    var waits: [Wait]
    /// The stocks of those awaiting.
    var awaiting: [Int] = []
    /// The stock that they are appointed to.
    var appointedTo: Int
    var extendedSeries: Int
    var finishedSeries: Int
    var qualifiersSeries: Int
    var appointedSeries: Int
  }

  struct Wait: Sendable {
    var months: Int
    /// Nil for the rest.
    var share: EntryValue?
    /// Address of the conditional draw that splits it off.
    var site: UInt64
    /// The stock of those who wait so long, after the programme's length and after its extension; −1 without waiting.
    var afterLength: Int
    var afterLonger: Int
  }

  struct Start: Sendable {
    var month: Int
    var places: Int
    var fill: Int
    /// In ascending order of their keys, which settles ties of the largest remainder.
    var parts: [Part]
    var late: [Late]
    var sources: [Source]
    /// Whether starters that a grade does not have come from outside.
    var replacesShortfall: Bool

    struct Part: Sendable {
      var stock: Int
      var isPathway: Bool
      /// Index of the share's parameter; −1 for the rest.
      var share: Int
      var site: UInt64
      /// Series that counts those from outside, and those from a grade.
      var outsideSeries: Int
      var movedSeries: Int
      /// Addresses of lateness, by entry of `late`.
      var lateSites: [UInt64]
      /// Addresses by entry of `late` and of `sources`: of how many come from the grade, and of who is taken from each of
      /// its stocks.
      var sourceSites: [[(share: UInt64, taken: [UInt64])]]
    }

    struct Late: Sendable {
      var months: Int
      /// Index of the share's parameter; −1 for the rest.
      var share: Int
    }

    struct Source: Sendable {
      var stocks: [Int]
      var share: Int
      /// Series for starters of a pathway, and for those who move into a grade.
      var trained: (loss: Int, notMet: Int)
      var moved: (loss: Int, notMet: Int)
    }
  }

  struct Recruitment: Sendable {
    var stock: Int
    var atService: Int
    /// Nil where vacancies are filled.
    var number: Number?
    var filling: Filling?
    var site: UInt64
    var series: Int
  }

  /// At the close of each month as many are ordered as a grade lacks.
  struct Filling: Sendable {
    /// The grade: recruitments into the same one count each other's orders.
    var grade: Int
    var target: DatedLevel
    /// Parameter with the FTE of a recruit.
    var ftePerHead: Int
    /// Stocks whose FTE is set against the target, each with its FTE per head.
    var counted: [(stock: Int, ftePerHead: Int)]
    var delay: Int
    var atMost: DatedLevel?
  }
}
