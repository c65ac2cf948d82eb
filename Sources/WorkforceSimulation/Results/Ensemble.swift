/// What the replicates of a run gave: people, by column and replicate, and the parameters of each replicate. People are
/// whole where chance moved them, and real numbers where expectations did.
public struct Ensemble: Sendable {
  /// A block of consecutive replicates.
  public struct Block: Sendable {
    /// Number of its first replicate, from 1.
    public let first: Int
    public let count: Int
    /// Values by column, and within a column by replicate.
    let people: People
    /// Parameter values by parameter, and within a parameter by replicate.
    let parameters: [Double]

    /// People by column, and within a column by replicate.
    enum People: Sendable {
      case whole(PeopleTable)
      case real([Double])
    }

    /// The values of one recorded column, in the order of the replicates; none where people are real numbers.
    public func column(_ slot: Int) -> [Int32] {
      guard case .whole(let people) = people else { return [] }
      return (first - 1..<first - 1 + count).map { people[slot, $0] }
    }

    /// The values of one parameter, in the order of the replicates.
    public func parameter(_ index: Int) -> ArraySlice<Double> { parameters[index * count..<(index + 1) * count] }

    /// Writes them.
    func fill(_ target: UnsafeMutablePointer<Double>, _ index: Int) {
      parameter(index).withUnsafeBufferPointer { values in
        guard let first = values.baseAddress else { return }
        target.update(from: first, count: values.count)
      }
    }
  }

  public let blocks: [Block]
  /// Columns recorded (see ``Legend/column(series:month:)``), ascending.
  public let columns: [Int]
  /// By column, up to the last recorded; -1 for those that were not.
  private let slots: [Int32]

  init(blocks: [Block], columns: [Int]) {
    self.blocks = blocks
    replicates = blocks.reduce(0) { $0 + $1.count }
    self.columns = columns
    var slots = [Int32](repeating: -1, count: (columns.last ?? -1) + 1)
    for (slot, column) in columns.enumerated() { slots[column] = Int32(slot) }
    self.slots = slots
  }

  /// Whether people are real numbers, moved by expectations.
  public var isExpected: Bool {
    if case .real = blocks.first?.people { return true }
    return false
  }

  /// The ensemble of one block alone.
  public func alone(_ block: Int) -> Ensemble { Ensemble(blocks: [blocks[block]], columns: columns) }

  /// Adds the values of one recorded column to totals, one for each replicate. Sums of whole people are exact.
  public func add(_ slot: Int, to totals: UnsafeMutableBufferPointer<Double>) {
    precondition(totals.count == replicates, "a total for each replicate")
    guard let target = totals.baseAddress, let first = blocks.first?.first else { return }
    // The blocks of whole people are parts of one table, one after another.
    if case .whole(let table) = blocks.first?.people {
      table.add(slot, first: first - 1, count: replicates, to: target)
      return
    }
    for block in blocks {
      guard case .real(let people) = block.people else { continue }
      for offset in 0..<block.count { target[block.first - first + offset] += people[slot * block.count + offset] }
    }
  }

  /// Adds the people of recorded columns to totals, one for each replicate, or takes them away. Totals must stay below
  /// 2³¹: see ``bound(of:)``.
  /// - Parameter isFirst: whether the totals begin at 0, whatever stands there
  public func add(
    _ slots: [Int], taking isTaken: Bool = false, isFirst: Bool, to totals: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(totals.count == replicates, "a total for each replicate")
    guard let target = totals.baseAddress, case .whole(let table) = blocks.first?.people else { return }
    table.add(
      slots, first: blocks[0].first - 1, count: replicates, taking: isTaken, isFirst: isFirst, to: target)
  }

  /// What every number of a recorded column is below; nil where people are real numbers.
  public func bound(of slot: Int) -> Int? {
    guard case .whole(let table) = blocks.first?.people else { return nil }
    return table.bound(of: slot)
  }

  public let replicates: Int

  /// Where a column stands in the blocks; nil when it was not recorded.
  public func slot(of column: Int) -> Int? {
    slots.indices.contains(column) && slots[column] >= 0 ? Int(slots[column]) : nil
  }

  /// A hash of everything recorded, for tests of sameness bit for bit.
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ word: UInt64) { hash = (hash ^ word) &* 0x0000_0100_0000_01b3 &+ (hash >> 29) }
    for slot in columns.indices {
      take(UInt64(columns[slot]))
      for block in blocks { for value in block.column(slot) { take(UInt64(UInt32(bitPattern: value))) } }
    }
    // By parameter and replicate, so that the division into blocks cannot reach it.
    let width = (blocks.first?.parameters.count ?? 0) / max(1, blocks.first?.count ?? 1)
    for index in 0..<width {
      for block in blocks { for value in block.parameter(index) { take(value.bitPattern) } }
    }
    return hash
  }
}

/// The expected path: real-numbered people, moved by expectations, with every parameter at its mean.
public struct ExpectedPath: Sendable {
  /// By column; see ``Legend/column(series:month:)``.
  public let people: [Double]
  public let parameters: [Double]
}
