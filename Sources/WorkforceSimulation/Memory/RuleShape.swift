/// What the loop reads of a plan's recruitments and programmes, as plain numbers side by side: an element of an array of
/// arrays is copied with a reference counted for each, and the workers of a run would wait for each other at the counts.
struct RuleShape {
  struct Recruitment {
    var stock: Int
    var atService: Int
    var series: Int
    /// The grade whose vacancies it fills; −1 where it has a number of its own.
    var filled: Int
    /// Of the number: by month of the year from January on, the lowest bit first, whether it acts.
    var months: UInt16
    /// Of the number, where it is drawn: its level, what that is divided by, and its address.
    var isPoisson: Bool
    var level: Places
    var divisor: Double
    var site: UInt64
  }

  /// See ``Plan/Filling``.
  struct Filling {
    var recruitment: Int
    var grade: Int
    var ftePerHead: Int
    var delay: Int
    var target: Places
    /// None where there is no limit.
    var atMost: Places
    var counted: Places
  }

  struct Counted {
    var stock: Int
    var ftePerHead: Int
  }

  /// See ``Plan/Programme``.
  struct Programme {
    var longer: Int
    var longerShare: Share
    var longerSite: UInt64
    var waits: Places
    var appointedTo: Int
    var extendedSeries: Int
    var finishedSeries: Int
    var qualifiersSeries: Int
    var appointedSeries: Int
  }

  struct Wait {
    /// Whether it is what the others leave.
    var isRest: Bool
    var share: Share
    var site: UInt64
    var afterLength: Int
    var afterLonger: Int
  }

  /// See ``Plan/EntryValue``.
  struct Share {
    var common: Int
    var own: Places
    var firstEntry: Int
  }

  let recruitments: Room<Recruitment>
  let fillings: Room<Filling>
  let counted: Room<Counted>
  /// Of dated levels.
  private let points: Room<DatedLevel.Point>
  let programmes: Room<Programme>
  let waits: Room<Wait>
  /// Of shares that differ by entry month.
  private let parameters: Room<Int>

  init(_ plan: Plan) {
    var (points, counted, waits, parameters) = ([DatedLevel.Point](), [Counted](), [Wait](), [Int]())
    func place<Element>(_ own: [Element], in all: inout [Element]) -> Places {
      all += own
      return Places(all.count - own.count..<all.count)
    }
    func share(_ value: Plan.EntryValue) -> Share {
      Share(common: value.common, own: place(value.own, in: &parameters), firstEntry: value.firstEntry)
    }
    recruitments = Room(
      plan.recruitments.map { recruitment in
        var months: UInt16 = 0
        for month in 0..<12 where recruitment.number?.acts(in: month) ?? false { months |= 1 << UInt16(month) }
        return Recruitment(
          stock: recruitment.stock, atService: recruitment.atService, series: recruitment.series,
          filled: recruitment.filling?.grade ?? -1, months: months,
          isPoisson: recruitment.number?.isPoisson ?? false,
          level: place(recruitment.number?.level.points ?? [], in: &points),
          divisor: recruitment.number?.divisor ?? 1, site: recruitment.site)
      })
    fillings = Room(
      plan.recruitments.enumerated().compactMap { index, recruitment in
        recruitment.filling.map { filling in
          Filling(
            recruitment: index, grade: filling.grade, ftePerHead: filling.ftePerHead, delay: filling.delay,
            target: place(filling.target.points, in: &points),
            atMost: place(filling.atMost?.points ?? [], in: &points),
            counted: place(filling.counted.map { Counted(stock: $0.stock, ftePerHead: $0.ftePerHead) }, in: &counted))
        }
      })
    programmes = Room(
      plan.programmes.map { programme in
        let own = programme.waits.map { wait in
          Wait(
            isRest: wait.share == nil, share: share(wait.share ?? Plan.EntryValue(common: -1)), site: wait.site,
            afterLength: wait.afterLength, afterLonger: wait.afterLonger)
        }
        return Programme(
          longer: programme.longer, longerShare: share(programme.longerShare), longerSite: programme.longerSite,
          waits: place(own, in: &waits), appointedTo: programme.appointedTo,
          extendedSeries: programme.extendedSeries, finishedSeries: programme.finishedSeries,
          qualifiersSeries: programme.qualifiersSeries, appointedSeries: programme.appointedSeries)
      })
    self.points = Room(points)
    self.counted = Room(counted)
    self.waits = Room(waits)
    self.parameters = Room(parameters)
  }

  func deallocate() {
    recruitments.deallocate()
    fillings.deallocate()
    counted.deallocate()
    points.deallocate()
    programmes.deallocate()
    waits.deallocate()
    parameters.deallocate()
  }

  /// The value of a dated level in a month.
  @inline(__always)
  func value<Number: FutureNumber>(_ level: Places, in month: Int, _ values: Room<Number>) -> Number {
    let own = UnsafeBufferPointer(start: points.pointer(level.range), count: level.count)
    return DatedLevel.value(own, in: month, values)
  }

  /// The parameter with a share.
  @inline(__always)
  func parameter(_ share: Share, entry: Int) -> Int {
    share.own.count == 0 ? share.common : parameters[share.own.lower + entry - share.firstEntry]
  }
}
