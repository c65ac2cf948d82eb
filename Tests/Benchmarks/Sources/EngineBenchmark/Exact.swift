import ArgumentParser
import Oracle

/// The exact means and standard deviations of the benchmark model, from closed forms and quadrature.
struct Exact: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints the benchmark's exact means and sds.")

  private struct Outcome: Encodable {
    /// By metric, at the months asked for.
    var mean: [String: [Double]] = [:]
    var sd: [String: [Double]] = [:]
  }

  /// The program's metric for each series of the oracle.
  private static let metrics: [BenchmarkSeries: String] = [
    .poHeads: "PO.heads", .psoHeads: "PSO.heads", .learners: "all.learners", .totalHeads: "all.heads",
    .poLeavers: "PO.leavers", .psoLeavers: "PSO.leavers", .learnersLeft: "all.left", .qualifiers: "all.qualifiers",
    .withdrawals: "all.withdrawals", .conversions: "PSO.reverted",
  ]

  @Option(help: "A month of the run, 1 the first.") var step: [Int] = []

  func run() throws {
    let addresses = BenchmarkSeries.allCases.flatMap { series in step.map { (series, $0) } }
    let exact = BenchmarkIntegral.integrate(spread: .largestRemainder) { solved in
      addresses.map { solved.moments($0.0, month: $0.1) }
    }
    var outcome = Outcome()
    for ((series, _), moments) in zip(addresses, exact) {
      guard let metric = Exact.metrics[series] else { continue }
      outcome.mean[metric, default: []].append(moments.mean)
      outcome.sd[metric, default: []].append(moments.standardDeviation)
    }
    try Printed.json(outcome)
  }
}
