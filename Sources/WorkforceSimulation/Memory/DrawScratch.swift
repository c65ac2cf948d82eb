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

  /// Keeps a place in a table inside it, where the number of people is not yet known to be.
  static let tableMask = powerCount * EightCounts.futures - 1

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
  /// By law and future: the thresholds of 0, 1 … 63 people; and below how many people they hold.
  private let tables: Room<Thresholds>
  private let tableEnds: Room<Int32>
  /// By law.
  private let hasTable: Room<Bool>

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
    tables = Room(repeating: Thresholds(), count: laws * futures * DrawScratch.powerCount)
    tableEnds = Room(repeating: 0, count: laws * futures)
    hasTable = Room(repeating: false, count: laws)
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
    hasTable.deallocate()
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
    hasTable[law] = false
  }

  @inline(__always)
  func isNever(_ law: Int) -> Bool { isNever[law] }

  @inline(__always)
  func hasNoBound(_ law: Int) -> Bool { hasNoBound[law] }

  /// The thresholds of a law, by future and within a future by people, and by future below how many people they hold.
  @inline(__always)
  func thresholds(_ law: Int) -> (table: UnsafeMutablePointer<Thresholds>, ends: UnsafeMutablePointer<Int32>) {
    if !hasTable[law] { makeTable(law) }
    let first = law * DrawScratch.futures
    return (
      tables.pointer(first * DrawScratch.powerCount..<(first + DrawScratch.futures) * DrawScratch.powerCount),
      tableEnds.pointer(first..<first + DrawScratch.futures)
    )
  }

  @inline(never)
  private func makeTable(_ law: Int) {
    let first = law * DrawScratch.futures
    let probability = probabilities[law]
    let commoner = 1 - probability
    let odds = probability / commoner
    for future in 0..<DrawScratch.futures {
      tableEnds[first + future] =
        laws[first + future].isSummed(DrawScratch.powerCount) ? Int32(DrawScratch.powerCount) : 0
    }
    let table = tables.pointer(first * DrawScratch.powerCount..<(first + DrawScratch.futures) * DrawScratch.powerCount)
    // The powers and the sums are those of ``extend(_:_:)`` and of ``BinomialInversion``, in the same order.
    let second = commoner * commoner
    let fourth = second * second
    var powers = (SIMD8<Double>(repeating: 1), commoner, second, second * commoner)
    for n in 0..<DrawScratch.powerCount {
      let term0 = powers.0
      powers = (powers.1, powers.2, powers.3, powers.0 * fourth)
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
        table[future * DrawScratch.powerCount + n] = Thresholds(
          none: none[future], one: one[future], two: two[future], three: three[future])
      }
    }
    hasTable[law] = true
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
