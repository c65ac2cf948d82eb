import Testing
import WorkforceModel
import WorkforceSimulation

/// A parameter is one uniform at its path: another distribution keeps the draw, and leaves all other parameters alone.
@Suite struct ParameterDrawTests {
  private static let front = """
    cadre: 1
    name: One grade
    start: 2024-09
    months: 3mo
    grades:
      A: {opening: 500, leaving: 9%/yr, fte-per-head:
    """

  /// FTE per head of grade A in 300 replicates.
  private func drawn(_ distribution: String) throws -> [Double] {
    let run = try Futures(Running.scenario("\(Self.front) \(distribution)}\n"), replicates: 300)
    return try #require(run.parameter("grades.A.fte-per-head"))
  }

  @Test func uniformsOfOneDrawLieOnALine() throws {
    let narrow = try drawn("uniform(0.9 1)")
    let wide = try drawn("uniform(0.8 1)")
    #expect(Set(narrow).count == 300)
    for (x, y) in zip(narrow, wide) {
      #expect(abs(y - (2 * x - 1)) < 1e-14)
      #expect(0.9 < x && x < 1)
    }
  }

  @Test func normalsOfOneDrawLieOnALine() throws {
    for (x, y) in zip(try drawn("normal(1 0.1) within 0..2"), try drawn("normal(1 0.05) within 0.5..1.5")) {
      // Both are cut off at ten standard deviations: the same share of each is left, to 10⁻²³.
      #expect(abs((x - 1) - 2 * (y - 1)) < 1e-9)
    }
  }

  /// Every distribution has the replicates in the same order.
  @Test(arguments: [
    "triangular(0.2 0.7 0.9)", "pert(0.2 0.7 0.9)", "lognormal(0.5 0.1) within 0.1..2",
    "gamma(9 0.1) within 0.01..2", "0.4..0.9 within 0.01..2", "normal(0.8 0.1) within 0.1..1.5",
  ])
  func anotherDistributionKeepsTheOrder(distribution: String) throws {
    let uniforms = try drawn("uniform(0.5 1)")
    let others = try drawn(distribution)
    let order = uniforms.indices.sorted { uniforms[$0] < uniforms[$1] }
    for (lower, upper) in zip(order, order.dropFirst()) { #expect(others[lower] < others[upper]) }
  }

  @Test(arguments: [
    ("grades.PO.fte-per-head", "uniform(0.5 0.6)"), ("pathways.PQiP-21.attrition", "uniform(1% 40%) over pathway"),
    ("grades.SPO.opening", "77"), ("moves.promotion.rate", "0.1%/yr"), ("intakes.*.fill", "50%"),
    ("factors.labour-market.weight", "0"), ("recruitment.returners.number", "poisson(5/mo)"),
  ])
  func aReplacedParameterLeavesAllOthersAlone(path: String, value: String) throws {
    let read = try Running.shipped("national-2024")
    let before = try Futures(read.scenario, replicates: 70)
    let after = try Futures(Running.setting(read, [(path, value)]), replicates: 70)
    let changed = before.parameterPaths.filter { before.parameter($0) != after.parameter($0) }
    let expected: [String]
    switch path {
    case "intakes.*.fill": expected = ["intakes.autumn.fill", "intakes.spring.fill"]
    // The numbers that the factor moves, by band where there are bands.
    case "factors.labour-market.weight":
      expected = [
        "grades.OTHER.leaving.rate", "grades.PO.leaving.rate.5y+", "grades.PO.leaving.rate.<5y",
        "grades.PSO.leaving.rate", "grades.SPO.leaving.rate",
      ]
    default: expected = [path]
    }
    #expect(changed == expected)
  }

  @Test func uncertainBandsOfOneRuleShareTheirDraw() throws {
    // Without limits, whose inverse function rounds.
    let read = try Running.shipped("national-2024")
    let run = try Futures(
      Running.setting(
        read, [("grades.PO.leaving", "{<5y: lognormal(7.6% 0.13)/yr, 5y+: lognormal(7.9% 0.13)/yr}")]),
      replicates: 70)
    let low = try #require(run.parameter("grades.PO.leaving.rate.<5y"))
    let high = try #require(run.parameter("grades.PO.leaving.rate.5y+"))
    // Both are lognormal with the same spread: their ratio is that of their medians.
    for (x, y) in zip(low, high) { #expect(abs(y / x - 7.9 / 7.6) < 1e-12) }
  }
}
