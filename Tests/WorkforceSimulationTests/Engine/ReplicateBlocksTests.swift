import Testing

@testable import WorkforceSimulation

/// Every replicate is in one block, in order, and the last blocks are small.
@Suite struct ReplicateBlocksTests {
  @Test(arguments: [1, 8, 15, 16, 17, 64, 191, 192, 193, 255, 256, 257, 1_000, 2_500, 10_000])
  func everyReplicateIsInOneBlock(replicates: Int) {
    let blocks = ReplicateBlocks(replicates: replicates)
    var next = 1
    for block in 0..<blocks.count {
      #expect(blocks[block].first == next)
      #expect((1...ReplicateBlocks.size).contains(blocks[block].count))
      next += blocks[block].count
    }
    #expect(next == replicates + 1)
    for block in max(0, blocks.count - 8)..<blocks.count {
      #expect(blocks[block].count <= ReplicateBlocks.smallSize)
    }
    // Most of a long run is in large ones.
    #expect(blocks.count <= replicates / ReplicateBlocks.size + 16)
  }
}
