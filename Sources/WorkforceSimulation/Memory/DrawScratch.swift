/// Room for the laws, the random words and the powers that draws are made with, for eight futures side by side.
struct DrawScratch {
  /// How many powers of one person's and of 64 people's probability are at hand.
  static let powerCount = 64
  /// Counts below this have their powers at hand.
  static let mostPower = powerCount * powerCount
  private static let futures = EightCounts.futures

  /// The last words, as 32-bit numbers, at which nobody of a number of people is counted, at most one, two and three.
  struct Thresholds {
    var none: UInt32 = 0
    var one: UInt32 = 0
    var two: UInt32 = 0
    var three: UInt32 = 0
  }

  /// People that thresholds are worked out for, at most, and how many at a time.
  static let tableLength = 2 * powerCount
  private static let tableStep = 16
  /// Keeps a place in a table inside it, where the number of people is not yet known to be.
  static let tableMask = tableLength * EightCounts.futures - 1

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
  var sites: Stack<UInt64>
  var blocks: Stack<UInt32>
  let words: Room<UInt32>
  /// By future.
  let sums: Room<Int32>
  /// Words of sixteen entry months, for those taken from cells one after another.
  let takenWords: Room<UInt32>
  /// Places of the cells and futures whose count is not obviously nobody.
  let candidates: Room<Int32>
  /// By law and future: the probability that an event happens to none of n = 0, 1 … 63, and of 0, 64, 128 … 4032.
  private let powers: Room<Double>
  /// By law and future: how many of the second kind are worked out; none before the first kind is.
  private let known: Room<Int32>
  /// By law and future: the thresholds of 0, 1 … people; and below how many people they hold.
  private let tables: Room<Thresholds>
  private let tableEnds: Room<Int32>
  /// By law: for how many people they are worked out, and the powers that come next.
  private let tabled: Room<Int32>
  private let nextPowers: Room<NextPowers>

  /// - Parameters:
  ///   - cells: of a plan
  ///   - runs: of cells in a month, at most
  ///   - laws: of a plan
  init(cells: Int, runs: Int, laws: Int) {
    let futures = DrawScratch.futures
    // The first and the last sixteen of a run may be needed in part only.
    let sixteens = cells / 16 + 2 * runs + 1
    probabilities = Room(repeating: .zero, count: laws)
    self.laws = Room(repeating: BinomialInversion(probability: 0), count: laws * futures)
    splits = SplitThresholds(count: laws * futures)
    bounds = Room(repeating: 0, count: laws * futures)
    isNever = Room(repeating: true, count: laws)
    hasNoBound = Room(repeating: false, count: laws)
    sites = Stack(capacity: sixteens, 0)
    blocks = Stack(capacity: sixteens, 0)
    words = Room(repeating: 0, count: 16 * sixteens * futures)
    sums = Room(repeating: 0, count: futures)
    takenWords = Room(repeating: 0, count: 16 * futures)
    // One more is written than counted, or eight at once.
    candidates = Room(repeating: 0, count: (cells + 1) * futures)
    powers = Room(repeating: 0, count: laws * futures * 2 * DrawScratch.powerCount)
    known = Room(repeating: 0, count: laws * futures)
    tables = Room(repeating: Thresholds(), count: laws * futures * DrawScratch.tableLength)
    tableEnds = Room(repeating: 0, count: laws * futures)
    tabled = Room(repeating: 0, count: laws)
    nextPowers = Room(repeating: NextPowers(.zero), count: laws)
  }

  /// For a plan.
  init(_ plan: Plan) {
    self.init(cells: plan.cellCount, runs: plan.runCount, laws: plan.lawCount)
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
    sums.deallocate()
    takenWords.deallocate()
    candidates.deallocate()
    powers.deallocate()
    known.deallocate()
    tables.deallocate()
    tableEnds.deallocate()
    tabled.deallocate()
    nextPowers.deallocate()
  }

  // MARK: words

  @inline(__always)
  mutating func askNothing() {
    sites.removeAll()
    blocks.removeAll()
  }

  /// Asks for the words of sixteen entry months: those that have this quotient by 16. Those that are four apart share a
  /// block, so that four blocks side by side give their words in order.
  @inline(__always)
  mutating func ask(site: UInt64, sixteen: Int) {
    sites.append(site)
    blocks.append(UInt32(truncatingIfNeeded: sixteen << 2))
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
    isNever[law] = !happens
    hasNoBound[law] = isUnbound
    tabled[law] = 0
    for future in 0..<DrawScratch.futures { tableEnds[first + future] = 0 }
  }

  @inline(__always)
  func isNever(_ law: Int) -> Bool { isNever[law] }

  @inline(__always)
  func hasNoBound(_ law: Int) -> Bool { hasNoBound[law] }

  /// The thresholds of a law, by future and within a future by people, and by future below how many people they hold.
  @inline(__always)
  func thresholds(_ law: Int) -> (table: UnsafeMutablePointer<Thresholds>, ends: UnsafeMutablePointer<Int32>) {
    let first = law * DrawScratch.futures
    return (
      tables.pointer(first * DrawScratch.tableLength..<(first + DrawScratch.futures) * DrawScratch.tableLength),
      tableEnds.pointer(first..<first + DrawScratch.futures)
    )
  }

  /// Whether thresholds can be worked out for more people, and these among them.
  @inline(__always)
  func canExtendTable(_ law: Int, to people: Int) -> Bool {
    people < DrawScratch.tableLength && people >= Int(tabled[law])
  }

