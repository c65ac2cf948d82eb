/// Neighbouring cells of a stock, all exposed to the same probability in a month; or an open cell alone.
struct CellRun {
  /// Index of the first cell.
  var first: Int
  var count: Int
  /// Entry month of the first cell; 0 for an open cell.
  var entry: Int
  /// Address of the total exit, and its law.
  var site: UInt64
  var law: Int
  /// The first of the laws that split an exit over the outlets.
  var splitLaw: Int
  var outlets: Places

  var cells: Range<Int> { first..<first + count }

  /// A cell's entry month, less its index.
  var offset: Int { entry - first }

  static var none: CellRun {
    CellRun(first: 0, count: 0, entry: 0, site: 0, law: 0, splitLaw: 0, outlets: Places(0..<0))
  }
}

/// Exits of a run that are still to be divided over outlets.
struct SplitTask {
  /// Places in the list.
  var exits: Places
  /// A cell's entry month, less its index.
  var offset: Int
  /// The outlet at work, an index into the plan's flows, and the last one, which takes the rest.
  var outlet: Int
  var last: Int
  /// The law that splits the outlet's part off, and its address.
  var law: Int
  var site: UInt64

  static var none: SplitTask { SplitTask(exits: Places(0..<0), offset: 0, outlet: 0, last: 0, law: 0, site: 0) }
}
