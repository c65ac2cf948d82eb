/// Runs the replicates of a plan on several threads. Results depend on the plan, the seed and the number of replicates
/// alone.
public struct Simulation: Sendable {
  public let plan: Plan
  public let seed: UInt64
  public var parameters: ParameterSource
  /// Whether the twins of the futures are simulated: others with the same parameters.
  var isTwin = false
  /// Bits of the vectors used; no result depends on it.
  var vectorWidth = FutureAddresses.widest

  public init(plan: Plan, seed: UInt64, parameters: ParameterSource = .drawn) {
    self.plan = plan
    self.seed = seed
    self.parameters = parameters
  }

  /// The largest value of a parameter, as the largest number that can be written.
  private static let largestValue = 1e12

  /// - Parameters:
  ///   - replicates: simulated futures, numbered from 1
  ///   - threads: workers; results do not depend on it
  ///   - columns: base series to keep, ascending; they change nothing else
  ///   - isCancelled: asked often, by every worker; a true answer stops the run within a simulated month
  ///   - progress: called now and then with the share done, not by two workers at once
  /// - Throws: ``RunFault``
  public func run(
    replicates: Int, threads: Int, columns: [Int], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(RunFault) -> Ensemble {
    let table = PeopleTable(columns: columns.count, replicates: replicates)
    let blocks = try Workers.run(
      replicates: replicates, threads: threads, isCancelled: isCancelled, progress: progress,
      room: RecordingRoom(plan, width: vectorWidth, columns: columns, into: table)
    ) {
      (room: RecordingRoom, first: Int, count: Int, isStopped: () -> Bool) throws(RunFault) -> Ensemble.Block in
      try block(first: first, count: count, into: table, room: room, isStopped: isStopped)
    }
    return Ensemble(blocks: blocks, columns: columns)
  }

  /// The parameters of a replicate, if all of them are numbers in use.
  func checkedValues(replicate: Int) throws(RunFault) -> [Double] {
    let values = plan.values(seed: seed, replicate: replicate, source: parameters)
    if let index = values.firstIndex(where: { !($0.magnitude <= Simulation.largestValue) }) {
      throw .valueOutOfRange(parameter: index, replicate: replicate, value: values[index])
    }
    return values
  }

  /// Simulates futures side by side.
  ///
  /// - Parameters:
  ///   - first: number of the first replicate
  ///   - count: how many are wanted, 8 at most; the places of those not wanted are taken by repetitions of the last
  ///   - room: for the plan; holds the results until it is used again
  /// - Throws: the fault of the first replicate that has one
  func simulate(
    first: Int, count: Int, room: EngineRoom<EightCounts>, isRecording: Bool = false, isStopped: () -> Bool
  ) throws(RunFault) -> ReplicateEngine<ChanceMovement> {
    let replicates = (0..<EightCounts.futures).map { first + min($0, count - 1) }
    do throws(RunFault) {
      try draw(replicates, into: room.rooms.values)
      let movement = ChanceMovement(
        seed: seed, replicates: SIMD8(replicates.map { Int32($0) }), isTwin: isTwin, scratch: room.rooms.scratch)
      var engine = ReplicateEngine(
        plan: plan, movement: movement, replicates: replicates, room: room, isRecording: isRecording)
      try engine.run(isStopped: isStopped)
      return engine
    } catch {
      if case .cancelled = error { throw error }
      guard count > 1 else { throw error }
      // One of them failed, and another may fail in an earlier month: alone each tells its own fault.
      for replicate in first..<first + count {
        _ = try simulate(first: replicate, count: 1, room: room, isStopped: isStopped)
      }
      throw error
    }
  }

  /// Draws the parameters of replicates.
  private func draw<Number: FutureNumber>(_ replicates: [Int], into values: Room<Number>) throws(RunFault) {
    for (future, replicate) in replicates.enumerated() {
      if future > 0, replicates[future - 1] == replicate {
        for index in 0..<values.count { values.numbers(index)[future] = values.numbers(index)[future - 1] }
      } else {
        for (index, value) in try checkedValues(replicate: replicate).enumerated() {
          values.numbers(index)[future] = value
        }
      }
    }
  }

  private func block(
    first: Int, count: Int, into table: PeopleTable, room: RecordingRoom, isStopped: () -> Bool
  ) throws(RunFault) -> Ensemble.Block {
    room.record.begin(first: first, count: count)
    var parameters = [Double](repeating: 0, count: count * plan.parameters.count)
    // The engine has the memory of the room, and not the room.
    defer { withExtendedLifetime(room) {} }
    for offset in stride(from: 0, to: count, by: EightCounts.futures) {
      let wanted = min(EightCounts.futures, count - offset)
      let engine = try simulate(first: first + offset, count: wanted, room: room.engine, isStopped: isStopped)
      room.record.append(engine.rooms.frame, count: wanted)
      for index in plan.parameters.indices {
        let values = room.engine.rooms.values.numbers(index)
        for future in 0..<wanted { parameters[index * count + offset + future] = values[future] }
      }
    }
    return Ensemble.Block(first: first, count: count, people: .whole(table), parameters: parameters)
  }

  /// The expected path with the parameters of a replicate.
  func expectedFrame(replicate: Int, room: EngineRoom<Double>, isStopped: () -> Bool) throws(RunFault) -> Room<Double> {
    try draw([replicate], into: room.rooms.values)
    var engine = ReplicateEngine(
      plan: plan, movement: ExpectedMovement(plan: plan), replicates: [replicate], room: room)
    try engine.run(isStopped: isStopped)
    return engine.rooms.frame
  }

  /// The expected path at the parameters' means, or with the parameters of one replicate.
  public func expectedPath(replicate: Int? = nil) throws(RunFault) -> ExpectedPath {
    var simulation = self
    simulation.parameters = replicate == nil ? .means : .drawn
    let room = EngineRoom<Double>(plan)
    // The frame is the memory of the room.
    defer { withExtendedLifetime(room) {} }
    let frame = try simulation.expectedFrame(replicate: replicate ?? 0, room: room, isStopped: { false })
    return ExpectedPath(people: frame.elements, parameters: room.rooms.values.elements)
  }
}
