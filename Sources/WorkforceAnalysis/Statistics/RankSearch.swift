internal import CVectors

/// Finds order statistics and sums of many whole numbers without sorting them, in memory that is used again: the numbers
/// are counted by their leading bits, and only those that share them with one that is wanted are looked at further.
final class RankSearch {
  /// Numbers in a range no wider are counted one by one, whatever their number.
  private static let widestDirect = 1 << 15
  /// Of wider ranges as many leading bits are counted.
  private static let bucketBits = 12
  /// Fewer numbers than this are sorted.
  private static let fewest = 256
  /// Sums of squares of numbers whose range squared times their number is below it fit in 64 bits.
  private static let most = 0x1p62
  private static let vectorWidth = cadre_vector_width()

  private let counts: UnsafeMutablePointer<UInt32>
  /// Numbers that share their leading bits with one that is wanted, and, of few numbers, all.
  private let gathered: UnsafeMutablePointer<UInt32>
  private let capacity: Int
  /// The order statistics found, less the base.
  private(set) var found: [UInt32] = []
  /// Sums about the base.
  private(set) var first: Int128 = 0
  private(set) var second: Int128 = 0

  /// - Parameter capacity: the most numbers that are given at a time
  init(capacity: Int) {
    self.capacity = capacity
    counts = .allocate(capacity: RankSearch.widestDirect)
    gathered = .allocate(capacity: max(1, capacity))
  }

  deinit {
    counts.deallocate()
    gathered.deallocate()
  }

  /// Finds the numbers at the ranks of a plan, less `low`, and the sums about it.
  /// - Parameters:
  ///   - keys: as many as the plan is made for
  ///   - low: the smallest of them
  ///   - high: the largest of them
  func search(_ keys: UnsafePointer<UInt32>, _ plan: RankPlan, low: UInt32, high: UInt32) {
    let total = plan.total
    precondition(total <= capacity && low <= high, "room for the numbers")
    let reach = high - low
    found.removeAll(keepingCapacity: true)
    if reach == 0 {
      found = [UInt32](repeating: 0, count: plan.ranks.count)
      (first, second) = (0, 0)
      return
    }
    if Int(reach) < min(RankSearch.widestDirect, 4 * total + 1024) {
      count(keys, total, low: low, width: Int(reach) + 1, plan.ranks)
      return
    }
    sum(keys, total, low: low, reach: reach)
    if total < RankSearch.fewest {
      sort(keys, total, low: low, plan.ranks)
    } else {
      select(keys, total, low: low, reach: reach, plan.ranks)
    }
  }

  /// Counts each number of a narrow range.
  private func count(_ keys: UnsafePointer<UInt32>, _ total: Int, low: UInt32, width: Int, _ ranks: [Int]) {
    precondition(width <= RankSearch.widestDirect, "room for the counts")
    // Both fit: the range is below 2¹⁵, and there are below 2³² numbers.
    var (sum, squares): (UInt64, UInt64) = (0, 0)
    cadre_count(RankSearch.vectorWidth, total, keys, low, width, counts, &sum, &squares)
    (first, second) = (Int128(sum), Int128(squares))
    var (passed, next, wanted) = (0, 0, ranks[0])
    for offset in 0..<width {
      passed &+= Int(counts[offset])
      while wanted < passed {
        found.append(UInt32(offset))
        next += 1
        wanted = next < ranks.count ? ranks[next] : .max
      }
    }
  }

  private func sortGathered(from first: Int, _ count: Int) {
    var part = UnsafeMutableBufferPointer(start: gathered + first, count: count)
    part.sort()
  }

  /// Sorts few numbers.
  private func sort(_ keys: UnsafePointer<UInt32>, _ total: Int, low: UInt32, _ ranks: [Int]) {
    for place in 0..<total { gathered[place] = keys[place] &- low }
    sortGathered(from: 0, total)
    for rank in ranks { found.append(gathered[rank]) }
  }

  /// Counts the leading bits of the numbers, and sorts those that share them with one that is wanted.
  private func select(_ keys: UnsafePointer<UInt32>, _ total: Int, low: UInt32, reach: UInt32, _ ranks: [Int]) {
    let shift = UInt32(max(0, 32 - reach.leadingZeroBitCount - RankSearch.bucketBits))
    let width = Int(reach >> shift) + 1
    counts.update(repeating: 0, count: width)
    for place in 0..<total { counts[Int((keys[place] &- low) &>> shift)] &+= 1 }
    // Of a bucket that holds a wanted rank: where its numbers are gathered, and 1 more; of any other 0.
    var (passed, next, wanted, taken) = (0, 0, ranks[0], 0)
    var buckets: [(first: Int, count: Int, ranks: Range<Int>, passed: Int)] = []
    for bucket in 0..<width {
      let count = Int(counts[bucket])
      counts[bucket] = 0
      guard wanted < passed &+ count else {
        passed &+= count
        continue
      }
      let opening = next
      while wanted < passed + count {
        next += 1
        wanted = next < ranks.count ? ranks[next] : .max
      }
      buckets.append((taken, count, opening..<next, passed))
      counts[bucket] = UInt32(taken) + 1
      taken += count
      passed += count
    }
    for place in 0..<total {
      let key = keys[place] &- low
      let target = counts[Int(key &>> shift)]
      if target != 0 {
        gathered[Int(target &- 1)] = key
        counts[Int(key &>> shift)] = target &+ 1
      }
    }
    for bucket in buckets {
      sortGathered(from: bucket.first, bucket.count)
      for place in bucket.ranks { found.append(gathered[bucket.first + ranks[place] - bucket.passed]) }
    }
  }

  /// The sums, number by number.
  private func sum(_ keys: UnsafePointer<UInt32>, _ total: Int, low: UInt32, reach: UInt32) {
    var sum: UInt64 = 0
    if Double(reach) * Double(reach) * Double(total) < RankSearch.most {
      var squares: UInt64 = 0
      for place in 0..<total {
        let distance = UInt64(keys[place] &- low)
        sum &+= distance
        squares &+= distance &* distance
      }
      (first, second) = (Int128(sum), Int128(squares))
      return
    }
    // Each square has 64 bits: their halves are summed apart.
    var (lower, upper): (UInt64, UInt64) = (0, 0)
    for place in 0..<total {
      let distance = UInt64(keys[place] &- low)
      let square = distance &* distance
      sum &+= distance
      lower &+= square & 0xFFFF_FFFF
      upper &+= square &>> 32
    }
    (first, second) = (Int128(sum), Int128(upper) << 32 + Int128(lower))
  }
}
