import CVectors
import Testing

@testable import WorkforceSimulation

/// Counts made side by side are those that each has alone, on vectors of every width.
@Suite struct EightTests {
  private func word(_ place: Int) -> UInt32 {
    let word = Philox4x32.block(counter: (UInt32(place), 1, 2, 3), key: (4, 5)).0
    // Some in the tails.
    return place % 11 == 0 ? word >> 24 : place % 13 == 0 ? ~(word >> 22) : word
  }

  /// Population, marked and drawn: small, large, mirrored in each way, certain, and nobody.
  private static let cases: [(Int32, Int32, Int32)] = [
    (0, 0, 0), (1, 1, 1), (1, 0, 1), (4_300, 60, 90), (4_300, 31, 77), (4_300, 4_200, 60), (4_300, 60, 4_250),
    (4_300, 4_250, 4_240), (300, 150, 150), (50, 20, 10), (100_000_000, 30, 4), (4_300, 1, 80), (4_300, 80, 1),
    (4_300, 3_700, 90), (7, 7, 3), (7, 3, 7), (1_000_000, 128, 3_000), (1_000_000, 129, 3_000), (2, 1, 1),
  ]

  @Test func hypergeometricCountsAreThoseOfEach() {
    let widths: [Int32] = [128, 256, 512].filter { $0 <= cadre_vector_width() }
    for round in 0..<4_000 {
      // Mostly eight of a kind, which are done together; else a mixture.
      let own = (0..<8).map { Self.cases[(round % 3 == 0 ? $0 * 5 + round : round) % Self.cases.count] }
      let words = (0..<8).map { word(round * 8 + $0) }
      let due = zip(own, words).map { own, word in
        HypergeometricInversion(population: Int(own.0), marked: Int(own.1), drawn: Int(own.2)).count(
          at: Uniform.open(word))
      }
      let (population, marked, drawn) = (own.map(\.0), own.map(\.1), own.map(\.2))
      for width in widths {
        var counts = [Int32](repeating: -1, count: 8)
        let isDone = cadre_hypergeometric(width, population, marked, drawn, words, &counts)
        #expect(counts.map { Int($0) } == (isDone != 0 ? due : [Int](repeating: -1, count: 8)))
      }
      let together = HypergeometricInversion.counts(
        population: SIMD8(population), marked: SIMD8(marked), drawn: SIMD8(drawn), words: words)
      #expect((0..<8).map { Int(together[$0]) } == due)
    }
  }

  /// The usual case, away from the tails, is done together.
  @Test func hypergeometricCountsAreDoneTogether() {
    var counts = [Int32](repeating: 0, count: 8)
    for round in 0..<1_000 {
      let words = (0..<8).map { word(round * 8 + $0) % 4_000_000_000 + 100_000_000 }
      let isDone = cadre_hypergeometric(
        128, [Int32](repeating: 4_300, count: 8), (0..<8).map { 30 + $0 }, (0..<8).map { 90 - $0 }, words, &counts)
      #expect(isDone != 0)
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= base }
    return power
  }

  private static let rare = [0, 0.0005, 0.0067, 0.0132, 0.031, 0.11, 0.4999, 0.5, 0.5001, 0.93, 1]
  private static let sizes: [Int32] = [0, 1, 2, 9, 33, 120, 127, 300, 600, 4_095, 4_096, 70_000, 2_000_000]

