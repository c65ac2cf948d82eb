import Testing

@testable import WorkforceSimulation

/// What common random numbers need, for every uniform number and not for a sample of them: one more person, or a higher
/// probability, moves each step down, and no farther than the next. So the count stays or rises by one.
@Suite struct BinomialOrderTests {
  /// By count from 0: how many of the uniform numbers of 52 bits give it or less.
  private func steps(_ n: Int, _ p: Double) -> (first: Int, upTo: [Int]) {
    let sampler = BinomialInversion(probability: p)
    let exact = ExactDistribution.binomial(n, p)
    let implied = ImpliedDistribution(bits: 52, near: exact) { sampler.count(of: n, at: $0) }
    return (exact.first, implied.upTo)
  }

  private func expectOneMoreAtMost(_ lower: (Int, Double), _ upper: (Int, Double)) {
    let (before, after) = (steps(lower.0, lower.1), steps(upper.0, upper.1))
    func words(_ steps: (first: Int, upTo: [Int]), _ k: Int) -> Int {
      k < steps.first ? 0 : k - steps.first < steps.upTo.count ? steps.upTo[k - steps.first] : 1 << 52
    }
    let counts = min(before.first, after.first)...max(before.first + before.upTo.count, after.first + after.upTo.count)
    let falls = counts.filter { words(after, $0) > words(before, $0) }
    let leaps = counts.filter { words(after, $0 + 1) < words(before, $0) }
    #expect(falls.isEmpty && leaps.isEmpty, "\(lower), \(upper): falls at \(falls), leaps at \(leaps)")
  }

  @Test(arguments: [1e-4, 0.0075, 0.0625, 0.1, 0.31, 0.5, 0.69, 0.9, 0.9925])
  func oneMorePerson(p: Double) {
    // Products to 8 people, tables to 63 and 4,095, then the expansion from 4 and the distribution function from 30.
    let rare = min(p, 1 - p)
    let limits = [BinomialInversion.expansionLimit, 10, BinomialInversion.summationLimit].map { Int($0 / rare) }
    for around in Set([2, 8, 63, 127, 4095] + limits).sorted() {
      for n in around - 2...around + 2 { expectOneMoreAtMost((n, p), (n + 1, p)) }
    }
  }

  @Test(arguments: [8, 9, 40, 61, 64, 1000, 4096, 40_000, 1_000_000, 100_000_000])
  func higherProbability(n: Int) {
    for limit in [0.01, 1, BinomialInversion.expansionLimit, 10, BinomialInversion.summationLimit, 1000, 1e5] {
      let p = limit / Double(n)
      guard p < 0.5 else { continue }
      for middle in [p, 1 - p] {
        // Apart by more than the sampler's error, and by less than a person.
        let apart = 1e-9 * min(middle, 1 - middle)
        expectOneMoreAtMost((n, middle - apart), (n, middle))
        expectOneMoreAtMost((n, middle), (n, middle + apart))
      }
    }
    // Where the other outcome becomes the one that is counted.
    guard n <= 1_000_000 else { return }
    for apart in [1e-10, 1e-6] { expectOneMoreAtMost((n, 0.5 - apart / Double(n)), (n, 0.5 + apart / Double(n))) }
  }
}
