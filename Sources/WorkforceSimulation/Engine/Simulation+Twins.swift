extension Simulation {
  /// The group of each input, in the order of ``Twins/inputs``: indices into ``Legend/groups``.
  public var inputGroups: [Int] {
    parameters == .drawn ? plan.draws.map(\.group) + plan.factorDraws.map(\.group) : []
  }

  /// Runs each replicate twice: the ordinary future, and its twin with the same parameters. Takes twice the time of a
  /// run.
  ///
  /// Parameters as for ``run(replicates:threads:columns:isCancelled:progress:)``.
  /// - Throws: ``RunFault``; of two futures that fail the ordinary one is told
  public func runTwins(
    replicates: Int, threads: Int, columns: [Int], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> Twins {
    let ordinary = try run(
      replicates: replicates, threads: threads, columns: columns, isCancelled: isCancelled,
      progress: { progress($0 / 2) })
    var second = self
    second.isTwin = true
    let twin: Ensemble
    do {
      twin = try second.run(
        replicates: replicates, threads: threads, columns: columns, isCancelled: isCancelled,
        progress: { progress((1 + $0) / 2) })
    } catch {
      // Of twice as many futures the first half is done.
      guard case .cancelled(let done) = error else { throw error }
      throw .cancelled(done: replicates + done)
    }
    return Twins(ordinary: ordinary, twin: twin, inputs: inputs(replicates: replicates))
  }

  private func inputs(replicates: Int) -> [Twins.Input] {
    let groups = inputGroups
    guard !groups.isEmpty else { return [] }
    var values = [[Double]](repeating: [Double](repeating: 0, count: replicates), count: groups.count)
    for position in 0..<replicates {
      for (index, normal) in plan.normals(seed: seed, replicate: position + 1).enumerated() {
        values[index][position] = normal
      }
    }
    return zip(groups, values).map { Twins.Input(group: $0, values: $1) }
  }
}
