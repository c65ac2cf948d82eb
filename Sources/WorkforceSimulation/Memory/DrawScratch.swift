internal import CVectors

/// Room for the laws, the random words and the powers that draws are made with, for eight futures side by side.
struct DrawScratch {
  /// How many powers of one person's and of 64 people's probability are at hand.
  static let powerCount = 64
  /// Counts below this have their powers at hand.
  static let mostPower = powerCount * powerCount
  private static let futures = EightCounts.futures

  /// People that thresholds are worked out for, at most, and how many at a time.
  static let tableEnd = cadre_thresholds_end
  private static let tableLength = tableEnd + 1
  private static let tableStep = 16
  /// Of a law with thresholds, of one with powers, and of any, for all futures.
  static let bytesOfTable = futures * tableLength * MemoryLayout<cadre_thresholds>.stride
  static let bytesOfPowers = futures * 2 * powerCount * MemoryLayout<Double>.stride
  static let bytesOfLaw = futures * (MemoryLayout<BinomialInversion>.stride + 120) + MemoryLayout<cadre_law>.stride
  /// Below every word, but the first.
  private static let unknown = cadre_thresholds(none: .min, one: .min, two: .min, three: .min)

  /// Bits of the vectors used.
  let width: Int32
  /// By law of the plan.
  let probabilities: Room<SIMD8<Double>>
  /// By law of the plan and future.
  let laws: Room<BinomialInversion>
  /// The same: what is split off from one person and from two.
  let splits: SplitThresholds
  /// By law and future: see ``BinomialInversion/boundOfOne``, as far as it is below 2³².
  let bounds: Room<UInt32>
  /// By law: whether it never happens in any future, and whether some bound is 2³².
  private let isNever: Room<Bool>
  private let hasNoBound: Room<Bool>
  /// Where random words are wanted, and the words: sixteen for each place and future.
  let sites: Room<UInt64>
  let blocks: Room<UInt32>
  let words: Room<UInt32>
  /// The laws of the plan, as the vectors take them.
  let cLaws: Room<cadre_law>
  /// By future.
  let sums: Room<Int32>
  /// Places of the cells and futures whose count is not obviously nobody.
  let candidates: Room<Int32>
  /// By law: the place of its thresholds and of its powers, if it has any.
  private let places: Room<(table: Int, powers: Int)>
  /// By law that has them, and future: the probability that an event happens to none of n = 0, 1 … 63, and of 0, 64, 128 … 4032.
  private let powers: Room<Double>
  /// By law and future: how many of the second kind are worked out; none before the first kind is.
  private let known: Room<Int32>
  /// By law that has them, and future, and within a future by people: the thresholds of their number.
  private let tables: Room<cadre_thresholds>
  /// By law: for how many people they are worked out and were for the law before, and the powers that come next.
  private let tabled: Room<Int32>
  private let tabledBefore: Room<Int32>
  private let nextPowers: Room<NextPowers>
  /// Of the law whose thresholds are worked out: powers by number of people.
  private let ownPowers: Room<SIMD8<Double>>
  /// By law: the probability ÷ its complement.
  private let oddsOfOne: Room<SIMD8<Double>>

