/// The series of the benchmark model. Stocks are at the close of a month, flows during it; all in people.
public enum BenchmarkSeries: String, Sendable, CaseIterable {
  case poHeads
  case psoHeads
  case learners
  /// PO, PSO and learners together.
  case totalHeads
  case poLeavers
  case psoLeavers
  /// Withdrawn learners who leave the service.
  case learnersLeft
  case qualifiers
  case withdrawals
  /// Withdrawn learners who become PSOs.
  case conversions

  /// Whether the series is a stock.
  public var isStock: Bool { stockKeys != nil }

  /// Keys of the stocks that the series sums; nil for a flow.
  public var stockKeys: [String]? {
    switch self {
    case .poHeads: ["PO"]
    case .psoHeads: ["PSO"]
    case .learners: BenchmarkOracle.pathwayKeys
    case .totalHeads: ["PO", "PSO"] + BenchmarkOracle.pathwayKeys
    default: nil
    }
  }

  /// The flow that the series is; nil for a stock.
  public var flow: OracleFlow? {
    switch self {
    case .poLeavers: .leavers("PO")
    case .psoLeavers: .leavers("PSO")
    case .learnersLeft: .anyOf(BenchmarkOracle.pathwayKeys.map { .left($0) })
    case .qualifiers: .qualifiersInto("PO")
    case .withdrawals: .anyOf(BenchmarkOracle.pathwayKeys.map { .withdrawals($0) })
    case .conversions: .revertedInto("PSO")
    default: nil
    }
  }

  /// Whether the series depends on both multipliers; every other one depends on one of them at most.
  public var needsBothMultipliers: Bool { self == .totalHeads }
}