  /// Cells of many people: those that are settled are those of the law, most are settled, and the others stay as they are.
  @Test func bigExitsAreThoseOfEach() {
    for width in ([128, 256, 512] as [Int32]).filter({ $0 <= cadre_vector_width() }) {
      var (openCount, all) = (0, 0)
      for round in 0..<1_500 {
        let probabilities = (0..<8).map { Self.rare[(round + $0 / 4) % Self.rare.count] }
        let cells = (0..<24).map { Self.sizes[(round / 11 + $0 * (round % 3)) % Self.sizes.count] }
        let words = (0..<24).map { word(round * 24 + $0) }
        let scratch = DrawScratch(cells: 3, runs: 1, laws: 1)
        defer { scratch.deallocate() }
        scratch.setLaw(0, probability: SIMD8(probabilities))
        let powers = scratch.readyPowers(0, to: Int(cells.max() ?? 0))
        let list = ExitList<EightCounts>(cells: 3, runs: 1)
        defer { list.deallocate() }
        var left = cells
        var rare = 0
        let made = cadre_big_exits(
          width, 3, &left, words, scratch.cLaws.pointer(0..<1), powers, 80, list.place.pointer(0..<24),
          list.left.pointer(0..<24), scratch.candidates.pointer(0..<24), &rare)
        let open = (0..<rare).map { Int(scratch.candidates[$0]) }
        var exits: [Int: Int] = [:]
        for exit in 0..<made { exits[Int(list.place[exit]) - 80] = Int(list.left[exit]) }
        for place in 0..<24 {
          guard !open.contains(place) else {
            #expect(left[place] == cells[place] && exits[place] == nil)
            continue
          }
          let law = scratch.laws[place % 8]
          let n = Int(cells[place])
          let u = Uniform.open(words[place])
          let isSummed = n < DrawScratch.mostPower && law.isSummed(n)
          let due = isSummed ? law.count(of: n, at: u, none: scratch.none(place % 8, n)) : law.count(of: n, at: u)
          #expect(
            exits[place] ?? 0 == due && Int(left[place]) == n - due, "n \(n), p \(probabilities[place % 8]), u \(u)")
        }
        openCount += rare
        all += 24
      }
      #expect(openCount * 3 < all)
    }
  }

  /// The thresholds of a number of people: a word above the k-th stands for more than k people.
  @Test func thresholdsAreWhereTheLawCountsMore() {
    let probabilities = [0.0005, 0.0067, 0.0132, 0.031, 0, 1e-9, 0.004, 0.0099]
    let end = Int(cadre_thresholds_end)
    let powers = (0..<end).flatMap { n in probabilities.map { p in (0..<n).reduce(1.0) { power, _ in power * (1 - p) } }
    }
    let odds = probabilities.map { $0 / (1 - $0) }
    for width in ([128, 256, 512] as [Int32]).filter({ $0 <= cadre_vector_width() }) {
      var table = [cadre_thresholds](repeating: cadre_thresholds(), count: 8 * (end + 1))
      cadre_make_thresholds(width, 0, 40, powers, odds, &table)
      cadre_make_thresholds(width, 40, end, Array(powers[(8 * 40)...]), odds, &table)
      for (future, p) in probabilities.enumerated() {
        let law = BinomialInversion(probability: p)
        for n in 0..<end where law.isSummed(n) {
          let own = table[future * (end + 1) + n]
          let none = powers[8 * n + future]
          for (k, biased) in [own.none, own.one, own.two, own.three].enumerated() {
            let last = UInt32(bitPattern: biased ^ .min)
            // Away from the far end, where other sums settle what these leave to their last digits.
            guard Uniform.open(last) < 0.99 else { continue }
            #expect(law.count(of: n, at: Uniform.open(last), none: none) <= k, "n \(n), p \(p)")
            #expect(law.count(of: n, at: Uniform.open(last + 1), none: none) > k, "n \(n), p \(p)")
          }
        }
      }
    }
  }

  @Test func quantilesAreThoseOfEach() {
    for round in 0..<2_000 {
      let u = SIMD8<Double>((0..<8).map { Uniform.open(word(round * 8 + $0)) })
      let together = Portable.normalQuantiles(u)
      for place in 0..<8 { #expect(together[place] == Portable.normalQuantile(u[place])) }
      let (n, p) = (Double(300 + round * 37), 0.02 + Double(round % 40) * 0.012)
      let all = LatticeQuantile.Eight(
        mean: SIMD8(repeating: n * p), variance: SIMD8(repeating: n * p * (1 - p)),
        spread: SIMD8(repeating: p * (1 - p)),
        skew: SIMD8(repeating: 1 - 2 * p), at: u)
      for place in 0..<8 {
        let one = LatticeQuantile(
          mean: n * p, variance: n * p * (1 - p), spread: p * (1 - p), skew: 1 - 2 * p, at: u[place])
        #expect(all.value[place] == one.value && all.uncertainty[place] == one.uncertainty)
        #expect((all.decided.isKnown[place] ? Int(all.decided.count[place]) : nil) == one.decided)
      }
    }
  }

  /// Places divided over pathways, and people over months: as for one future alone.
  @Test func divisionsAreThoseOfEach() {
    let scratch = DrawScratch(cells: 1, runs: 1, laws: 1)
    defer { scratch.deallocate() }
    let movement = ChanceMovement(seed: 1, replicates: SIMD8(1, 2, 3, 4, 5, 6, 7, 8), scratch: scratch)
    for round in 0..<2_000 {
      let total = EightCounts.each { Int32(word(round * 8 + $0) >> 20) }
      let first = (0..<8).map { round % 5 == 0 ? 0.25 : Uniform.open(word(90_000 + round * 8 + $0)) }
      let shares = [first, first.map { (1 - $0) * 0.5 }, first.map { (1 - $0) * 0.25 }, first.map { (1 - $0) * 0.25 }]
      let divided = movement.divided(total, by: shares.map { SIMD8($0) })
      let even = movement.divided(total, evenly: 1 + round % 61)
      for future in 0..<8 {
        let due = WholePeople.divided(Int(total[future]), by: shares.map { $0[future] })
        #expect(divided.map { Int($0[future]) } == due)
        let all = Int(total[future])
        let parts = 1 + round % 61
        #expect(even.map { Int($0[future]) } == (0..<parts).map { all / parts + ($0 < all % parts ? 1 : 0) })
      }
    }
  }
}
