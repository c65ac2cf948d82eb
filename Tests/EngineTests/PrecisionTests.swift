import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// How many futures a precision takes.
@Suite struct PrecisionTests {
  /// Nobody but Poisson recruits: after a month their number is Poisson(400), with a standard deviation of 20.
  private static let text = """
    cadre: 1
    name: Recruits
    start: 2024-09
    months: 1mo
    grades:
      A: {opening: 0, leaving: 0%/yr}
    recruitment:
      A: {number: poisson(400/mo)}

    """

  private func estimate(_ halfWidth: Double) throws -> PrecisionGoal.Estimate {
    let selection = try Selection(try Running.scenario(Self.text), metrics: ["A.heads"], months: nil)
    let simulation = Simulation(plan: selection.compiled.plan, seed: 5)
    let pilot = try simulation.run(
      replicates: PrecisionGoal.pilot, threads: 1, columns: selection.columns(outlook: false))
    let goal = PrecisionGoal(selection.metrics[0], step: 1, halfWidth: halfWidth)
    return try #require(goal.estimate(MetricEvaluation(selection.catalog, pilot)))
  }

  /// (1.96 × 20 ÷ 0.5)² = 6,147 futures; the pilot's deviation has a standard error of 20 ÷ √2000 = 0.45.
  @Test func theNumberFollowsTheDeviation() throws {
    let estimate = try estimate(0.5)
    #expect(abs(estimate.deviation - 20) < 5 * 0.4473)
    let exact = 1.959963984540054 * estimate.deviation / 0.5
    #expect(estimate.needed == (exact * exact / 1000).rounded(.up) * 1000)
    // What so many futures give is what was asked for, and a thousand fewer do not.
    #expect(estimate.halfWidth(estimate.needed) <= 0.5)
    #expect(estimate.halfWidth(estimate.needed - 1000) > 0.5)
  }

  @Test func theLeastIsAThousand() throws {
    #expect(try estimate(1_000_000).needed == 1000)
  }

  @Test func moreThanTheMostIsToldAsItIs() throws {
    #expect(try estimate(0.001).needed > Double(PrecisionGoal.most))
  }
}
