public import WorkforceModel
import WorkforceSimulation

/// When a grade reaches its target, over all replicates (docs/model.md, "Targets").
public struct TargetOutlook: Sendable, Equatable {
  public let grade: String
  /// P(at or above target) at the end of each month of the run, from the opening.
  public let at: [ProbabilityEstimate]
  /// P(at or above target at some month end up to it, the opening included).
  public let by: [ProbabilityEstimate]
  public let start: Month
  /// Whether the target differs between replicates.
  public let isUncertain: Bool
  /// The lowest and highest target in FTE from the opening on, medians where it is uncertain.
  public let targets: ClosedRange<Double>?

  /// - Parameters:
  ///   - steps: how many months the run has
  init(grade: String, steps: Int, start: Month, fte: (Int) -> [Int64?], target: (Int) -> [Int64?]) {
    var at: [ProbabilityEstimate] = []
    var by: [ProbabilityEstimate] = []
    var reached: [Bool] = []
    for step in 0...steps {
      let met = zip(fte(step), target(step)).map { heads, goal in
        guard let heads, let goal else { return false }
        return heads >= goal
      }
      if reached.isEmpty { reached = [Bool](repeating: false, count: met.count) }
      at.append(ProbabilityEstimate(hits: met.count(where: \.self), replicates: met.count))
      for (index, isMet) in met.enumerated() where isMet { reached[index] = true }
      by.append(ProbabilityEstimate(hits: reached.count(where: \.self), replicates: reached.count))
    }
    let distributions = (0...steps).map { CountDistribution(target($0).compactMap(\.self)) }
    isUncertain = distributions.contains { $0.minimum != $0.maximum }
    let medians = distributions.compactMap { $0.percentile(50).map { $0 / Metric.Unit.fte.scale } }
    targets = medians.min().flatMap { low in medians.max().map { low...$0 } }
    self.grade = grade
    self.at = at
    self.by = by
    self.start = start
  }

  /// The first month by which the target is reached with at least this probability; nil: not within the horizon.
  public func month(sure probability: Double) -> Month? {
    by.indices.first { by[$0].share >= probability }.map { start + $0 }
  }
}
