/// People are whole numbers and each event is a draw, at an address of its own; eight futures side by side.
struct ChanceMovement: Movement {
  typealias Count = EightCounts

  let addresses: FutureAddresses
  let scratch: DrawScratch

  /// - Parameters:
  ///   - replicates: of the eight futures
  ///   - isTwin: other futures with the same parameters
  ///   - scratch: where their draws are made
  init(seed: UInt64, replicates: SIMD8<Int32>, isTwin: Bool = false, scratch: DrawScratch) {
    addresses = FutureAddresses(
      seed: seed, replicates: replicates, isTwin: isTwin, width: scratch.width)
    self.scratch = scratch
  }

  func setLaw(_ index: Int, probability: SIMD8<Double>) {
    scratch.setLaw(index, probability: probability)
  }

  // MARK: single draws

  func happening(
    to count: EightCounts, _ probability: SIMD8<Double>, site: UInt64, entry: Int, month: Int
  ) -> EightCounts {
    let uniforms = addresses.uniforms(site: site, entry: entry, month: month)
    return EightCounts(
      BinomialInversion.counts(
        of: count.people, probability: probability, at: uniforms, width: scratch.width))
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

  func poisson(_ mean: SIMD8<Double>, site: UInt64, month: Int) -> EightCounts {
    let uniforms = addresses.uniforms(site: site, entry: 0, month: month)
    return EightCounts(PoissonInversion.counts(mean: mean, at: uniforms, width: scratch.width))
  }

  // MARK: whole people

  /// Whole people: the difference of the running totals rounded down, so that twelve months give a year's number.
  func planned(from: SIMD8<Double>, upTo: SIMD8<Double>) -> EightCounts {
    EightCounts.each { Int32(WholePeople.floor(upTo[$0]) - WholePeople.floor(from[$0])) }
  }

  func people(_ number: SIMD8<Double>) -> EightCounts { EightCounts.each { Int32(WholePeople.rounded(number[$0])) } }

  func needed(_ number: SIMD8<Double>) -> EightCounts { EightCounts.each { Int32(WholePeople.roundedUp(number[$0])) } }

  func number(_ people: EightCounts) -> SIMD8<Double> { SIMD8<Double>(people.people) }

  /// See ``WholePeople/divided(_:by:)``, which gives the same for each future.
  func divided(_ total: EightCounts, by shares: [SIMD8<Double>]) -> [EightCounts] {
    let all = SIMD8<Double>(total.people)
    var counts: [SIMD8<Double>] = []
    var remainders: [SIMD8<Double>] = []
    var left = all
    for share in shares {
      let part = all * share
      let count = (part + WholePeople.tolerance).rounded(.down)
      counts.append(count)
      remainders.append(((part - count) * 1e9).rounded(.toNearestOrAwayFromZero) / 1e9)
      left -= count
    }
    return counts.indices.map { part in
      // How many have a larger remainder, or the same and stand before.
      var rank = SIMD8<Double>.zero
      for other in counts.indices where other != part {
        let isBefore = other < part ? remainders[other] .>= remainders[part] : remainders[other] .> remainders[part]
        rank += SIMD8<Double>.zero.replacing(with: 1, where: isBefore)
      }
      return wholeNumbers(counts[part] + SIMD8<Double>.zero.replacing(with: 1, where: rank .< left))
    }
  }

  func divided(_ total: EightCounts, evenly parts: Int) -> [EightCounts] {
    let all = SIMD8<Double>(total.people)
    // Whole numbers below 2³¹, whose quotients are far enough from the next whole number to be rounded down.
    let quotient = (all / Double(max(1, parts))).rounded(.down)
    let rest = all - quotient * Double(parts)
    return (0..<parts).map {
      wholeNumbers(quotient + SIMD8<Double>.zero.replacing(with: 1, where: rest .> Double($0)))
    }
  }

  /// Numbers of people that are whole.
  @inline(__always)
  private func wholeNumbers(_ people: SIMD8<Double>) -> EightCounts {
    // The low bits of a number of this size are a whole number's.
    EightCounts(SIMD8<Int32>(truncatingIfNeeded: unsafeBitCast(people + 0x1p52, to: SIMD8<Int64>.self)))
  }
}
