import Foundation
import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// Each distribution in one small scenario: the mean and the standard deviation of a stock against quadrature.
@Suite struct DistributionTests {
  static let people = 1_000
  static let replicates = 40_000
  /// The normal's 95 % point.
  private static let z95 = 1.644853626951472

  /// A thousand people a year later, given what share of them stays.
  private static func stay(_ share: Double) -> Moments {
    Moments(mean: Double(people) * share, variance: Double(people) * share * (1 - share))
  }

  private func check(_ lines: String, _ exact: IntegratedMoments, _ name: String) throws {
    let text = "cadre: 1\nname: d\nstart: 2024-09\nmonths: 12mo\n\(lines)\n"
    let run = try Recorded(try Running.scenario(text).scenario, replicates: Self.replicates, steps: [12], seed: 11)
    // 13 scenarios with two comparisons each, 2 × 10⁻⁷ for both: a false alarm anywhere, 3 × 10⁻⁶.
    var agreement = Agreement(comparisons: 2, falseAlarm: 2e-7)
    let values = run.values(run.heads(["A"]), step: 12)
    agreement.uncertain(name, values, mean: exact.mean, variance: exact.variance)
    #expect(agreement.violations.isEmpty, "\(agreement.violations)")
    // There is something to see: the parameter adds at least a quarter to the variance.
    #expect(exact.parameterVariance > 0.25 * exact.chanceVariance, "\(name)")
  }

  /// A central rate r a year: exp(−r) stay.
  @Test(arguments: [
    ("lognormal(8% 0.4)/yr", ProbabilityRule.lognormal(median: 0.08, sdlog: 0.4, nodes: 12)),
    ("gamma(4 2%)/yr", .gamma(shape: 4, scale: 0.02, nodes: 12)),
    ("uniform(4% 14%)/yr", .uniform(0.04, 0.14, nodes: 8)),
    ("pert(2% 5% 20%)/yr", .pert(0.02, 0.05, 0.20, nodes: 8)),
    ("43 leavers over 551 person-years", .gamma(shape: 43.5, scale: 1.0 / 551, nodes: 12)),
    (
      "4%..16%/yr",
      .lognormal(median: (0.04 * 0.16).squareRoot(), sdlog: log(4) / (2 * z95), nodes: 12)
    ),
  ])
  func centralRate(written: String, rule: ProbabilityRule) throws {
    let exact = Quadrature.integrate([rule]) { Self.stay(exp(-$0[0])) }
    try check("grades: {A: {opening: \(Self.people), leaving: \(written)}}", exact, written)
  }

  /// Laws given by their densities alone, between the points.
  @Test func centralRateByDensity() throws {
    func check(_ written: String, _ points: [Double], _ density: (Double) -> Double) throws {
      let exact = DensityIntegral.integrate(points, density: density, moments: { Self.stay(exp(-$0)) })
      try self.check("grades: {A: {opening: \(Self.people), leaving: \(written)}}", exact, written)
    }
    try check("normal(8% 4%)/yr within 3%..12%", [0.03, 0.12]) { DensityIntegral.normal($0, mean: 0.08, sd: 0.04) }
    try check("triangular(2% 5% 20%)/yr", [0.02, 0.05, 0.20]) { DensityIntegral.triangular($0, 0.02, 0.05, 0.20) }
    try check("lognormal(8% 0.6)/yr within 5%..20%", [0.05, 0.2]) {
      DensityIntegral.normal(log($0), mean: log(0.08), sd: 0.6) / $0
    }
  }

  /// An annual probability q: 1 − q stay.
  @Test func logitNormal() throws {
    let ends = [0.05, 0.25].map { log($0 / (1 - $0)) }
    let rule = ProbabilityRule.normal(
      mean: (ends[0] + ends[1]) / 2, sd: (ends[1] - ends[0]) / (2 * Self.z95), nodes: 16)
    let exact = Quadrature.integrate([rule]) { Self.stay(1 - 1 / (1 + exp(-$0[0]))) }
    try check("grades: {A: {opening: \(Self.people), leaving: 5%..25% chance/yr}}", exact, "a..b on 0…1")
  }

  /// Attrition a over a programme of twelve months: 1 − a qualify.
  @Test(arguments: [
    ("beta(20 80) over pathway", ProbabilityRule.beta(20, 80, nodes: 8)),
    ("20 of 100 over pathway", .beta(20.5, 80.5, nodes: 8)),
    ("0 of 9 over pathway", .beta(0.5, 9.5, nodes: 8)),
  ])
  func attrition(written: String, rule: ProbabilityRule) throws {
    let exact = Quadrature.integrate([rule]) { Self.stay(1 - $0[0]) }
    let lines = """
      grades: {A: {opening: 0, leaving: 0%/yr}}
      pathways:
        P: {months: 12mo, employed-as: A, qualifies-as: A, withdrawn: leave, attrition: \(written), learners: {0mo: 1000}}
      """
    try check(lines, exact, written)
  }

  /// Truncation far out in a tail: nothing is clamped. A normal at 5 ± 0.1 % above 8 % is 8 % and a hair (1/300 %).
  @Test func truncationFarOutInATail() throws {
    let text = """
      cadre: 1
      name: tail
      start: 2024-09
      months: 1mo
      grades: {A: {opening: 1, leaving: normal(5% 0.1%)/yr within 8%..20%}}
      """
    do {
      let run = try Recorded(try Running.scenario(text).scenario, replicates: 100, steps: [1])
      let rates = try #require(run.parameter("grades.A.leaving.rate"))
      #expect(rates.allSatisfy { $0 >= 0.08 && $0 < 0.0806 }, "\(rates[0])")
    } catch is Faults {
      // To be told that hardly anything of the distribution lies within the limits is as good.
    }
  }
}
