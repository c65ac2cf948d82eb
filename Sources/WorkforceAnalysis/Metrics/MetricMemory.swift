/// What one metric's numbers in one month have in common with those in other months: made for a metric, used for its months
/// in ascending order, and by one thread.
public final class MetricMemory {
  /// Months whose money is kept: those of the longest window.
  private static let longestWindow = 12

  private var weights: [[Int]: [Double]] = [:]
  private var money: [Int: [Double]] = [:]

  public init() {}

  /// The product of parameters.
  func weights(_ parameters: [Int], _ make: () -> [Double]) -> [Double] {
    if let known = weights[parameters] { return known }
    let made = make()
    weights[parameters] = made
    return made
  }

  /// The money of a month.
  func money(_ step: Int, _ make: () -> [Double]) -> [Double] {
    if let known = money[step] { return known }
    let made = make()
    money[step - MetricMemory.longestWindow] = nil
    money[step] = made
    return made
  }
}
