extension Simulation {
  /// No chance: for each replicate the expected path with the parameters of that replicate. With ``ParameterSource/means``
  /// one replicate says all there is.
  ///
  /// The arguments are those of ``run(replicates:threads:columns:isCancelled:progress:)``.
  /// - Throws: ``RunFault``
  public func expectedPaths(
    replicates: Int, threads: Int, columns: [Int], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> Ensemble {
    let blocks = try Workers.run(
      replicates: replicates, threads: threads, isCancelled: isCancelled, progress: progress,
      room: EngineRoom<Double>(plan)
    ) {
      (room: EngineRoom<Double>, first: Int, count: Int, isStopped: () -> Bool) throws(RunFault)
        -> Ensemble.Block in
      try expectedBlock(first: first, count: count, columns: columns, room: room, isStopped: isStopped)
    }
    return Ensemble(blocks: blocks, columns: columns)
  }

  private func expectedBlock(
    first: Int, count: Int, columns: [Int], room: EngineRoom<Double>, isStopped: () -> Bool
  ) throws(RunFault) -> Ensemble.Block {
    var people = [Double](repeating: 0, count: columns.count * count)
    var parameters = [Double](repeating: 0, count: count * plan.parameters.count)
    // The frame is the memory of the room.
    defer { withExtendedLifetime(room) {} }
    for offset in 0..<count {
      let replicate = first + offset
      let frame = try expectedFrame(replicate: replicate, room: room, isStopped: isStopped)
      for (slot, column) in columns.enumerated() { people[slot * count + offset] = frame[column] }
      for index in plan.parameters.indices { parameters[index * count + offset] = room.rooms.values[index] }
    }
    return Ensemble.Block(first: first, count: count, people: .real(people), parameters: parameters)
  }
}
