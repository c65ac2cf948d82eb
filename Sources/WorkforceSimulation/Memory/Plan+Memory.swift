extension Plan {
  /// The memory in bytes that a worker takes while it simulates, but for what is kept of the futures: what
  /// ``EngineRoom`` and ``BlockRecord`` take, large parts to the byte and small ones about.
  ///
  /// - Parameter columns: base series recorded
  public func bytesOfWorker(columns: Int) -> Int {
    let eight = MemoryLayout<EightCounts>.size
    let uses = LawUse.all(self)
    let tables = uses.count { $0 == .manyCells } * DrawScratch.bytesOfTable
    let powers = uses.count { $0 != .outlet } * DrawScratch.bytesOfPowers
    // A cell: people, those taken, the five lists of exits and candidates, and words, of which runs need 32 more.
    let cells = cellCount * eight * 8 + runCount * 32 * eight
    let frame = seriesCount * (months + 1) * eight
    return tables + powers + lawCount * DrawScratch.bytesOfLaw + cells + frame + columns * BlockRecord.width * 4
  }
}
