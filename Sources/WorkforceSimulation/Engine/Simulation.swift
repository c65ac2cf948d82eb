/// Runs the replicates of a plan on several threads. Results depend on the plan, the seed and the number of replicates
/// alone.
public struct Simulation: Sendable {
  public let plan: Plan
  public let seed: UInt64
  public var parameters: ParameterSource
  /// Whether the twins of the futures are simulated: others with the same parameters.
  var isTwin = false

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
      replicates: replicates, threads: threads, isCancelled: isCancelled, progress: progress
    ) { (first: Int, count: Int, isStopped: () -> Bool) throws(RunFault) -> Ensemble.Block in
      try block(first: first, count: count, columns: columns, into: table, isStopped: isStopped)
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

  /// Counts fit in what is kept of them, whatever is recorded, so that faults do not depend on what is asked for.
  func checkCounts(_ frame: Room<Int>, _ replicate: Int) throws(RunFault) {
    // No number is negative: if one does not fit, neither do all their bits together.
    var bits = 0
    for place in 0..<frame.count { bits |= frame[place] }
    guard Int32(exactly: bits) != nil else { throw .tooManyPeople(replicate: replicate) }
  }

  private func block(
    first: Int, count: Int, columns: [Int], into table: PeopleTable, isStopped: () -> Bool
  ) throws(RunFault) -> Ensemble.Block {
    var record = BlockRecord(columns: columns, first: first, count: count, into: table)
    var parameters = [Double](repeating: 0, count: count * plan.parameters.count)
    let room = EngineRoom<Int>(plan)
    // The engine has the memory of the room, and not the room.
    defer { withExtendedLifetime(room) {} }
    for offset in 0..<count {
      let replicate = first + offset
      let values = try checkedValues(replicate: replicate)
      let movement = ChanceMovement(seed: seed, replicate: replicate, isTwin: isTwin, scratch: room.rooms.scratch)
      var engine = ReplicateEngine(plan: plan, movement: movement, values: values, replicate: replicate, room: room)
      try engine.run(isStopped: isStopped)
      try checkCounts(engine.rooms.frame, replicate)
      record.append(engine.rooms.frame)
      for (index, value) in values.enumerated() { parameters[index * count + offset] = value }
    }
    return Ensemble.Block(first: first, count: count, people: .whole(table), parameters: parameters)
  }

  /// The expected path at the parameters' means, or with the parameters of one replicate.
  public func expectedPath(replicate: Int? = nil) throws(RunFault) -> ExpectedPath {
    let source: ParameterSource = replicate == nil ? .means : .drawn
    let values = plan.values(seed: seed, replicate: replicate ?? 0, source: source)
    let room = EngineRoom<Double>(plan)
    // The engine has the memory of the room, and not the room.
    defer { withExtendedLifetime(room) {} }
    var engine = ReplicateEngine(
      plan: plan, movement: ExpectedMovement(plan: plan), values: values, replicate: replicate ?? 0,
      room: room)
    try engine.run()
    return ExpectedPath(people: engine.rooms.frame.elements, parameters: values)
  }
}
