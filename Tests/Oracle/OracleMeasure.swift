/// A weighted sum of stocks and flows of any months: an average in post, a flow over a year, FTE or capacity by
/// service, a difference. A person may count in it any number of times.
public struct OracleMeasure: Sendable {
  /// A stock at a month end, times a weight.
  struct StockTerm: Sendable {
    var key: String
    var month: Int
    var service: Range<Int>?
    var weight: Double
  }

  /// A flow of a month, times a weight.
  struct FlowTerm: Sendable {
    var flow: OracleFlow
    var month: Int
    var weight: Double
  }

  private(set) var stocks: [StockTerm] = []
  private(set) var flows: [FlowTerm] = []

  /// An empty sum.
  public init() {}

  /// People in a grade or on a pathway at the close of `month`, those of the given service only where it is stated.
  public static func stock(_ key: String, month: Int, service: Range<Int>? = nil) -> OracleMeasure {
    var measure = OracleMeasure()
    measure.stocks = [StockTerm(key: key, month: month, service: service, weight: 1)]
    return measure
  }

  /// People in a flow over some months.
  public static func flow(_ flow: OracleFlow, months: ClosedRange<Int>) -> OracleMeasure {
    var measure = OracleMeasure()
    measure.flows = months.map { FlowTerm(flow: flow, month: $0, weight: 1) }
    return measure
  }

  /// The sum of two measures of the same people.
  public static func + (left: OracleMeasure, right: OracleMeasure) -> OracleMeasure {
    var sum = left
    sum.stocks += right.stocks
    sum.flows += right.flows
    return sum
  }

  /// The difference of two measures of the same people.
  public static func - (left: OracleMeasure, right: OracleMeasure) -> OracleMeasure { left + -1 * right }

  /// A measure times a number, such as FTE per head.
  public static func * (factor: Double, measure: OracleMeasure) -> OracleMeasure {
    var scaled = measure
    for index in scaled.stocks.indices { scaled.stocks[index].weight *= factor }
    for index in scaled.flows.indices { scaled.flows[index].weight *= factor }
    return scaled
  }
}
