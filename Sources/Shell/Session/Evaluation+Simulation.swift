import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension Evaluation {
  /// The run that was asked for: one that was made already, or a new one, which is kept.
  /// - Parameter compiled: what the job runs
  func simulate(
    _ job: SimulationJob, of loaded: LoadedScenario, _ compiled: CompiledScenario, variation: SourcesOfVariation
  ) throws -> Ensemble {
    try simulate(
      job, of: loaded, key: RunKey(loaded, compiled, job, variation), orLonger: false, faults: job.faults)
  }

  /// - Parameters:
  ///   - isLonger: whether a run of more futures will do
  ///   - faults: what is wrong, in words
  func simulate(
    _ job: SimulationJob, of loaded: LoadedScenario, key: RunKey, orLonger isLonger: Bool, faults: (RunFault) -> Faults?
  ) throws -> Ensemble {
    guard surroundings.keepsResults else { return try run(job, faults: faults) }
    if let known = session.results.ensemble(key, orLonger: isLonger) { return known }
    let (whole, wholeKey) = try widened(job, loaded, key)
    let ensemble = try run(whole, faults: faults)
    session.results.keep(ensemble, as: wholeKey)
    return ensemble
  }

  private func run(_ job: SimulationJob, faults: (RunFault) -> Faults?) throws -> Ensemble {
    try surroundings.simulate(futures: job.replicates, faults: faults) { isCancelled, progress in
      try job.run(isCancelled: isCancelled, progress: progress)
    }
  }

  /// The same run with everything recorded that a later question could be about, where memory allows, and where the heads
  /// are divided as they are for any question.
  private func widened(_ job: SimulationJob, _ loaded: LoadedScenario, _ key: RunKey) throws -> (SimulationJob, RunKey)
  {
    let all = try Selection(loaded.read, metrics: nil, months: nil)
    let columns = Set(all.columns(outlook: true, shortfalls: true) + job.columns).sorted()
    guard let whole = job.recording(columns, in: surroundings.memory) else { return (job, key) }
    let wholeKey = RunKey(loaded, all.compiled, whole, key.variation)
    return wholeKey.serves(key) ? (whole, wholeKey) : (job, key)
  }
}
