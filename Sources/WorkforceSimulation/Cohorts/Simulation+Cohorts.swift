import WorkforceModel

extension Simulation {
  /// Follows cohorts through the replicates of a run: the same futures as ``run(replicates:threads:columns:isCancelled:progress:)``
  /// gives, which following does not change.
  /// - Parameters:
  ///   - legend: of the plan
  ///   - request: the cohorts, and when they are counted
  /// - Throws: ``RunFault``
  public func cohorts(
    _ request: CohortRequest, _ legend: Legend, replicates: Int, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> CohortEnsemble {
    let keys = legend.stocks.map(\.key)
    let pieces = try Workers.run(
      replicates: replicates, threads: threads, isCancelled: isCancelled, progress: progress,
      room: EngineRoom<EightCounts>(plan)
    ) {
      (room: EngineRoom<EightCounts>, first: Int, count: Int, isStopped: () -> Bool) throws(RunFault)
        -> [CohortTracker.Counts] in
      let places = CohortPlaces(plan, request, keys: keys)
      var trackers: [CohortTracker.Counts] = []
      // The engine has the memory of the room, and not the room.
      defer { withExtendedLifetime(room) {} }
      for begin in stride(from: first, to: first + count, by: EightCounts.futures) {
        let wanted = min(EightCounts.futures, first + count - begin)
        let engine = try simulate(first: begin, count: wanted, room: room, isRecording: true, isStopped: isStopped)
        for future in 0..<wanted {
          var tracker = CohortTracker(
            plan: plan, request: request, places: places, seed: seed, replicate: begin + future)
          tracker.follow(engine.record, future: future)
          trackers.append(tracker.counts)
        }
      }
      return trackers
    }
    let all = pieces.flatMap(\.self)
    func table(_ width: Int, _ values: (CohortTracker.Counts) -> [Int32]) -> [[Int32]] {
      var columns = [[Int32]](repeating: [], count: width)
      for tracker in all { for (place, value) in values(tracker).enumerated() { columns[place].append(value) } }
      return columns
    }
    return CohortEnsemble(
      request: request, pathways: plan.programmes.map { plan.stocks[$0.learners].subject },
      people: table(all.first?.people.count ?? 0, \.people),
      starters: table(all.first?.starters.count ?? 0, \.starters))
  }
}
