/// The benchmark model with its parameters uncertain: multipliers lognormal(1, 0.08), attrition Beta(20, 80).
public struct BenchmarkIntegral: Sendable {
  /// Series and month of a result.
  private struct Address: Hashable {
    var series: BenchmarkSeries
    var month: Int
  }

  private let table: [Address: IntegratedMoments]

  /// Every series but the total, in every month, by Gauss–Hermite × Gauss–Jacobi.
  ///
  /// Each of them depends on one multiplier at most, and both have the same distribution: so one rule serves both, and
  /// two dimensions do for three. Nothing that depends on both may be asked of it. The conditional moments are nearly
  /// straight lines in the logarithm of a multiplier and in the attrition, so four nodes of each give 10⁻⁴ of a person.
  public init(spread: BenchmarkSpread, multiplierNodes: Int = 4, attritionNodes: Int = 4) {
    let series = BenchmarkSeries.allCases.filter { !$0.needsBothMultipliers }
    let addresses = series.flatMap { one in
      ((one.isStock ? 0 : 1)...BenchmarkOracle.months).map { Address(series: one, month: $0) }
    }
    let rules = [Self.multiplier(nodes: multiplierNodes), Self.attrition(nodes: attritionNodes)]
    let results = Quadrature.integrate(rules) { values -> [Moments] in
      let parameters = BenchmarkParameters(
        poMultiplier: values[0], psoMultiplier: values[0], attrition: values[1])
      let solved = BenchmarkOracle(parameters, spread: spread)
      return addresses.map { solved.moments($0.series, month: $0.month) }
    }
    table = Dictionary(uniqueKeysWithValues: zip(addresses, results))
  }

  /// A series at the close of, or during, one month (stocks 0...60, flows 1...60); the total is a function of its own.
  public func moments(_ series: BenchmarkSeries, month: Int) -> IntegratedMoments {
    guard let result = table[Address(series: series, month: month)] else {
      preconditionFailure("\(series) is not there for month \(month)")
    }
    return result
  }

  /// Anything else of the benchmark, over all three parameters: the total, sums over months, covariances with the
  /// conditional ones given by `body`. Three nodes of each give the total to 10⁻² of a person in 11,000.
  public static func integrate(
    spread: BenchmarkSpread, times factor: Int = 1, multiplierNodes: Int = 3, attritionNodes: Int = 3,
    _ body: (BenchmarkOracle) -> [Moments]
  ) -> [IntegratedMoments] {
    let multiplier = multiplier(nodes: multiplierNodes)
    return Quadrature.integrate([multiplier, multiplier, attrition(nodes: attritionNodes)]) { values -> [Moments] in
      let parameters = BenchmarkParameters(
        poMultiplier: values[0], psoMultiplier: values[1], attrition: values[2])
      return body(BenchmarkOracle(parameters, spread: spread, times: factor))
    }
  }

  /// The total of PO, PSO and learners at the close of each of some months.
  public static func total(spread: BenchmarkSpread, months: [Int]) -> [IntegratedMoments] {
    integrate(spread: spread) { solved in months.map { solved.moments(.totalHeads, month: $0) } }
  }

  private static func multiplier(nodes: Int) -> ProbabilityRule {
    .lognormal(median: 1, sdlog: 0.08, nodes: nodes)
  }

  private static func attrition(nodes: Int) -> ProbabilityRule {
    .beta(20, 80, nodes: nodes)
  }
}
