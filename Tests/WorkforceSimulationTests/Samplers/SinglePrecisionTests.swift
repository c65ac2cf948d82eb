import CVectors
import Testing

@testable import WorkforceSimulation

/// Counts of large cells are found in single precision where that is clear, and with all digits where it is not: they are
/// those of the exact sampler, number for number, above all at the words where a count changes.
@Suite struct SinglePrecisionTests {
  private static let widths = ([128, 256, 512] as [Int32]).filter { $0 <= cadre_vector_width() }
  private static let probabilities = [1e-4, 0.0009, 0.0065, 0.0131, 0.07, 0.31, 0.5, 0.52, 0.93, 0.99]
  private static let sizes = [4, 9, 33, 130, 700, 3_000, 12_000, 70_000, 1_000_000, 10_000_000]

  /// What came of cells of so many people: by word the number that leaves, nil where it is left open.
  private func counts(_ people: Int, _ probability: Double, _ words: [UInt32], width: Int32) -> [Int?] {
    let cells = words.count / 8
    let scratch = DrawScratch(cells: cells, runs: 1, laws: 1)
    defer { scratch.deallocate() }
    scratch.setLaw(0, probability: SIMD8(repeating: probability))
    let list = ExitList<EightCounts>(cells: cells, runs: 1)
    defer { list.deallocate() }
    // A cell beyond the last, which is not theirs.
    var left = [Int32](repeating: Int32(people), count: words.count + 8)
    var open = 0
    let places = 0..<words.count
    let made = cadre_big_exits(
      width, cells, &left, words + [UInt32](repeating: 1 << 31, count: 8), scratch.cLaws.pointer(0..<1),
      scratch.readyPowers(0, to: people), 16, list.place.pointer(places), list.left.pointer(places),
      scratch.candidates.pointer(places), &open)
    #expect(left[words.count...].allSatisfy { $0 == people })
    var exits: [Int: Int] = [:]
    for exit in 0..<made { exits[Int(list.place[exit]) - 16] = Int(list.left[exit]) }
    for place in places { #expect(Int(left[place]) == people - exits[place, default: 0]) }
    let isOpen = Set((0..<open).map { Int(scratch.candidates[$0]) })
    let counts = places.map { isOpen.contains($0) ? nil : exits[$0, default: 0] }
    return counts
  }

  /// The last word at which no more are counted than at this one.
  private func lastWord(_ law: BinomialInversion, _ people: Int, like word: UInt32) -> UInt32 {
    let count = law.count(of: people, at: Uniform.open(word))
    var (low, high) = (word, UInt32.max)
    while low < high {
      let middle = low + (high - low) / 2 + (high - low) % 2
      if law.count(of: people, at: Uniform.open(middle)) == count { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Words from one end to the other, dense in the tails.
  private static let ladder: [UInt32] =
    [0, 1, 7, 400, 90_000, 1_100_000, 20_000_000, 300_000_000, 1_000_000_000, 2_000_000_000, (1 << 31) - 1]

  /// The words around those where the count changes, at every distance from one word on.
  private func words(_ law: BinomialInversion, _ people: Int) -> [UInt32] {
    var words: [UInt32] = []
    for word in Self.ladder.flatMap({ [$0, ~$0] }) {
      words.append(word)
      let last = lastWord(law, people, like: word)
      for shift in stride(from: 0, to: 26, by: 2) {
        words.append(last &- (1 << shift &- 1))
        words.append(last &+ 1 << shift)
      }
    }
    // An odd number of cells: the last one is alone.
    let cells = (words.count / 8) | 1
    return (0..<8 * cells).map { words[$0 % words.count] }
  }

  @Test(arguments: sizes, probabilities) func countsAreThoseOfTheSampler(people: Int, probability: Double) {
    let law = BinomialInversion(probability: probability)
    let words = words(law, people)
    let due = words.map { law.count(of: people, at: Uniform.open($0)) }
    for width in Self.widths {
      let counts = counts(people, probability, words, width: width)
      for (place, count) in counts.enumerated() {
        #expect(count ?? due[place] == due[place], "\(people) at \(probability), word \(words[place]), \(width) bits")
      }
    }
  }

  /// At the two words between which a count changes no expansion can tell which one it is: of such means one word more
  /// moves the quantile less than the bound.
  @Test(arguments: [(9_000, 0.0065), (40_000, 0.0131), (1_000, 0.31), (3_000, 0.07)])
  func whatCannotBeToldIsLeftOpen(people: Int, probability: Double) {
    let law = BinomialInversion(probability: probability)
    let last = Self.ladder.dropFirst(4).flatMap { [lastWord(law, people, like: $0), lastWord(law, people, like: ~$0)] }
    let words = last.dropLast(last.count % 4).flatMap { [$0, $0 &+ 1] }
    for width in Self.widths {
      #expect(counts(people, probability, words, width: width).allSatisfy { $0 == nil }, "\(width) bits")
    }
  }

  /// But most is told: of words that are spread evenly one in some hundreds is left to the sampler.
  @Test(arguments: [20, 100, 700, 3_000, 12_000, 70_000, 1_000_000]) func mostIsTold(people: Int) {
    let words = (0..<8_000).map { UInt32($0) &* 0x9E37_79B1 }
    for width in Self.widths {
      let open = counts(people, 0.0065, words, width: width).count { $0 == nil }
      #expect(open * 300 < words.count, "\(open), \(width) bits")
    }
  }

  /// What sums of all digits leave to the sampler, single precision settles, but for words near a change: the upper tail.
  @Test func theUpperTailIsTold() {
    let words = (0..<800).map { UInt32.max - 3_900_000 + UInt32($0) * 4_500 }
    for width in Self.widths {
      let open = counts(300, 0.0065, words, width: width).count { $0 == nil }
      #expect(open * 10 < words.count, "\(open), \(width) bits")
    }
  }

  @Test func theMostPeopleOfAnyCell() {
    for width in Self.widths {
      for cells in 0..<7 {
        for place in 0..<8 * cells {
          let people = (0..<8 * cells).map { $0 == place ? Int32(70_000) : Int32($0 * 31 % 97) }
          #expect(cadre_most_people(width, cells, people) == 70_000)
        }
      }
      #expect(cadre_most_people(width, 0, [7]) == 0)
    }
  }
}
