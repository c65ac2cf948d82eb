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

  public init() {
    values = []
    counts = []
    absent = 0
  }

  /// - Parameter numbers: one for each replicate, in any order; nil where it does not exist.
  public init(_ numbers: [Int64], absent: Int = 0) {
    self.absent = Int64(absent)
    guard let low = numbers.min(), let high = numbers.max() else {
      values = []
      counts = []
      return
    }
    (values, counts) = CountDistribution.tally(numbers, low: low, high: high)
  }

  private static func tally(_ numbers: [Int64], low: Int64, high: Int64) -> ([Int64], [Int64]) {
    var values: [Int64] = []
    var counts: [Int64] = []
    let width = high.subtractingReportingOverflow(low)
    // Counting is faster than sorting wherever the range is not much wider than the numbers are many.
    if !width.overflow, width.partialValue < Int64(4 * numbers.count + 1024) {
      var dense = [Int32](repeating: 0, count: Int(width.partialValue) + 1)
      for number in numbers { dense[Int(number - low)] += 1 }
      for (offset, count) in dense.enumerated() where count > 0 {
        values.append(low + Int64(offset))
        counts.append(Int64(count))
      }
      return (values, counts)
    }
    values.reserveCapacity(numbers.count)
    counts.reserveCapacity(numbers.count)
    for number in RadixSort.sorted(numbers, low: low, high: high) {
      if values.last == number {
        counts[counts.count - 1] += 1
      } else {
        values.append(number)
        counts.append(1)
      }
    }
    return (values, counts)
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
    absent += other.absent
  }

  /// Replicates in which the number exists.
  public var total: Int64 { counts.reduce(0, +) }
  public var minimum: Int64? { values.first }
  public var maximum: Int64? { values.last }
}
