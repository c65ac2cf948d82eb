import Foundation
import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// Numbers that are drawn anew, rates that vary from year to year, and shares drawn together: parameters against closed
/// forms.
@Suite struct DrawnAnewTests {
  static let replicates = 20_000

  private func run(_ text: String) throws -> Recorded {
    try Recorded(try Running.scenario(text).scenario, replicates: Self.replicates, steps: [0], seed: 9)
  }

  private func scenario(_ rest: String) -> String {
    "cadre: 1\nname: Draws\nstart: 2024-09\nmonths: 40mo\n" + rest
  }

  /// By path, in the order in which they were laid out.
  private func parameters(_ path: String, _ run: Recorded) -> [[Double]] {
    run.legend.parameters.indices.filter { run.legend.parameters[$0].path == path }.map { index in
      run.ensemble.blocks.flatMap { Array($0.parameter(index)) }
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func covariance(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (mean(one), mean(other))
    return zip(one, other).reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) } / Double(one.count - 1)
  }

  /// Five standard errors of a mean with this variance.
  private func allowed(_ variance: Double) -> Double { 5 * (variance / Double(Self.replicates)).squareRoot() }

  @Test(arguments: [(0.1, 0.7), (0.3, 0.0), (0.2, 1.0)])
  func yearsVaryAsTheyShould(variation: Double, persistence: Double) throws {
    let run = try run(
      scenario(
        """
        grades:
          PO: {opening: 10, leaving: {rate: 8%/yr, yearly-variation: \(variation * 100)%, persistence: \(persistence)}}
        """))
    // From April: the years that begin in 2024-04, 2025-04, 2026-04 and 2027-04.
    let years = ["2024-04", "2025-04", "2026-04", "2027-04"]
    let factors = try years.map { year in
      try #require(parameters("grades.PO.leaving in the year from \(year)", run).first)
    }
    #expect(parameters("grades.PO.leaving in the year from 2028-04", run).isEmpty)
    let form = YearlyFactor(variation: variation, persistence: persistence)
    for (index, factor) in factors.enumerated() {
      let exact = form.moments(year: index + 1)
      #expect(abs(mean(factor) - 1) < allowed(exact.variance), "year \(index + 1)")
      for (later, other) in factors.enumerated() where later >= index {
        // Logarithms are normal with known covariances.
        let logs = covariance(factor.map { log($0) }, other.map { log($0) })
        let expected = form.deviationCovariance(index + 1, later + 1)
        let spread =
          form.deviationVariance(year: index + 1) * form.deviationVariance(year: later + 1) + expected * expected
        #expect(abs(logs - expected) < allowed(spread), "years \(index + 1) and \(later + 1)")
      }
    }
  }

  /// Each start has a draw of its own, with the distribution's mean and variance, apart from the others.
  @Test func eachIntakeIsDrawnAnew() throws {
    let run = try run(
      scenario(
        """
        grades: {PO: {opening: 10, leaving: 8%/yr}}
        intakes: {a: {starts: every 6mo from 2024-12, places: 10, fill: uniform(40% 90%) each intake, into: PO}}
        """))
    let fills = parameters("intakes.a.fill", run)
    #expect(fills.count == 7)
    let variance = 0.25 / 12
    for (index, fill) in fills.enumerated() {
      #expect(abs(mean(fill) - 0.65) < allowed(variance))
      #expect(abs(covariance(fill, fill) - variance) < allowed(0.8 * variance * variance))
      for other in fills[..<index] { #expect(abs(covariance(fill, other)) < allowed(variance * variance)) }
    }
    // The months that they are drawn for address them: a longer horizon leaves them alone.
    let longer = try self.run(
      scenario(
        """
        grades: {PO: {opening: 10, leaving: 8%/yr}}
        intakes: {a: {starts: every 3mo from 2024-12, places: 10, fill: uniform(40% 90%) each intake, into: PO}}
        """))
    #expect(parameters("intakes.a.fill", longer)[2] == fills[1])
  }

  /// The innovations that one factor moves are as correlated in each year as its weights say, and not between years.
  @Test func aFactorMovesTheYears() throws {
    let run = try run(
      scenario(
        """
        grades:
          PO: {opening: 10, leaving: {rate: 8%/yr, yearly-variation: 10%}}
          PSO: {opening: 10, leaving: {rate: 8%/yr, yearly-variation: 20%}}
        factors:
          market: {moves: [grades.PO.leaving.yearly-variation, grades.PSO.leaving.yearly-variation], weight: 0.8}
        """))
    let one = parameters("grades.PO.leaving.yearly-variation", run).filter { Set($0).count > 1 }
    let other = parameters("grades.PSO.leaving.yearly-variation", run).filter { Set($0).count > 1 }
    #expect(one.count == 4 && other.count == 4)
    for year in one.indices {
      #expect(abs(covariance(one[year], other[year]) - 0.64) < allowed(1 + 0.64 * 0.64))
      for later in one.indices where later != year { #expect(abs(covariance(one[year], other[later])) < allowed(1)) }
    }
  }

  /// Dirichlet shares: mean a ÷ A, variance a (A − a) ÷ (A² (A + 1)), covariance −a b ÷ (A² (A + 1)); they sum to 1.
  @Test func sharesDrawnTogether() throws {
    let run = try run(
      scenario(
        """
        grades: {PO: {opening: 10, leaving: 8%/yr}, SPO: {opening: 10, leaving: 8%/yr}, X: {opening: 1, leaving: 1%/yr}}
        intakes: {a: {starts: 2025-01, places: 10, into: "dirichlet(PO 6, SPO 3, X 1)"}}
        """))
    let sizes = [("PO", 6.0), ("SPO", 3.0), ("X", 1.0)]
    let shares = try sizes.map { try #require(parameters("intakes.a.into.\($0.0) as a share", run).first) }
    let total = 10.0
    for (index, (_, size)) in sizes.enumerated() {
      let variance = size * (total - size) / (total * total * (total + 1))
      #expect(abs(mean(shares[index]) - size / total) < allowed(variance))
      // The fourth moment of a share is below its range times the variance.
      #expect(abs(covariance(shares[index], shares[index]) - variance) < allowed(variance))
      for other in 0..<index {
        let exact = -size * sizes[other].1 / (total * total * (total + 1))
        #expect(abs(covariance(shares[index], shares[other]) - exact) < allowed(variance))
      }
    }
    for replicate in 0..<Self.replicates { #expect(abs(shares.reduce(0) { $0 + $1[replicate] } - 1) < 1e-12) }
  }
}