  /// - Parameters:
  ///   - cells: of a plan
  ///   - runs: of cells in a month, at most
  ///   - laws: of a plan
  ///   - uses: by law, what it is for; nil for all
  ///   - width: of the vectors used, in bits
  init(cells: Int, runs: Int, laws: Int, uses: [LawUse]? = nil, width: Int32 = FutureAddresses.widest) {
    let futures = DrawScratch.futures
    let uses = uses ?? [LawUse](repeating: .manyCells, count: laws)
    self.width = width
    var (tableCount, powerCount) = (0, 0)
    places = Room(
      uses.map { use in
        defer {
          tableCount += use == .manyCells ? 1 : 0
          powerCount += use == .outlet ? 0 : 1
        }
        return (table: tableCount, powers: powerCount)
      })
    // The first and the last sixteen of a run may be needed in part only.
    let sixteens = cells / 16 + 2 * runs + 1
    probabilities = Room(repeating: .zero, count: laws)
    self.laws = Room(repeating: BinomialInversion(probability: 0), count: laws * futures)
    splits = SplitThresholds(count: laws * futures)
    bounds = Room(repeating: 0, count: laws * futures)
    isNever = Room(repeating: true, count: laws)
    hasNoBound = Room(repeating: false, count: laws)
    sites = Room(repeating: 0, count: sixteens)
    blocks = Room(repeating: 0, count: sixteens)
    words = Room(repeating: 0, count: 16 * sixteens * futures)
    cLaws = Room(repeating: cadre_law(), count: laws)
    sums = Room(repeating: 0, count: futures)
    // One more is written than counted, or eight at once.
    candidates = Room(repeating: 0, count: (cells + 1) * futures)
    powers = Room(repeating: 0, count: powerCount * futures * 2 * DrawScratch.powerCount)
    known = Room(repeating: 0, count: laws * futures)
    tables = Room(repeating: DrawScratch.unknown, count: tableCount * futures * DrawScratch.tableLength)
    tabled = Room(repeating: 0, count: laws)
    tabledBefore = Room(repeating: 16, count: laws)
    nextPowers = Room(repeating: NextPowers(.zero), count: laws)
    oddsOfOne = Room(repeating: .zero, count: laws)
    ownPowers = Room(repeating: .zero, count: DrawScratch.tableLength)
  }

  /// For a plan.
  init(_ plan: Plan, width: Int32) {
    self.init(
      cells: plan.cellCount, runs: plan.runCount, laws: plan.lawCount, uses: LawUse.all(plan), width: width)
  }

  func deallocate() {
    probabilities.deallocate()
    laws.deallocate()
    splits.deallocate()
    bounds.deallocate()
    isNever.deallocate()
    hasNoBound.deallocate()
    sites.deallocate()
    blocks.deallocate()
    words.deallocate()
    cLaws.deallocate()
    sums.deallocate()
    candidates.deallocate()
    powers.deallocate()
    known.deallocate()
    places.deallocate()
    tables.deallocate()
    tabled.deallocate()
    tabledBefore.deallocate()
    nextPowers.deallocate()
    ownPowers.deallocate()
    oddsOfOne.deallocate()
  }

  // MARK: laws

  func setLaw(_ law: Int, probability: SIMD8<Double>) {
    let first = law * DrawScratch.futures
    var (happens, isUnbound) = (false, false)
    for future in 0..<DrawScratch.futures {
      let own = BinomialInversion(probability: probability[future])
      laws[first + future] = own
      splits.set(first + future, own)
      bounds[first + future] = UInt32(clamping: own.boundOfOne)
      known[first + future] = 0
      if !own.isNever { happens = true }
      if own.boundOfOne > Int(UInt32.max) { isUnbound = true }
    }
    probabilities[law] = probability
    oddsOfOne[law] = probability / (1 - probability)
    cadre_make_law(probabilities.numbers(law), cLaws.pointer(law..<law + 1))
    isNever[law] = !happens
    hasNoBound[law] = isUnbound
    forgetTable(law)
  }

  /// The powers of a law, by future, for as many people, as far as there are any.
  @inline(__always)
  func readyPowers(_ law: Int, to people: Int) -> UnsafeMutablePointer<Double> {
    let first = law * DrawScratch.futures
    let far = min(people / DrawScratch.powerCount, DrawScratch.powerCount - 1)
    for future in 0..<DrawScratch.futures where far >= Int(known[first + future]) { extend(first + future, far) }
    let length = 2 * DrawScratch.powerCount
    let place = places[law].powers * DrawScratch.futures
    return powers.pointer(place * length..<(place + DrawScratch.futures) * length)
  }

  @inline(__always)
  func isNever(_ law: Int) -> Bool { isNever[law] }

  @inline(__always)
  func hasNoBound(_ law: Int) -> Bool { hasNoBound[law] }

  /// The thresholds of a law, with those of as many people as the law before had.
  @inline(__always)
  func readyThresholds(_ law: Int) -> UnsafeMutablePointer<cadre_thresholds> {
    if tabled[law] == 0 { extendTable(law, to: Int(tabledBefore[law]) - 1) }
    return thresholds(law)
  }

