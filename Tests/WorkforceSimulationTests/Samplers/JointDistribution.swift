@testable import WorkforceSimulation

/// The probabilities that a division over groups implies, computed by bisection on each uniform.
struct JointDistribution {
  /// By the counts of all groups.
  private(set) var masses: [[Int]: Double] = [:]

  /// - Parameters:
  ///   - groups: how many, of which the last takes what is left.
  ///   - most: the largest count of a group.
  ///   - counts: the division, given the uniform of each group.
  init(groups: Int, most: Int, of counts: ((Int) -> Double) -> [Int]) {
    add(groups: groups, most: most, given: [], mass: 1, of: counts)
  }

  private mutating func add(
    groups: Int, most: Int, given: [Double], mass: Double, of counts: ((Int) -> Double) -> [Int]
  ) {
    let group = given.count
    guard group < groups - 1 else {
      let result = counts { given[$0] }
      masses[result, default: 0] += mass
      return
    }
    var start = 0.0
    for k in 0...most where start < 1 {
      let end = ExactDistribution.lastUniform { u in
        counts { $0 < group ? given[$0] : ($0 == group ? u : 0.5) }[group] <= k
      }
      if end > start {
        let middle = start + (end - start) / 2
        add(groups: groups, most: most, given: given + [middle], mass: mass * (end - start), of: counts)
      }
      start = max(start, end)
    }
  }

  /// The total variation from the masses of one count, of those of a group's count.
  func distance(ofGroup group: Int, from exact: ExactDistribution) -> Double {
    var margin: [Int: Double] = [:]
    for (counts, mass) in masses { margin[counts[group], default: 0] += mass }
    var distance = 0.0
    for (i, mass) in exact.masses.enumerated() {
      distance += abs((margin.removeValue(forKey: exact.first + i) ?? 0) - mass)
    }
    return (distance + margin.values.reduce(0, +)) / 2
  }
}
