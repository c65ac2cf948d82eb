/// Gathers the columns kept of a block of replicates, until there are enough of them to be written to the table.
struct BlockRecord {
  /// Replicates written together: their values for a column lie side by side in the table.
  static let width = 32

  private let columns: [Int]
  private let table: PeopleTable
  /// By column, and within a column by replicate.
  private var people: [Int32]
  private var gathered = 0
  /// The place in the table of the next replicate to be written.
  private var place = 0
  private var end = 0

  /// - Parameter columns: to be kept, ascending
  init(columns: [Int], into table: PeopleTable) {
    precondition(columns.first ?? 0 >= 0 && zip(columns, columns.dropFirst()).allSatisfy(<), "ascending columns")
    self.columns = columns
    self.table = table
    people = [Int32](repeating: 0, count: columns.count * BlockRecord.width)
  }

  init(columns: [Int], first: Int, count: Int, into table: PeopleTable) {
    self.init(columns: columns, into: table)
    begin(first: first, count: count)
  }

  /// Begins a block; of the one before, all replicates have been appended, or nobody asks for them any more.
  /// - Parameters:
  ///   - first: number of the first replicate, from 1
  ///   - count: of replicates in the block
  mutating func begin(first: Int, count: Int) {
    place = first - 1
    end = first - 1 + count
    gathered = 0
  }

  /// - Parameters:
  ///   - frame: the base series of the next futures, all of them 0 or more
  ///   - count: how many of them are wanted, from the first on
  mutating func append(_ frame: Room<EightCounts>, count: Int) {
    precondition(gathered + EightCounts.futures <= BlockRecord.width, "futures come by eights")
    precondition(columns.last ?? -1 < frame.count, "columns of the frame")
    let numbers = frame.pointer(0..<frame.count)
    people.withUnsafeMutableBytes { people in
      guard var target = people.baseAddress else { return }
      target += gathered * 4
      for column in columns {
        target.storeBytes(of: numbers[column].people, as: SIMD8<Int32>.self)
        target += BlockRecord.width * 4
      }
    }
    gathered += count
    guard gathered == BlockRecord.width || place + gathered == end else { return }
    table.write(people, first: place, count: gathered)
    place += gathered
    gathered = 0
  }
}
