import Testing
import WorkforceModel
import WorkforceSimulation

/// Parameters and chance are drawn apart: one can be switched off without touching the other.
@Suite struct SourceOfVariationTests {
  /// The fixture has every step of the month in it, and means that are exact in binary.
  private static func text(leaving: String, attrition: String, number: String) -> String {
    """
    cadre: 1
    name: Two grades
    start: 2024-09
    months: 30mo
    grades:
      A: {opening: 900, leaving: \(leaving)}
      B: {opening: 400, leaving: 5%/yr}
    moves: {up: {from: A, to: B, rate: 6%/yr}}
    pathways:
      P: {months: 12mo, employed-as: A, qualifies-as: B, attrition: \(attrition), withdrawn: {leave: 50%, A: rest}}
    intakes: {spring: {starts: every 12mo from 2025-03, places: 80, fill: 75%, into: P}}
    recruitment: {A: {number: \(number)}}
    """
  }

  static let certain = text(leaving: "12.5%/yr", attrition: "25% over pathway", number: "poisson(7/mo)")
  static let uncertain = text(
    leaving: "uniform(6.25% 18.75%)/yr", attrition: "uniform(12.5% 37.5%) over pathway",
    number: "poisson(uniform(2 12)/mo)")

  @Test func withoutUncertainParametersTheMeansAreTheDraws() throws {
    let scenario = try Running.scenario(Self.certain)
    let drawn = try Futures(scenario, replicates: 300)
    let means = try Futures(scenario, replicates: 300, source: .means)
    #expect(drawn.ensemble.fingerprint == means.ensemble.fingerprint)
  }

  @Test func parametersAtTheirMeansLeaveChanceAlone() throws {
    let uncertain = try Running.scenario(Self.uncertain)
    let certain = try Futures(Running.scenario(Self.certain), replicates: 300)
    let means = try Futures(uncertain, replicates: 300, source: .means)
    #expect(certain.firstDifference(from: means) == nil)
    #expect(try certain.firstDifference(from: Futures(uncertain, replicates: 300)) == 1)
  }

  @Test(arguments: Running.shippedNames)
  func atTheMeansEveryReplicateHasTheSameParameters(name: String) throws {
    let run = try Futures(Running.shipped(name).scenario, replicates: 70, source: .means)
    for path in run.parameterPaths { #expect(Set(run.parameter(path) ?? []).count == 1, "\(path)") }
    // And chance is still there.
    let leavers = run.names.filter { $0.hasSuffix(".leavers") }.map { Set(run.values($0, month: 1) ?? []).count }
    #expect((leavers.max() ?? 0) > 5)
  }

  /// The expected path with the parameters of a replicate uses the draws of that replicate.
  @Test func theExpectedPathOfAReplicateHasItsParameters() throws {
    let scenario = try Running.shipped("national-2024").scenario
    let compiled = try PlanCompiler.compile(scenario)
    let simulation = Simulation(plan: compiled.plan, seed: scenario.seed.value)
    let ensemble = try simulation.run(replicates: 70, threads: 2, columns: [])
    let path = try simulation.expectedPath(replicate: 67)
    let block = try #require(ensemble.blocks.first { $0.first <= 67 && 67 < $0.first + $0.count })
    for index in compiled.legend.parameters.indices {
      let values = Array(block.parameter(index))
      #expect(values[67 - block.first] == path.parameters[index])
    }
  }
}
