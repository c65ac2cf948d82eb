import Testing
import WorkforceModel
import WorkforceSimulation

/// Results do not depend on how many threads work on them (docs/model.md, "Randomness").
@Suite struct WorkerTests {
  @Test(arguments: Running.shippedNames)
  func everyColumnIsTheSameOnAnyNumberOfThreads(name: String) throws {
    let scenario = try Running.shipped(name).scenario
    let alone = try Futures(scenario, replicates: 450, threads: 1)
    for threads in [2, 7] {
      let shared = try Futures(scenario, replicates: 450, threads: threads)
      #expect(shared.ensemble.fingerprint == alone.ensemble.fingerprint, "\(threads) threads")
    }
  }

  @Test(arguments: Running.shippedNames)
  func theTextIsTheSameOnAnyNumberOfThreads(name: String) throws {
    let text = try Running.text(name)
    let alone = try Running.csv(text, replicates: 150, threads: 1)
    for threads in [2, 7] {
      let shared = try Running.csv(text, replicates: 150, threads: threads)
      #expect(shared == alone, "\(threads) threads")
    }
  }
}
