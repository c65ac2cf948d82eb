/// What the results of a run take in memory.
extension Ensemble {
  /// Replicates that are kept together, at most.
  public static var blockSize: Int { ReplicateBlocks.size }

  /// Bytes of the people and of the parameters.
  public var bytes: (people: Int, parameters: Int) {
    var (people, parameters) = (0, 0)
    for (position, block) in blocks.enumerated() {
      parameters += block.parameters.count * MemoryLayout<Double>.stride
      switch block.people {
      case .whole(let table): people += position == 0 ? table.bytes : 0
      case .real(let numbers): people += numbers.count * MemoryLayout<Double>.stride
      }
    }
    return (people, parameters)
  }
}

extension Simulation {
  /// Bytes that the people of each replicate take, about: a column takes the bytes that its largest number needs, and how
  /// large that is is told from the expected path.
  public func bytesEach(columns: [Int]) -> Int {
    // A run that cannot be simulated says so itself.
    guard let path = try? expectedPath() else { return columns.count }
    return columns.reduce(0) { $0 + Simulation.bytes(expecting: path.people[$1]) }
  }

  /// Chance and uncertain numbers, of thousands of futures: five standard deviations of a Poisson number, and as much
  /// again as a quarter of it.
  private static func bytes(expecting people: Double) -> Int {
    guard people > 0 else { return 0 }
    let largest = min(people * 1.25 + 5 * people.squareRoot(), Double(Int32.max))
    return (UInt32(largest).bitWidth - UInt32(largest).leadingZeroBitCount + 7) / 8
  }
}
