/// People are whole numbers and each event is a draw, at an address of its own; eight futures side by side.
struct ChanceMovement: Movement {
  typealias Count = EightCounts

  let addresses: FutureAddresses
  var scratch: DrawScratch
  /// Whose words the scratch holds for those taken.
  private var taken = (site: UInt64(0), sixteen: -1, month: -1)

  /// - Parameters:
  ///   - replicates: of the eight futures
  ///   - isTwin: other futures with the same parameters
  ///   - scratch: where their draws are made
  init(seed: UInt64, replicates: SIMD8<Int32>, isTwin: Bool = false, scratch: DrawScratch) {
    addresses = FutureAddresses(seed: seed, replicates: replicates, isTwin: isTwin)
    self.scratch = scratch
  }

  mutating func setLaw(_ index: Int, probability: SIMD8<Double>) {
    scratch.setLaw(index, probability: probability)
  }

  // MARK: single draws

  func happening(
    to count: EightCounts, _ probability: SIMD8<Double>, site: UInt64, entry: Int, month: Int
  ) -> EightCounts {
    let uniforms = addresses.uniforms(site: site, entry: entry, month: month)
    return EightCounts.each { future in
      Int32(
        truncatingIfNeeded: BinomialInversion(probability: probability[future])
          .count(of: Int(count[future]), at: uniforms[future]))
    }
  }

  func spread(
    _ total: EightCounts, by weights: [SIMD8<Double>], sites: (Int) -> UInt64, entry: Int, month: Int
  ) -> [EightCounts] {
    // Sums from the last part back: see ``MultinomialInversion``.
    var rests = weights
    for part in weights.indices.dropLast().reversed() { rests[part] = rests[part + 1] + weights[part] }
    var left = total
    return weights.indices.map { part in
      guard part < weights.count - 1, !left.isNone else { return left }
      let some = happening(
        to: left, SIMD8.share(weights[part], of: rests[part]), site: sites(part), entry: entry, month: month)
      left -= some
      return some
    }
  }

  mutating func taken(
    _ drawn: EightCounts, from population: EightCounts, marked: EightCounts, site: UInt64, entry: Int, month: Int
  ) -> EightCounts {
    if taken != (site, entry >> 4, month) {
      taken = (site, entry >> 4, month)
      scratch.askNothing()
      scratch.ask(site: site, sixteen: entry >> 4)
      addresses.makeWords(
        sites: scratch.sites.first, blocks: scratch.blocks.first, count: 1, month: month,
        into: scratch.takenWords.pointer(0..<128))
    }
    let words = scratch.takenWords.pointer((entry & 15) * 8..<(entry & 15) * 8 + 8)
    return EightCounts.each { future in
      let (drawn, population, marked) = (drawn[future], population[future], marked[future])
      if drawn == 0 || marked == 0 { return 0 }
      if marked == population { return drawn }
      if drawn == population { return marked }
      return Int32(
        truncatingIfNeeded: HypergeometricInversion(
          population: Int(population), marked: Int(marked), drawn: Int(drawn)
        ).count(at: Uniform.open(words[future])))
    }
  }

  func poisson(_ mean: SIMD8<Double>, site: UInt64, month: Int) -> EightCounts {
    let uniforms = addresses.uniforms(site: site, entry: 0, month: month)
    return EightCounts.each { Int32(truncatingIfNeeded: PoissonInversion(mean: mean[$0]).count(at: uniforms[$0])) }
  }

  // MARK: whole people

  /// Whole people: the difference of the running totals rounded down, so that twelve months give a year's number.
  func planned(from: SIMD8<Double>, upTo: SIMD8<Double>) -> EightCounts {
    EightCounts.each { Int32(WholePeople.floor(upTo[$0]) - WholePeople.floor(from[$0])) }
  }

  func people(_ number: SIMD8<Double>) -> EightCounts { EightCounts.each { Int32(WholePeople.rounded(number[$0])) } }

  func needed(_ number: SIMD8<Double>) -> EightCounts { EightCounts.each { Int32(WholePeople.roundedUp(number[$0])) } }

  func number(_ people: EightCounts) -> SIMD8<Double> { SIMD8<Double>(people.people) }

  func divided(_ total: EightCounts, by shares: [SIMD8<Double>]) -> [EightCounts] {
    var parts = [EightCounts](repeating: .nobody, count: shares.count)
    for future in 0..<EightCounts.futures {
      let own = WholePeople.divided(Int(total[future]), by: shares.map { $0[future] })
      for (part, people) in own.enumerated() { parts[part][future] = Int32(people) }
    }
    return parts
  }

  func divided(_ total: EightCounts, evenly parts: Int) -> [EightCounts] {
    (0..<parts).map { part in
      EightCounts.each { future in
        let (quotient, rest) = total[future].quotientAndRemainder(dividingBy: Int32(parts))
        return quotient + (part < rest ? 1 : 0)
      }
    }
  }
}
