import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension Evaluation {
  /// Says how far a change moves the expected path: at once, before anything is simulated. Nothing where what is
  /// simulated is the same.
  func tellMove(from before: LocatedScenario, to after: LocatedScenario) throws {
    guard before.loaded.simulatedDigest != after.loaded.simulatedDigest else { return }
    let (one, two) = (try expectedPath(before.loaded), try expectedPath(after.loaded))
    guard let words = ExpectedMove(from: one, to: two).words else { return }
    note(words)
  }

  private func expectedPath(_ loaded: LoadedScenario) throws -> ExpectedMove.Path {
    let selection = try Selection(loaded.read, metrics: [], months: nil)
    let variation = SourcesOfVariation(chance: false, parameters: false)
    let job = SimulationJob(
      selection.compiled, loaded.scenario, columns: ExpectedMove.columns(selection), threads: 1, variation: variation)
    do {
      let ensemble = try job.run()
      return ExpectedMove.Path(loaded.scenario, MetricEvaluation(selection.catalog, ensemble))
    } catch {
      throw job.faults(error) ?? Faults("the expected path was interrupted")
    }
  }
}