  /// The thresholds of a law, by future and within a future by people.
  @inline(__always)
  private func thresholds(_ law: Int) -> UnsafeMutablePointer<cadre_thresholds> {
    let length = DrawScratch.futures * DrawScratch.tableLength
    let place = places[law].table
    return tables.pointer(place * length..<(place + 1) * length)
  }

  private func forgetTable(_ law: Int) {
    guard tabled[law] > 0 else { return }
    for future in 0..<DrawScratch.futures {
      let own = thresholds(law) + future * DrawScratch.tableLength
      own.update(repeating: DrawScratch.unknown, count: Int(tabled[law]))
    }
    tabledBefore[law] = tabled[law]
    tabled[law] = 0
  }

  /// Whether thresholds can be worked out for more people, and these among them.
  @inline(__always)
  func canExtendTable(_ law: Int, to people: Int) -> Bool {
    people < DrawScratch.tableEnd && people >= Int(tabled[law])
  }

  /// Works out the thresholds of a law for more people, so that these are among them.
  @inline(never)
  func extendTable(_ law: Int, to people: Int) {
    let first = law * DrawScratch.futures
    let table = thresholds(law)
    let commoner = 1 - probabilities[law]
    if tabled[law] == 0 { nextPowers[law] = NextPowers(commoner) }
    var powers = nextPowers[law]
    let begin = Int(tabled[law])
    let end = min(DrawScratch.tableEnd, (people / DrawScratch.tableStep + 1) * DrawScratch.tableStep)
    let own = ownPowers.pointer(0..<end - begin)
    for n in begin..<end {
      if n == DrawScratch.powerCount { powers.startAgain(commoner) }
      own[n - begin] = powers.next()
    }
    cadre_make_thresholds(
      width, begin, end, ownPowers.numbers(0), oddsOfOne.numbers(law), table)
    nextPowers[law] = powers
    tabled[law] = Int32(end)
    // Where the law is too likely for sums of few terms, or counts those to whom it does not happen.
    for future in 0..<DrawScratch.futures where !laws[first + future].isSummed(end) {
      (table + future * DrawScratch.tableLength + begin).update(repeating: DrawScratch.unknown, count: end - begin)
    }
  }

  /// A law's probability of nobody among n, below ``mostPower``: the power of n mod 64 times that of the rest.
  /// - Parameter law: of a future, as an index into ``laws``
  @inline(__always)
  func none(_ law: Int, _ n: Int) -> Double {
    let own = firstPower(law)
    let far = n / DrawScratch.powerCount
    if far >= Int(known[law]) { extend(law, far) }
    return powers[own + n & (DrawScratch.powerCount - 1)] * powers[own + DrawScratch.powerCount + far]
  }

  /// Where the powers of a law and future begin.
  @inline(__always)
  private func firstPower(_ law: Int) -> Int {
    let place = places[law / DrawScratch.futures].powers * DrawScratch.futures + law % DrawScratch.futures
    return place * 2 * DrawScratch.powerCount
  }

  /// The powers below 64 at once, those of 64, 128, … as far as needed.
  @inline(never)
  private func extend(_ law: Int, _ last: Int) {
    let begin = firstPower(law)
    let near = powers.pointer(begin..<begin + 2 * DrawScratch.powerCount)
    let far = near + DrawScratch.powerCount
    let commoner = laws[law].ofNone
    let second = commoner * commoner
    let fourth = second * second
    if known[law] == 0 {
      var next = SIMD4(1, commoner, second, second * commoner)
      for n in stride(from: 0, to: DrawScratch.powerCount, by: 4) {
        UnsafeMutableRawPointer(near + n).storeBytes(of: next, as: SIMD4<Double>.self)
        next *= fourth
      }
      far[0] = 1
      known[law] = 1
    }
    let step = far[-1] * commoner
    precondition(last < DrawScratch.powerCount, "room for the powers")
    for n in Int(known[law])..<max(Int(known[law]), last + 1) { far[n] = far[n - 1] * step }
    known[law] = max(known[law], Int32(last + 1))
  }
}
