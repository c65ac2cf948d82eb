import CVectors
import Testing
import WorkforceModel

@testable import WorkforceSimulation

/// Results do not depend on the vectors that a processor has: whole runs, on those of every width that this one has.
@Suite struct WidthTests {
  @Test(arguments: ["national-2024", "benchmark", "police-2024"], [1, 400]) func everyWidthGivesTheSame(
    name: String, times: Int
  ) throws {
    var scenario = try Running.shipped(name).scenario
    if times > 1, name == "benchmark" {
      // Cells of many people, which go another way.
      scenario = try Running.setting(
        Running.shipped(name), [("grades.PO.opening", "\(5436 * times)"), ("grades.PSO.opening", "\(3945 * times)")])
    }
    let compiled = try PlanCompiler.compile(scenario)
    let columns = Array(0..<compiled.plan.seriesCount * (compiled.plan.months + 1))
    let fingerprints = try ([128, 256, 512] as [Int32]).filter { $0 <= cadre_vector_width() }.map { width in
      var simulation = Simulation(plan: compiled.plan, seed: 77)
      simulation.vectorWidth = width
      return try simulation.run(replicates: 61, threads: 2, columns: columns).fingerprint
    }
    #expect(Set(fingerprints).count == 1)
  }
}
