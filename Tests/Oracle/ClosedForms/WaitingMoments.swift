import Foundation

/// One intake of n on a pathway with an extension and waiting, people being independent: what becomes of a starter is
/// multinomial, so each count is Binomial(n, p) and any two of different fates have covariance −n p q.
public struct WaitingMoments: Sendable {
  public var people: Int
  /// Probability of withdrawing in month 1, 2 … of the nominal length.
  public var withdrawal: [Double]
  public var extensionShare: Double
  public var extensionMonths: Int
  /// Shares over months of waiting, from none on.
  public var waiting: [Double]
  /// Monthly probability of leaving while waiting, by months since the start of the programme.
  public var leaving: @Sendable (_ service: Int) -> Double

  public init(
    people: Int, withdrawal: [Double], extensionShare: Double = 0, extensionMonths: Int = 0, waiting: [Double] = [1],
    leaving: @escaping @Sendable (_ service: Int) -> Double
  ) {
    self.people = people
    self.withdrawal = withdrawal
    self.extensionShare = extensionShare
    self.extensionMonths = extensionMonths
    self.waiting = waiting
    self.leaving = leaving
  }

  private func staying(_ months: Int) -> Double {
    // Those extended withdraw as in the last month of the nominal length.
    (0..<months).reduce(1) { $0 * (1 - withdrawal[min($1, withdrawal.count - 1)]) }
  }

  /// Probability of finishing in the m-th month after the start.
  public func finishing(_ month: Int) -> Double {
    let length = withdrawal.count
    var probability = 0.0
    if month == length { probability += (1 - extensionShare) * staying(length) }
    if month == length + extensionMonths { probability += extensionShare * staying(length + extensionMonths) }
    return probability
  }

  /// Probability of being appointed in the m-th month after the start: Σ over waits k of finishing k months before, the
  /// wait being k, and k exposures survived.
  public func appointment(_ month: Int) -> Double {
    waiting.enumerated().reduce(0) { sum, wait in
      let finished = month - wait.offset
      guard finished > 0 else { return sum }
      let stay = (0..<wait.offset).reduce(1.0) { $0 * (1 - leaving(finished + $1)) }
      return sum + finishing(finished) * wait.element * stay
    }
  }

  /// Those who finish in a month.
  public func finished(_ month: Int) -> Moments { binomial(finishing(month)) }

  /// Those who are appointed in a month.
  public func appointed(_ month: Int) -> Moments { binomial(appointment(month)) }

  private func binomial(_ p: Double) -> Moments { GroupSize.fixed(people).moments(first: p, second: p) }
}
