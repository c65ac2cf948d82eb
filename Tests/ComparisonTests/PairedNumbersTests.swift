import Shell
import Testing
import WorkforceModel

@testable import WorkforceAnalysis
@testable import WorkforceSimulation

/// Statistics of pairs, on ensembles made by hand.
@Suite struct PairedNumbersTests {
  /// People of a grade in the first month after the opening, by replicate.
  private static func comparison(
    _ a: [Double], _ b: [Double], seeds: (UInt64, UInt64) = (1, 1), pairs: Int? = nil
  ) throws -> Comparison {
    let loaded = try Comparing.scenario(
      "cadre: 1\nname: t\nstart: 2024-09\nmonths: 1mo\ngrades: {A: {opening: 10, leaving: 5%/yr}}\n")
    let selection = try ComparedSelection(
      [loaded.read, loaded.read], metrics: ["A.heads"], months: [Month(year: 2024, month: 10)])
    let columns = selection.columns(of: 0, outlook: false, years: false)
    // The heads stand in columns by service; all are in the first.
    func run(_ numbers: [Double], _ seed: UInt64) -> ComparedRun {
      let people = columns.indices.flatMap { $0 == 0 ? numbers : numbers.map { _ in 0 } }
      let count = selection.compiled[0].legend.parameters.count
      let block = Ensemble.Block(
        first: 1, count: numbers.count, people: .real(people),
        parameters: [Double](repeating: 1, count: count * numbers.count))
      return ComparedRun(name: "seed \(seed)", Ensemble(blocks: [block], columns: columns), seed: seed)
    }
    return try Comparison(
      selection, [run(a, seeds.0), run(b, seeds.1)], with: 1, pairs: pairs, outlook: false, years: false, threads: 1)
  }

  private static func summary(_ a: [Double], _ b: [Double], pairs: Int? = nil) throws -> PairedSummary {
    try #require(comparison(a, b, pairs: pairs).cell("A.heads", Month(year: 2024, month: 10))).summary
  }

  @Test func probabilitiesAreSharesOfPairs() throws {
    // Differences 2, 0, −1, 5, 0, 2: the medians are the same, and the pairs are not.
    let summary = try Self.summary([10, 11, 12, 13, 14, 15], [12, 11, 11, 18, 14, 17])
    #expect(summary.above == ProbabilityEstimate(hits: 3, replicates: 6))
    #expect(summary.below == ProbabilityEstimate(hits: 1, replicates: 6))
    #expect(summary.equal == ProbabilityEstimate(hits: 2, replicates: 6))
    #expect(!summary.isSame)
    #expect(abs(try #require(summary.difference.mean) - 8.0 / 6) < 1e-12)
    // Σ d² = 34, so the variance is (34 − 64 ÷ 6) ÷ 5.
    let deviation = ((34 - 64.0 / 6) / 5).squareRoot()
    #expect(abs(try #require(summary.difference.standardDeviation) - deviation) < 1e-12)
    #expect(abs(try #require(summary.difference.meanError) - deviation / 6.0.squareRoot()) < 1e-12)
    #expect(summary.difference.value(.p50) == 1 && summary.difference.minimum == -1)
  }

  /// The order of the replicates makes the pairs: the same numbers in another order are another comparison.
  @Test func pairsAreMadeByReplicate() throws {
    let one = try Self.summary([1, 2, 3], [2, 3, 4])
    let other = try Self.summary([1, 2, 3], [4, 3, 2])
    #expect(one.difference.standardDeviation == 0 && one.above.share == 1)
    #expect(other.difference.mean == one.difference.mean && other.difference.standardDeviation == 2)
    #expect(other.above.hits == 2 && other.below.hits == 1)
  }

  @Test func aDifferenceThatCancelsIsNotNothing() throws {
    let summary = try Self.summary([1, 2], [2, 1])
    #expect(summary.difference.mean == 0 && !summary.isSame)
    #expect(try Self.summary([1, 2], [1, 2]).isSame)
  }

  /// The first of each are paired, and both sides are told of those alone.
  @Test func theLongerRunIsCut() throws {
    let summary = try Self.summary([1, 2, 3, 100], [2, 3, 5])
    #expect(summary.difference.total == 3 && summary.a.maximum == 3 && summary.a.mean == 2)
    #expect(try Self.summary([1, 2, 3], [2, 4, 6], pairs: 2).difference.mean == 1.5)
  }

  @Test func otherSeedsAreNoPairs() throws {
    let error = try #require(throws: Faults.self) { try Self.comparison([1, 2], [1, 2], seeds: (1, 2)) }
    #expect(error.diagnostics.map(\.message).joined().contains("their seeds are 1 and 2"))
  }

  /// R = 100 pairs: in 30 it happens in both, in 10 in A alone, in 25 in B alone.
  @Test func theErrorOfADifferenceOfShares() {
    let chance = PairedProbability(both: 30, onlyA: 10, onlyB: 25, pairs: 100)
    #expect(chance.a.share == 0.4 && chance.b.share == 0.55)
    #expect(abs(chance.difference - 0.15) < 1e-15)
    #expect(abs(chance.error - ((0.35 - 0.0225) / 100).squareRoot()) < 1e-15)
  }

  @Test func financialYearsOfAnyRange() {
    func month(_ year: Int, _ month: Int) -> Month { Month(year: year, month: month) }
    let years = FinancialYear.covering(month(2024, 3)...month(2026, 4))
    #expect(years.map(\.description) == ["2023/24", "2024/25", "2025/26", "2026/27"])
    #expect(years.map(\.isWhole) == [false, true, true, false])
    #expect(years.map { $0.last - $0.first + 1 } == [1, 12, 12, 1])
    #expect(FinancialYear.covering(month(2024, 4)...month(2025, 3)).map(\.isWhole) == [true])
  }
}
