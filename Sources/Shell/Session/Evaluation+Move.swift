import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension Evaluation {
  /// Says how far a change moves the expected path: at once, before anything is simulated. Nothing where what is
  /// simulated is the same, and where another scenario was opened. A scenario that has no expected path can be changed all the same, into one that has.
  func tellMove(from before: LocatedScenario, to after: LocatedScenario) {
    guard before.loaded.simulatedDigest != after.loaded.simulatedDigest,
      before.files.first?.identity == after.files.first?.identity
    else { return }
    do {
      let (one, two) = (try expectedPath(before.loaded), try expectedPath(after.loaded))
      if let words = ExpectedMove(from: one, to: two).words { note(words) }
    } catch let faults as Faults {
      let reason = faults.diagnostics.first.map(\.message) ?? "it cannot be simulated"
      note("how far the expected path moves is not known: \(reason)")
    } catch {
      note("how far the expected path moves is not known")
    }
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
