import Synchronization
import Testing
import WorkforceModel
import WorkforceSimulation

/// Twins: the ordinary futures are those of a run, and their twins share the parameters alone.
@Suite struct TwinsTests {
  private static func simulation(
    _ name: String
  ) throws -> (simulation: Simulation, columns: [Int], parameters: Int) {
    let scenario = try Running.shipped(name).scenario
    let compiled = try PlanCompiler.compile(scenario)
    let columns = Array(0..<compiled.legend.seriesCount * (compiled.legend.months + 1))
    return (Simulation(plan: compiled.plan, seed: scenario.seed.value), columns, compiled.legend.parameters.count)
  }

  @Test(arguments: ["national-2024", "benchmark"])
  func theOrdinaryFuturesAreThoseOfARun(name: String) throws {
    let (simulation, columns, parameters) = try Self.simulation(name)
    let run = try simulation.run(replicates: 150, threads: 2, columns: columns)
    let twins = try simulation.runTwins(replicates: 150, threads: 2, columns: columns)
    #expect(twins.ordinary.fingerprint == run.fingerprint)
    #expect(twins.twin.fingerprint != run.fingerprint)
    for (one, other) in zip(twins.ordinary.blocks, twins.twin.blocks) {
      for index in 0..<parameters {
        #expect(Array(one.parameter(index)) == Array(other.parameter(index)))
      }
    }
  }

  @Test func twinsDoNotDependOnThreads() throws {
    let (simulation, columns, _) = try Self.simulation("benchmark")
    let one = try simulation.runTwins(replicates: 300, threads: 1, columns: columns)
    let two = try simulation.runTwins(replicates: 300, threads: 2, columns: columns)
    #expect(one.twin.fingerprint == two.twin.fingerprint)
    #expect(one.inputs.map(\.values) == two.inputs.map(\.values))
  }

  @Test func interruptedInTheMiddleOfTheTwins() throws {
    let (simulation, columns, _) = try Self.simulation("benchmark")
    let passed = Mutex(0.0)
    let fault = #expect(throws: RunFault.self) {
      try simulation.runTwins(
        replicates: 1_000, threads: 1, columns: columns, isCancelled: { passed.withLock { $0 } > 0.6 },
        progress: { share in passed.withLock { $0 = share } })
    }
    // Of 2,000 futures the first 1,000 were done, and some of the others.
    guard case .cancelled(let done) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(done > 1_000 && done < 2_000)
  }

  /// The inputs are what they are said to be: standard normal, independent, one for each draw.
  @Test func theInputsAreStandardNormal() throws {
    let (simulation, _, _) = try Self.simulation("national-2024")
    let count = 4_000
    let twins = try simulation.runTwins(replicates: count, threads: 2, columns: [])
    #expect(twins.inputs.map(\.group) == simulation.inputGroups)
    let root = Double(count).squareRoot()
    for (index, input) in twins.inputs.enumerated() {
      // Within 5 standard errors: of z the variance is 1, of z² it is 2, of a product 1.
      #expect(abs(input.values.reduce(0, +)) < 5 * root)
      #expect(abs(input.values.reduce(0) { $0 + $1 * $1 } - Double(count)) < 5 * 2.0.squareRoot() * root)
      for other in twins.inputs[..<index] {
        #expect(abs(zip(input.values, other.values).reduce(0) { $0 + $1.0 * $1.1 }) < 5 * root)
      }
    }
  }
}
