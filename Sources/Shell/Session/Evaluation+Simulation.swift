import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension Evaluation {
  /// The run that was asked for: one that was made already, or a new one, which is kept.
  func simulate(_ job: SimulationJob, of loaded: LoadedScenario, variation: SourcesOfVariation) throws -> Ensemble {
    guard surroundings.keepsResults else { return try run(job) }
    let key = ResultCache.Key(
      digest: loaded.simulatedDigest, seed: loaded.scenario.seed.value, replicates: job.replicates,
      hasChance: variation.chance, hasUncertainty: variation.parameters)
    if let known = session.results.ensemble(key, holding: job.columns) { return known }
    let whole = try widened(job, loaded)
    let ensemble = try run(whole)
    session.results.keep(ensemble, as: key)
    return ensemble
  }

  private func run(_ job: SimulationJob) throws -> Ensemble {
    try surroundings.simulate(futures: job.replicates, faults: job.faults) { isCancelled, progress in
      try job.run(isCancelled: isCancelled, progress: progress)
    }
  }

  /// The same run with everything recorded that a later question could be about, where memory allows.
  private func widened(_ job: SimulationJob, _ loaded: LoadedScenario) throws -> SimulationJob {
    let all = try Selection(loaded.read, metrics: nil, months: nil)
    let columns = Set(all.columns(outlook: true, shortfalls: true) + job.columns).sorted()
    return job.recording(columns, in: surroundings.memory) ?? job
  }
}
