/// Room for the laws, the random words and the powers that draws are made with.
struct DrawScratch {
  /// How many powers of one person's and of 64 people's probability are at hand.
  static let powerCount = 64
  /// Counts below this have their powers at hand.
  static let mostPower = powerCount * powerCount

  /// The last words, as 32-bit numbers, at which nobody of a number of people is counted, and at most one; −1 for none.
  struct Thresholds {
    var none: Int
    var one: Int
  }

  /// By law of the plan.
  let laws: Room<BinomialInversion>
  /// Where random words are wanted, and the words: sixteen for each place.
  var sites: Stack<UInt64>
  var blocks: Stack<UInt32>
  let words: Room<UInt64>
  /// By exit: the place of its word.
  let wordPlaces: Room<Int32>
  /// Places of the cells whose count is not obviously nobody.
  let candidates: Room<Int32>
  /// By law: the probability that an event happens to none of n = 0, 1 … 63, and of 0, 64, 128 … 4032.
  private let powers: Room<Double>
  /// By law: how many of the second kind are worked out; none before the first kind is.
  private let known: Room<Int32>
  /// By law: the thresholds of 0, 1 … 63 people and, −1, of more.
  private let tables: Room<Thresholds>
  private let hasTable: Room<Bool>

  /// - Parameters:
  ///   - cells: of a plan
  ///   - runs: of cells in a month, at most
  ///   - laws: of a plan
  init(cells: Int, runs: Int, laws: Int) {
    // The first and the last sixteen of a run may be needed in part only; of exits that lie apart each needs one.
    // One more is written than counted.
    let sixteens = max(cells / 16 + 2 * runs, cells) + 2
    self.laws = Room(repeating: BinomialInversion(probability: 0), count: laws)
    sites = Stack(capacity: sixteens, 0)
    blocks = Stack(capacity: sixteens, 0)
    words = Room(repeating: 0, count: 16 * sixteens)
    wordPlaces = Room(repeating: 0, count: cells)
    candidates = Room(repeating: 0, count: cells + 1)
    powers = Room(repeating: 0, count: laws * 2 * DrawScratch.powerCount)
    known = Room(repeating: 0, count: laws)
    tables = Room(repeating: Thresholds(none: -1, one: -1), count: laws * (DrawScratch.powerCount + 1))
    hasTable = Room(repeating: false, count: laws)
  }

  /// For a plan.
  init(_ plan: Plan) {
    self.init(cells: plan.cellCount, runs: plan.runCount, laws: plan.lawCount)
  }

  func deallocate() {
    laws.deallocate()
    sites.deallocate()
    blocks.deallocate()
    words.deallocate()
    wordPlaces.deallocate()
    candidates.deallocate()
    powers.deallocate()
    known.deallocate()
    tables.deallocate()
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

  @inline(__always)
  func setLaw(_ law: Int, probability: Double) {
    laws[law] = BinomialInversion(probability: probability)
    known[law] = 0
    hasTable[law] = false
  }

  /// The thresholds of a law whose count among 64 people is found by adding probabilities.
  @inline(__always)
  func thresholds(_ law: Int) -> UnsafeMutablePointer<Thresholds> {
    let first = law * (DrawScratch.powerCount + 1)
    let own = tables.pointer(first..<first + DrawScratch.powerCount + 1)
    if !hasTable[law] { makeTable(law, own) }
    return own
  }

  @inline(never)
  private func makeTable(_ law: Int, _ own: UnsafeMutablePointer<Thresholds>) {
    let binomial = laws[law]
    for n in 0..<DrawScratch.powerCount {
      let thresholds = binomial.thresholds(of: n, none: none(law, n))
      own[n] = Thresholds(none: thresholds.none, one: thresholds.one)
    }
    hasTable[law] = true
  }

  /// The law's probability of nobody among n, below ``mostPower``: the power of n mod 64 times that of the rest.
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
