/// The distribution of a whole number over replicates, exact: each value that occurred, with how often.
///
/// Distributions merge by addition, in any order and with the same result.
public struct CountDistribution: Equatable, Sendable {
  /// Values that occurred, ascending.
  public private(set) var values: [Int64]
  /// How often each occurred.
  public private(set) var counts: [Int64]
  /// Replicates in which the number does not exist, such as a share of nobody.
  public private(set) var absent: Int64
  /// How many numbers are no larger than each value.
  var passed: [Int64]

  public init() {
    values = []
    counts = []
    passed = []
    absent = 0
  }

  /// - Parameter numbers: one for each replicate, in any order; nil where it does not exist.
  public init(_ numbers: [Int64], absent: Int = 0) {
    self.absent = Int64(absent)
    values = []
    counts = []
    passed = []
    guard !numbers.isEmpty else { return }
    let (low, high) = CountDistribution.extremes(numbers)
    let width = high.subtractingReportingOverflow(low)
    // Counting is faster than sorting wherever the range is not much wider than the numbers are many.
    if !width.overflow, width.partialValue < Int64(4 * numbers.count + 1024) {
      count(numbers, low: low, width: Int(width.partialValue) + 1)
    } else {
      gather(RadixSort.sorted(numbers, low: low, high: high))
    }
  }

  private static func extremes(_ numbers: [Int64]) -> (low: Int64, high: Int64) {
    numbers.withUnsafeBufferPointer { numbers in
      var (low, high) = (numbers[0], numbers[0])
      for number in numbers {
        low = number < low ? number : low
        high = number > high ? number : high
      }
      return (low, high)
    }
  }

  private mutating func count(_ numbers: [Int64], low: Int64, width: Int) {
    var dense = [Int32](repeating: 0, count: width)
    dense.withUnsafeMutableBufferPointer { dense in
      numbers.withUnsafeBufferPointer { numbers in
        // Every number lies between the extremes.
        for number in numbers { dense[Int(number &- low)] &+= 1 }
      }
    }
    let most = min(width, numbers.count)
    values.reserveCapacity(most)
    counts.reserveCapacity(most)
    passed.reserveCapacity(most)
    var sum: Int64 = 0
    for (offset, count) in dense.enumerated() where count > 0 {
      sum += Int64(count)
      values.append(low + Int64(offset))
      counts.append(Int64(count))
      passed.append(sum)
    }
  }

  /// - Parameter numbers: ascending
  private mutating func gather(_ numbers: [Int64]) {
    values.reserveCapacity(numbers.count)
    counts.reserveCapacity(numbers.count)
    passed.reserveCapacity(numbers.count)
    var first = 0
    while first < numbers.count {
      var next = first + 1
      while next < numbers.count, numbers[next] == numbers[first] { next += 1 }
      values.append(numbers[first])
      counts.append(Int64(next - first))
      passed.append(Int64(next))
      first = next
    }
  }

  /// Adds another distribution of the same number, over other replicates.
  public mutating func merge(_ other: CountDistribution) {
    var merged: [Int64] = []
    var tallies: [Int64] = []
    var (first, second) = (0, 0)
    while first < values.count || second < other.values.count {
      let own = first < values.count ? values[first] : Int64.max
      let theirs = second < other.values.count ? other.values[second] : Int64.max
      let next = min(own, theirs)
      var count: Int64 = 0
      if first < values.count, own == next {
        count += counts[first]
        first += 1
      }
      if second < other.values.count, theirs == next {
        count += other.counts[second]
        second += 1
      }
      merged.append(next)
      tallies.append(count)
    }
    values = merged
    counts = tallies
    passed = tallies.reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
    absent += other.absent
  }

  /// Replicates in which the number exists.
  public var total: Int64 { passed.last ?? 0 }
  public var minimum: Int64? { values.first }
  public var maximum: Int64? { values.last }
}
