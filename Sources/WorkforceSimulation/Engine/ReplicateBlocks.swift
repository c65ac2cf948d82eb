/// How the replicates of a run are divided into the blocks that workers take and that are kept together: large ones, and
/// small ones for the last replicates, so that no worker has much to do when nothing is left for the others.
struct ReplicateBlocks: Sendable {
  /// Replicates of a block, at most.
  static let size = 64
  /// Replicates of the last blocks: two of those that are simulated side by side.
  static let smallSize = 16
  /// Replicates that are in small blocks, or a few more.
  private static let smallShare = 192

  private let replicates: Int
  private let largeCount: Int
  let count: Int

  init(replicates: Int) {
    self.replicates = replicates
    largeCount = max(0, replicates - ReplicateBlocks.smallShare) / ReplicateBlocks.size
    let rest = replicates - largeCount * ReplicateBlocks.size
    count = largeCount + (rest + ReplicateBlocks.smallSize - 1) / ReplicateBlocks.smallSize
  }

  /// The number of a block's first replicate, from 1, and how many it has.
  subscript(block: Int) -> (first: Int, count: Int) {
    let isLarge = block < largeCount
    let size = isLarge ? ReplicateBlocks.size : ReplicateBlocks.smallSize
    let before =
      isLarge ? block * size : largeCount * ReplicateBlocks.size + (block - largeCount) * size
    return (before + 1, min(size, replicates - before))
  }
}
