/// People are whole numbers and each event is a draw, at an address of its own.
struct ChanceMovement: Movement {
  private let address: DrawAddress
  /// The last block of random bits and its address: cells of neighbouring entry months share one.
  private var site: UInt64 = 0
  private var pair = -1
  private var month = -1
  private var uniforms = (0.0, 0.0)

  /// - Parameter isTwin: another future with the same parameters
  init(seed: UInt64, replicate: Int, isTwin: Bool = false) {
    address = DrawAddress(seed: seed, replicate: replicate, isTwin: isTwin)
  }

  @inline(__always)
  mutating func uniform(site: UInt64, entry: Int, month: Int) -> Double {
    let pair = entry >> 1
    if site != self.site || pair != self.pair || month != self.month {
      uniforms = address.uniforms(site: site, pair: pair, month: month)
      self.site = site
      self.pair = pair
      self.month = month
    }
    return entry & 1 == 0 ? uniforms.0 : uniforms.1
  }

  func law(_ probability: Double) -> BinomialInversion { BinomialInversion(probability: probability) }

  @inline(__always)
  mutating func happening(to count: Int, _ law: BinomialInversion, site: UInt64, entry: Int, month: Int) -> Int {
    law.count(of: count, at: uniform(site: site, entry: entry, month: month))
  }

  func happeningBetween(to count: Int, _ law: BinomialInversion, site: UInt64, entry: Int, month: Int) -> Int {
    law.count(of: count, at: uniformBetween(site: site, entry: entry, month: month))
  }

  /// The uniform number at an address, leaving the block at hand alone.
  private func uniformBetween(site: UInt64, entry: Int, month: Int) -> Double {
    let uniforms = address.uniforms(site: site, pair: entry >> 1, month: month)
    return entry & 1 == 0 ? uniforms.0 : uniforms.1
  }

  func spread(_ total: Int, by weights: [Double], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Int] {
    MultinomialInversion(weights: weights).counts(of: total) { part in
      uniformBetween(site: sites(part), entry: entry, month: month)
    }
  }

  func taken(_ drawn: Int, from population: Int, marked: Int, site: UInt64, entry: Int, month: Int) -> Int {
    if drawn == 0 || marked == 0 { return 0 }
    if marked == population { return drawn }
    if drawn == population { return marked }
    return HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      .count(at: uniformBetween(site: site, entry: entry, month: month))
  }

  mutating func poisson(_ mean: Double, site: UInt64, month: Int) -> Int {
    PoissonInversion(mean: mean).count(at: uniform(site: site, entry: 0, month: month))
  }

  /// Whole people: the difference of the running totals rounded down, so that twelve months give a year's number.
  func planned(from: Double, upTo: Double) -> Int {
    Int(WholePeople.floor(upTo)) - Int(WholePeople.floor(from))
  }

  func people(_ number: Double) -> Int { WholePeople.rounded(number) }

  func needed(_ number: Double) -> Int { WholePeople.roundedUp(number) }

  func number(_ people: Int) -> Double { Double(people) }

  func divided(_ total: Int, by shares: [Double]) -> [Int] { WholePeople.divided(total, by: shares) }

  func divided(_ total: Int, evenly parts: Int) -> [Int] {
    (0..<parts).map { total / parts + ($0 < total % parts ? 1 : 0) }
  }
}
