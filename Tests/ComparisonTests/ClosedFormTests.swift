import Shell
import Testing
import WorkforceAnalysis
import WorkforceModel

/// Differences that are known exactly.
@Suite struct ClosedFormTests {
  private static func text(_ number: Int, leaving: String = "0%/yr", from month: String = "2024-10") -> String {
    """
    cadre: 1
    name: Streams
    start: 2024-09
    months: 24mo
    replicates: 4000
    seed: 3
    grades:
      A: {opening: 500, leaving: \(leaving), target: 610 fte}
    recruitment:
      A: {number: {2024-10: 6/mo, \(month == "2024-10" ? "2024-11" : month): \(number)/mo}}

    """
  }

  /// Six a month, and ten from April 2025 on: the difference is 4 a month in every future, and nothing before.
  @Test func aDifferenceOfTwoCertainStreams() throws {
    let comparison = try Comparing.pair(
      Comparing.scenario(Self.text(6)), Comparing.scenario(Self.text(10, from: "2025-04")),
      Comparing.request("A.heads", "A.joiners"))
    for step in 0...24 {
      let cell = try #require(comparison.cell("A.heads", try Comparing.month("2024-09") + step))
      let exact = Double(4 * max(0, step - 6))
      let difference = cell.summary.difference
      #expect(difference.mean == exact && difference.minimum == exact && difference.maximum == exact)
      #expect(difference.standardDeviation == 0 && difference.value(.p5) == exact && difference.value(.p95) == exact)
      #expect(cell.summary.isSame == (step <= 6))
      #expect(cell.summary.above.share == (step > 6 ? 1 : 0) && cell.summary.below.hits == 0)
      #expect(cell.summary.a.mean == Double(500 + 6 * step))
    }
  }

  /// Four more a month, each of whom stays with probability s = exp(−0.24 ÷ 12) a month from the month after: after k
  /// months the expectation of the difference is 4 (1 + s + … + s^(k − 1)), and those of two futures are their own
  /// people, so the variance of the difference is Σ 4 sʲ (1 − sʲ), as of people who move by themselves.
  @Test func theMeanAgreesWithinItsError() throws {
    let comparison = try Comparing.pair(
      Comparing.scenario(Self.text(6, leaving: "24%/yr")), Comparing.scenario(Self.text(10, leaving: "24%/yr")),
      Comparing.request("A.heads", at: ["2026-09"]))
    let summary = try #require(comparison.cell("A.heads", try Comparing.month("2026-09"))).summary
    var (exact, survival) = (0.0, 1.0)
    // From November 2024 on: 23 months.
    for _ in 0..<23 {
      exact += 4 * survival
      survival *= 0.980_198_673_306_755_3
    }
    let mean = try #require(summary.difference.mean)
    let error = try #require(summary.difference.meanError)
    // 4.5 standard errors: a false alarm in 150,000.
    #expect(abs(mean - exact) <= 4.5 * error, "\(mean) ± \(error), exactly \(exact)")
    // Its error is that of pairs, and far below that of separate numbers.
    let deviation = try #require(summary.difference.standardDeviation)
    #expect(abs(error - deviation / Double(4000).squareRoot()) < 1e-12)
    let apart = try #require(summary.independentDeviation)
    #expect(apart > 3 * deviation, "\(apart) and \(deviation)")
  }

  /// The target of 610: six a month make it in 19 months, ten from November on in 12.
  @Test func datesShift() throws {
    let comparison = try Comparing.pair(
      Comparing.scenario(Self.text(6)), Comparing.scenario(Self.text(10)), Comparing.request())
    let target = try #require(comparison.targets.first)
    let months = target.months(sure: 0.8)
    let met = (a: try Comparing.month("2026-04"), b: try Comparing.month("2025-09"))
    #expect(months.a == met.a && months.b == met.b)
    #expect(target.shift(sure: 0.8) == .months(-7) && target.shift(sure: 0.05) == .months(-7))
    #expect(target.shift.mean == -7 && target.shift.total == 4000 && target.shift.maximum == -7)
    #expect(target.earlier.share == 1 && target.same.hits == 0 && target.later.hits == 0 && target.neither.hits == 0)
    let chances = try #require(target.chances(met.b))
    #expect(chances.at == PairedProbability(both: 0, onlyA: 0, onlyB: 4000, pairs: 4000))
    #expect(chances.at.difference == 1 && chances.at.error == 0)
    #expect(target.chances(met.a)?.at == PairedProbability(both: 4000, onlyA: 0, onlyB: 0, pairs: 4000))
  }

  @Test func datesBeyondTheHorizon() throws {
    let never = try Comparing.scenario(Self.text(0))
    let soon = try Comparing.scenario(Self.text(10))
    let later = try #require(Comparing.pair(soon, never, Comparing.request()).targets.first)
    // From September 2025 to September 2026 and no month more is known.
    #expect(later.shift(sure: 0.8) == .laterByAtLeast(13))
    #expect(later.later.share == 1 && later.shift.total == 0 && later.shift.mean == nil)
    let earlier = try #require(Comparing.pair(never, soon, Comparing.request()).targets.first)
    #expect(earlier.shift(sure: 0.8) == .earlierByAtLeast(13) && earlier.earlier.share == 1)
    let neither = try #require(
      Comparing.pair(never, try Comparing.scenario(Self.text(1)), Comparing.request()).targets.first)
    #expect(neither.shift(sure: 0.8) == .unknown && neither.neither.share == 1)
  }

  /// October 2024 to March 2025 are six months, the year after is whole, and April to September 2026 are six again.
  @Test func financialYears() throws {
    let comparison = try Comparing.pair(
      Comparing.scenario(Self.text(6)), Comparing.scenario(Self.text(10, from: "2025-04")), Comparing.request())
    #expect(comparison.years.map(\.description) == ["2024/25", "2025/26", "2026/27"])
    #expect(comparison.years.map(\.isWhole) == [false, true, false])
    let joiners = try #require(comparison.flows.first { $0.metric.name == "A.joiners" })
    #expect(joiners.summaries.map(\.a.mean) == [36, 72, 36])
    #expect(joiners.summaries.map(\.b.mean) == [36, 120, 60])
    #expect(joiners.summaries.map(\.difference.mean) == [0, 48, 24])
    #expect(joiners.summaries.map(\.isSame) == [true, false, false])
  }
}
