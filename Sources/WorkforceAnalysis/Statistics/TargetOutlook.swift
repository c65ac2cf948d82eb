public import WorkforceModel
import WorkforceSimulation

/// When a grade reaches its target, over all replicates (docs/model.md, "Targets").
public struct TargetOutlook: Sendable, Equatable {
  public let grade: String
  /// P(at or above target) at the end of each month of the run, from the opening.
  public let at: [ProbabilityEstimate]
  /// P(at or above target at some month end up to it, the opening included).
  public let by: [ProbabilityEstimate]
  /// P(at or above target in each of ``heldFor`` consecutive month ends, the first of them not after it). Month ends
  /// beyond the run are not known, so a spell counts only where it ends within the run.
  public let held: [ProbabilityEstimate]
  /// Month ends; 1 where no holding was asked for.
  public let heldFor: Int
  public let start: Month
  /// Whether the target differs between replicates.
  public let isUncertain: Bool
  /// The lowest and highest target in FTE from the opening on, medians where it is uncertain.
  public let targets: ClosedRange<Double>?
  /// FTE at the opening and at the end of the run.
  public let opening: RealDistribution
  public let closing: RealDistribution
  /// The target at the end of the run; the median where it is uncertain.
  public let lastTarget: Double?

  /// - Parameters:
  ///   - steps: how many months the run has
  ///   - heldFor: month ends that a spell at target lasts to count as held
  ///   - fte: the FTE in each replicate, by month of the run
  ///   - target: the target in each replicate, by month of the run
  init(
    grade: String, steps: Int, start: Month, heldFor: Int = 1, fte: (Int) -> [Double?], target: (Int) -> [Double?]
  ) {
    var at: [ProbabilityEstimate] = []
    var by: [ProbabilityEstimate] = []
    var reached: [Bool] = []
    // For each replicate, how many month ends in a row it has been at target, and whether a spell has been long enough.
    var spell: [Int] = []
    var isHeld: [Bool] = []
    var begun = [Int](repeating: 0, count: steps + 1)
    var medians: [Double] = []
    var isUncertain = false
    var (opening, closing) = (RealDistribution([]), RealDistribution([]))
    for step in 0...steps {
      let (people, goals) = (fte(step), target(step))
      let met = zip(people, goals).map { people, goal in
        guard let people, let goal else { return false }
        return people >= goal
      }
      if reached.isEmpty {
        reached = [Bool](repeating: false, count: met.count)
        (spell, isHeld) = ([Int](repeating: 0, count: met.count), reached)
      }
      at.append(ProbabilityEstimate(hits: met.count(where: \.self), replicates: met.count))
      for (index, isMet) in met.enumerated() {
        spell[index] = isMet ? spell[index] + 1 : 0
        if isMet { reached[index] = true }
        guard spell[index] >= heldFor, !isHeld[index] else { continue }
        isHeld[index] = true
        begun[step - heldFor + 1] += 1
      }
      by.append(ProbabilityEstimate(hits: reached.count(where: \.self), replicates: reached.count))
      let distribution = RealDistribution(goals)
      if let median = distribution.percentile(50) { medians.append(median) }
      isUncertain = isUncertain || distribution.values.first != distribution.values.last
      if step == 0 { opening = RealDistribution(people) }
      if step == steps { closing = RealDistribution(people) }
    }
    var sum = 0
    held = begun.map { count in
      sum += count
      return ProbabilityEstimate(hits: sum, replicates: reached.count)
    }
    self.isUncertain = isUncertain
    targets = medians.min().flatMap { low in medians.max().map { low...$0 } }
    lastTarget = medians.last
    self.grade = grade
    self.heldFor = heldFor
    self.at = at
    self.by = by
    self.start = start
    self.opening = opening
    self.closing = closing
  }

  /// Bytes in memory for each replicate while an outlook is worked out: two columns of optional numbers, two of real ones
  /// to be sorted, the spells, and what is known of each replicate.
  public static let bytesEach = 2 * 16 + 4 * 8 + 8 + 3

  /// The outlook of a grade with a target, from everything that a run recorded.
  /// - Parameter heldFor: month ends that a spell at target lasts to count as held
  /// - Returns: nil for a grade without a target
  public init?(_ grade: String, heldFor: Int = 1, _ evaluation: MetricEvaluation) {
    let (catalog, legend) = (evaluation.catalog, evaluation.catalog.legend)
    guard let fte = catalog["\(grade).fte"], let target = catalog["\(grade).target"] else { return nil }
    self.init(
      grade: grade, steps: legend.months, start: legend.start, heldFor: heldFor,
      fte: { evaluation.numbers(fte, step: $0) }, target: { evaluation.numbers(target, step: $0) })
  }

  /// The first month by which the target is reached with at least this probability, which is also a percentile of the
  /// date: the smallest month with a cumulative share of at least `probability`. Nil: not within the horizon.
  public func month(sure probability: Double) -> Month? {
    by.indices.first { by[$0].share >= probability }.map { start + $0 }
  }

  /// The percents for which date percentiles are reported.
  public static let datePercents: [Double] = [5, 10, 25, 50, 75, 90, 95]
  /// The percents for which "… % sure by" is reported.
  public static let surePercents: [Double] = [50, 80, 90]
}
