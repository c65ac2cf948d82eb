public import WorkforceAnalysis
import WorkforceModel

/// Strips of what was simulated.
extension StripChart {
  /// What is asked of a month.
  public enum Question: Sendable {
    /// At or above target at its end.
    case at
    /// At some month's end up to it.
    case by
  }

  /// The outlooks of a run's grades, which begin in the same month.
  /// - Returns: nil where there are none
  public init?(_ outlooks: [TargetOutlook], _ question: Question = .at, sure: Double = 0.8) {
    guard let first = outlooks.first, outlooks.allSatisfy({ $0.start == first.start && $0.at.count == first.at.count })
    else { return nil }
    self.init(
      question == .at ? "Probability of being at target" : "Probability of having been at target",
      months: first.at.indices.map { first.start + $0 },
      rows: outlooks.map { outlook in
        let estimates = question == .at ? outlook.at : outlook.by
        return Row(outlook.grade, shares: estimates.map(\.share), replicates: estimates.first?.replicates)
      }, sure: sure)
  }
}