  /// Works out the thresholds of a law for more people, so that these are among them.
  @inline(never)
  func extendTable(_ law: Int, to people: Int) {
    let first = law * DrawScratch.futures
    let (table, ends) = thresholds(law)
    let probability = probabilities[law]
    let commoner = 1 - probability
    let odds = probability / commoner
    if tabled[law] == 0 { nextPowers[law] = NextPowers(commoner) }
    var powers = nextPowers[law]
    let end = (people / DrawScratch.tableStep + 1) * DrawScratch.tableStep
    for n in Int(tabled[law])..<end {
      if n == DrawScratch.powerCount { powers.startAgain(commoner) }
      // The sums are those of ``BinomialInversion``, in the same order.
      let term0 = powers.next()
      let size = Double(n)
      let term1 = term0 * (odds * size)
      let term2 = term1 * (odds * (size - 1) * 0.5)
      let term3 = term2 * (odds * (size - 2) * (1.0 / 3))
      let sum1 = term0 + term1
      let sum2 = sum1 + term2
      let none = DrawScratch.words(term0)
      let one = DrawScratch.words(sum1)
      let two = DrawScratch.words(sum2)
      let three = DrawScratch.words(sum2 + term3)
      for future in 0..<DrawScratch.futures {
        table[future * DrawScratch.tableLength + n] = Thresholds(
          none: none[future], one: one[future], two: two[future], three: three[future])
      }
    }
    nextPowers[law] = powers
    tabled[law] = Int32(end)
    for future in 0..<DrawScratch.futures where laws[first + future].isSummed(end) { ends[future] = Int32(end) }
  }

  /// The last words whose uniform numbers are not above probabilities.
  @inline(__always)
  private static func words(_ probabilities: SIMD8<Double>) -> SIMD8<UInt32> {
    let scaled = probabilities * 0x1p32 - 0.5
    let last = SIMD8<Double>(repeating: 0xFFFF_FFFF)
    let exact = scaled.replacing(with: last, where: scaled .> last)
    // Rounded to a whole number, and then down.
    let near = (exact + 0x1p52) - 0x1p52
    let down = near - SIMD8<Double>(repeating: 0).replacing(with: 1, where: near .> exact)
    let words = down.replacing(with: 0, where: down .< 0)
    let bits = unsafeBitCast(words + 0x1p52, to: SIMD8<UInt64>.self)
    return SIMD8<UInt32>(truncatingIfNeeded: bits)
  }

  /// A law's probability of nobody among n, below ``mostPower``: the power of n mod 64 times that of the rest.
  /// - Parameter law: of a future, as an index into ``laws``
  @inline(__always)
  func none(_ law: Int, _ n: Int) -> Double {
    let own = law * 2 * DrawScratch.powerCount
    let far = n / DrawScratch.powerCount
    if far >= Int(known[law]) { extend(law, far) }
    return powers[own + n & (DrawScratch.powerCount - 1)] * powers[own + DrawScratch.powerCount + far]
  }

  /// The powers below 64 at once, those of 64, 128, … as far as needed.
  @inline(never)
  private func extend(_ law: Int, _ last: Int) {
    let own = law * 2 * DrawScratch.powerCount
    let far = own + DrawScratch.powerCount
    let commoner = laws[law].ofNone
    let second = commoner * commoner
    let fourth = second * second
    if known[law] == 0 {
      var next = SIMD4(1, commoner, second, second * commoner)
      for n in stride(from: 0, to: DrawScratch.powerCount, by: 4) {
        for lane in 0..<4 { powers[own + n + lane] = next[lane] }
        next *= fourth
      }
      powers[far] = 1
      known[law] = 1
    }
    let step = powers[far - 1] * commoner
    for n in Int(known[law])..<max(Int(known[law]), last + 1) { powers[far + n] = powers[far + n - 1] * step }
    known[law] = max(known[law], Int32(last + 1))
  }
}

/// The last words, as 32-bit numbers, at which nobody is split off from one person, nobody from two, and at most one from
/// two; −1 for none.
struct SplitThresholds {
  let ones: Room<Int64>
  let firsts: Room<Int64>
  let seconds: Room<Int64>

  init(count: Int) {
    ones = Room(repeating: 0, count: count)
    firsts = Room(repeating: 0, count: count)
    seconds = Room(repeating: 0, count: count)
  }

  func deallocate() {
    ones.deallocate()
    firsts.deallocate()
    seconds.deallocate()
  }

  @inline(__always)
  func set(_ place: Int, _ law: BinomialInversion) {
    let two = law.thresholdsOfTwo
    ones[place] = Int64(law.thresholdOfOne)
    firsts[place] = Int64(two.first)
    seconds[place] = Int64(two.second)
  }
}

/// The powers of the probability that it happens to nobody, one after another, for eight futures: the same numbers as
/// ``DrawScratch/none(_:_:)`` gives, by the same multiplications.
struct NextPowers {
  private var powers: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  private let fourth: SIMD8<Double>
  private var last = SIMD8<Double>(repeating: 1)
  /// What all powers are multiplied by.
  private var factor = SIMD8<Double>(repeating: 1)

  init(_ commoner: SIMD8<Double>) {
    let second = commoner * commoner
    fourth = second * second
    powers = (SIMD8(repeating: 1), commoner, second, second * commoner)
  }

  @inline(__always)
  mutating func next() -> SIMD8<Double> {
    last = powers.0
    powers = (powers.1, powers.2, powers.3, powers.0 * fourth)
    return last * factor
  }

  /// From the power after the last one on, powers are products of it and the first ones.
  mutating func startAgain(_ commoner: SIMD8<Double>) {
    let step = last * commoner
    self = NextPowers(commoner)
    factor = step
  }
}
