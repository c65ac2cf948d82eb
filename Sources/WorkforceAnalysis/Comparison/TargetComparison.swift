public import WorkforceModel
import WorkforceSimulation

/// When a grade reaches its target in A and in B, each its own, over the month ends that both have.
public struct TargetComparison: Sendable {
  public let grade: String
  /// The first of the month ends that both have.
  public let first: Month
  /// At or above target at the end of each of them.
  public let at: [PairedProbability]
  /// At or above target at the end of some of them up to it.
  public let by: [PairedProbability]
  /// B − A of the month in which the target is first met, in months, over the pairs in which both meet it.
  public let shift: NumberSummary
  /// Pairs in which B meets it first, in which both meet it in one month, and in which A meets it first; where only one
  /// meets it, that one is first.
  public let earlier: ProbabilityEstimate
  public let same: ProbabilityEstimate
  public let later: ProbabilityEstimate
  /// Pairs in which neither meets it.
  public let neither: ProbabilityEstimate
  /// The target in the last month, in FTE, the median where it is uncertain; nil where there is none.
  public let lastTargets: (a: Double?, b: Double?)

  /// Bytes in memory for each pair while it is worked out: the months of both, whether each is at target, the shifts, and
  /// two workspaces with three columns.
  public static let bytesEach = 2 * 8 + 4 + 3 * 8 + 2 * 8 * 8 + 3 * 8

  public var last: Month { first + (at.count - 1) }

  init?(_ grade: String, _ selection: ComparedSelection, with other: Int, _ runs: [MetricEvaluation], pairs: Int) {
    let catalogs = (selection.catalogs[0], selection.catalogs[other])
    guard let fteA = catalogs.0["\(grade).fte"], let fteB = catalogs.1["\(grade).fte"],
      let goalA = catalogs.0["\(grade).target"], let goalB = catalogs.1["\(grade).target"]
    else { return nil }
    let workspace = PairWorkspace(runs[0], runs[1], pairs: pairs)
    // It has the memory that its numbers stand in.
    defer { withExtendedLifetime(workspace) {} }
    let never = Int.max
    var metA = [Int](repeating: never, count: pairs)
    var metB = metA
    var (at, by): ([PairedProbability], [PairedProbability]) = ([], [])
    let months = selection.common.upperBound - selection.common.lowerBound
    for offset in 0...months {
      let month = selection.common.lowerBound + offset
      let steps = (selection.step(of: month, in: 0), selection.step(of: month, in: other))
      let met = workspace.met((fteA, fteB), atLeast: (goalA, goalB), steps: steps)
      at.append(PairedProbability(met.a, met.b))
      for place in 0..<pairs {
        if met.a[place] { metA[place] = min(metA[place], offset) }
        if met.b[place] { metB[place] = min(metB[place], offset) }
      }
      by.append(PairedProbability(metA.map { $0 < never }, metB.map { $0 < never }))
    }
    var shifts: [Int64] = []
    var (earlier, same, later, neither) = (0, 0, 0, 0)
    for (one, next) in zip(metA, metB) {
      if one < never, next < never { shifts.append(Int64(next - one)) }
      if one == never, next == never {
        neither += 1
      } else if next < one {
        earlier += 1
      } else if next > one {
        later += 1
      } else {
        same += 1
      }
    }
    func estimate(_ hits: Int) -> ProbabilityEstimate { ProbabilityEstimate(hits: hits, replicates: pairs) }
    self.grade = grade
    first = selection.common.lowerBound
    self.at = at
    self.by = by
    shift = NumberSummary(CountDistribution(shifts, absent: pairs - shifts.count), scale: 1)
    (self.earlier, self.same) = (estimate(earlier), estimate(same))
    (self.later, self.neither) = (estimate(later), estimate(neither))
    func median(_ run: MetricEvaluation, _ goal: Metric, _ place: Int) -> Double? {
      let step = selection.step(of: selection.common.upperBound, in: place)
      return RealDistribution(Array(run.numbers(goal, step: step).prefix(pairs))).percentile(50)
    }
    lastTargets = (median(runs[0], goalA, 0), median(runs[1], goalB, other))
  }

  /// The first of the months by which the target is reached with at least this probability in A and in B; nil: not within
  /// the months that both have.
  public func months(sure probability: Double) -> (a: Month?, b: Month?) {
    (
      by.indices.first { by[$0].a.share >= probability }.map { first + $0 },
      by.indices.first { by[$0].b.share >= probability }.map { first + $0 }
    )
  }

  /// How much earlier or later B is so sure than A.
  public func shift(sure probability: Double) -> DateShift {
    let months = months(sure: probability)
    return DateShift(from: months.a, to: months.b, last: last)
  }

  /// The chances in a month that both have; nil for another.
  public func chances(_ month: Month) -> (at: PairedProbability, by: PairedProbability)? {
    let place = month - first
    return at.indices.contains(place) ? (at[place], by[place]) : nil
  }
}
