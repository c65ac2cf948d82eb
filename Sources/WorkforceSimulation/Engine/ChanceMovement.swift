/// People are whole numbers and each event is a draw, at an address of its own.
struct ChanceMovement: Movement {
  let address: DrawAddress
  var scratch: DrawScratch
  /// Whose words the scratch holds, of those that ``taken(_:from:marked:site:entry:month:)`` asked for.
  private var taken = (site: UInt64(0), sixteen: -1, month: -1)

  /// - Parameters:
  ///   - isTwin: another future with the same parameters
  ///   - scratch: where its draws are made
  init(seed: UInt64, replicate: Int, isTwin: Bool = false, scratch: DrawScratch) {
    address = DrawAddress(seed: seed, replicate: replicate, isTwin: isTwin)
    self.scratch = scratch
  }

  // MARK: whole stocks

  /// Whoever else uses the words of the scratch says so.
  mutating func forgetTaken() { taken = (0, -1, -1) }

  mutating func setLaw(_ index: Int, probability: Double) {
    scratch.setLaw(index, probability: probability)
  }

  func sum(_ cells: Room<Int>, _ range: Range<Int>) -> Int {
    let first = cells.pointer(range)
    // No stock can hold more people than a whole number can count.
    var sum = 0
    for place in 0..<range.count { sum &+= first[place] }
    return sum
  }

  // MARK: single draws

  /// The uniform number at an address.
  @inline(__always)
  private func uniform(site: UInt64, entry: Int, month: Int) -> Double {
    let uniforms = address.uniforms(site: site, pair: entry >> 1, month: month)
    return entry & 1 == 0 ? uniforms.0 : uniforms.1
  }

  func happening(to count: Int, _ probability: Double, site: UInt64, entry: Int, month: Int) -> Int {
    BinomialInversion(probability: probability).count(of: count, at: uniform(site: site, entry: entry, month: month))
  }

  func spread(_ total: Int, by weights: [Double], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Int] {
    MultinomialInversion(weights: weights).counts(of: total) { part in
      uniform(site: sites(part), entry: entry, month: month)
    }
  }

  mutating func taken(
    _ drawn: Int, from population: Int, marked: Int, site: UInt64, entry: Int, month: Int
  ) -> Int {
    if drawn == 0 || marked == 0 { return 0 }
    if marked == population { return drawn }
    if drawn == population { return marked }
    if taken != (site, entry >> 4, month) {
      taken = (site, entry >> 4, month)
      scratch.askNothing()
      scratch.ask(site: site, sixteen: entry >> 4)
      address.makeWords(scratch, month: month)
    }
    let word = scratch.words[entry & 15]
    return HypergeometricInversion(population: population, marked: marked, drawn: drawn)
      .count(at: Uniform.open(low: word))
  }

  func poisson(_ mean: Double, site: UInt64, month: Int) -> Int {
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
