import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// Scenarios are compared on common random numbers: most of the chance, and of the parameters, cancels.
///
/// The benchmark, PO heads at month 60, 6,000 replicates, fixed seeds.
@Suite struct CommonNumbersTests {
  static let replicates = 6_000

  private func heads(_ changes: [(path: String, value: String)], seed: UInt64) throws -> [Double] {
    let scenario = try Running.setting(Running.shipped("benchmark"), changes)
    let compiled = try PlanCompiler.compile(scenario)
    let stock = try #require(compiled.legend.stocks.first { $0.key == "PO" })
    let columns = stock.reportBounds.indices.map {
      compiled.legend.column(series: stock.headsSeries + $0, month: 60)
    }
    let run = try Simulation(plan: compiled.plan, seed: seed)
      .run(replicates: Self.replicates, threads: 2, columns: columns)
    return run.blocks.flatMap { block in
      (0..<block.count).map { offset in
        columns.indices.reduce(0.0) { sum, slot in
          let column = block.column(slot)
          return sum + Double(column[column.startIndex + offset])
        }
      }
    }
  }

  /// Mean and variance of a difference, replicate by replicate.
  private func difference(_ one: [Double], _ other: [Double]) -> Moments {
    let differences = zip(one, other).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Moments(mean: mean, variance: squares / Double(differences.count - 1))
  }

  /// The ratio of the variance with independent seeds to that of the paired difference is at least 300, and the paired
  /// difference agrees with the exact one within 4.5 standard errors (two comparisons: 1.4e-5 together).
  private func expectCommon(_ path: String, _ value: String, exact: Double) throws {
    let before = try heads([], seed: 1)
    let after = try heads([(path, value)], seed: 1)
    let paired = difference(after, before)
    let apart = difference(try heads([(path, value)], seed: 2), before)
    #expect(apart.variance / paired.variance >= 300, "ratio \(apart.variance / paired.variance)")
    let error = (paired.variance / Double(Self.replicates)).squareRoot()
    #expect(abs(paired.mean - exact) <= 4.5 * error, "\(paired.mean) ± \(error), exactly \(exact)")
  }

  @Test func tenPerCentMorePlaces() throws {
    // The people added at each start, alone: a tenth of the 500, who move as everybody else does.
    let exact = integrated { parameters in
      var model = BenchmarkOracle.model(parameters, spread: .largestRemainder)
      model.groups = model.groups.compactMap { group in
        guard group.month > 0, BenchmarkOracle.pathwayKeys.contains(group.stock) else { return nil }
        var added = group
        guard case .fixed(let people) = group.size else { return nil }
        added.size = .fixed(people / 10)
        return added
      }
      return GroupOracle(model).stock("PO", month: 60)
    }
    #expect(abs(exact - 258.0) < 0.1)
    try expectCommon("intakes.twice-yearly.places", "550", exact: exact)
  }

  @Test func aTenthLessLeaving() throws {
    func mean(_ scale: Double) -> Double {
      integrated { given in
        var parameters = given
        parameters.poMultiplier *= scale
        return BenchmarkOracle(parameters, spread: .largestRemainder).moments(.poHeads, month: 60)
      }
    }
    let exact = mean(0.9) - mean(1)
    #expect(abs(exact - 221.1) < 0.1)
    try expectCommon("grades.PO.leaving.multiplier", "×lognormal(0.9 0.08)", exact: exact)
  }

  /// Over the multiplier of PO and the attrition, which are all that PO depends on.
  private func integrated(_ body: (BenchmarkParameters) -> Moments) -> Double {
    Quadrature.integrate([.lognormal(median: 1, sdlog: 0.08, nodes: 4), .beta(20, 80, nodes: 4)]) { values in
      body(BenchmarkParameters(poMultiplier: values[0], attrition: values[1]))
    }.mean
  }
}
