import Foundation
import Oracle
import ShippedScenarios
import WorkforceModel
import WorkforceSimulation

/// The benchmark scenario, as shipped and with its parameters fixed.
enum Benchmark {
  static let pathways = ["P15", "P21", "P27"]
  static let steps = [12, 24, 36, 48, 60]

  /// The months at which a benchmark with so many times the people is compared. It runs for two years only, for a month
  /// takes several times as long: until some learners of every pathway have finished.
  static func steps(times factor: Int) -> [Int] { factor == 1 ? steps : [6, 9, 12, 18, 24] }

  static var shippedText: String? { ShippedScenarios.text(named: "benchmark") }

  /// Without the factor, the multipliers at ×1, attrition at 20 %.
  static var fixedText: String? {
    guard let text = shippedText, let from = text.range(of: "factors:"), let to = text.range(of: "pathways:\n") else {
      return nil
    }
    return (text[..<from.lowerBound] + text[to.lowerBound...])
      .replacingOccurrences(of: "×lognormal(1 0.08)", with: "×1")
      .replacingOccurrences(of: "beta(20 80) over pathway", with: "20% over pathway")
  }

  /// A text of the benchmark with every stock, intake and recruitment multiplied, and further changes.
  static func scenario(
    _ text: String, times factor: Int, _ changes: [(path: String, value: String)] = []
  ) throws -> Scenario {
    let learners = zip(pathways, zip(BenchmarkOracle.lengths, [985, 492, 164])).map { key, part in
      (path: "pathways.\(key).learners", value: "{<\(part.0)mo: \(part.1 * factor)}")
    }
    let others = [
      (path: "months", value: "\(steps(times: factor).max() ?? 0)mo"),
      (path: "grades.PO.opening", value: "\(5436 * factor)"),
      (path: "grades.PSO.opening", value: "\(3945 * factor)"),
      (path: "intakes.twice-yearly.places", value: "\(500 * factor)"),
      (path: "recruitment.PSO.number", value: "\(60 * factor)/mo"),
      (path: "recruitment.returners.number", value: "\(4 * factor)/mo"),
    ]
    return try Running.setting(try Running.scenario(text), learners + others + changes).scenario
  }

  /// The oracle's model with the scenario's keys, and real-numbered people spread exactly.
  static var exactModel: OracleModel {
    let keys = Dictionary(uniqueKeysWithValues: zip(BenchmarkOracle.pathwayKeys, pathways))
    var model = BenchmarkOracle.model(spread: .largestRemainder)
    for index in model.pathways.indices { model.pathways[index].key = keys[model.pathways[index].key] ?? "" }
    model.groups = model.groups.filter { !$0.isOpening }.map { group in
      OracleGroup(group.size, in: keys[group.stock] ?? group.stock, month: group.month, age: group.age)
    }
    for (key, heads) in [("PO", 5436.0), ("PSO", 3945.0)] {
      for (share, lower, upper) in [(0.36, 0, 60), (0.29, 60, 120), (0.35, 120, 360)] {
        let each = heads * share / Double(upper - lower)
        model.groups += (lower..<upper).map { OracleGroup(.poisson(each), in: key, month: 0, age: $0) }
      }
    }
    for (key, (length, count)) in zip(pathways, zip(BenchmarkOracle.lengths, [985.0, 492, 164])) {
      model.groups += (0..<length).map {
        OracleGroup(.poisson(count / Double(length)), in: key, month: 0, age: $0)
      }
    }
    return model
  }

  /// The base series that a series of the oracle is the sum of.
  static func columns(_ series: BenchmarkSeries, _ run: Recorded) -> [Int] {
    switch series {
    case .poHeads: run.heads(["PO"])
    case .psoHeads: run.heads(["PSO"])
    case .learners: run.heads(pathways)
    case .totalHeads: run.heads(["PO", "PSO"] + pathways)
    case .poLeavers: run.flow("PO", .leavers)
    case .psoLeavers: run.flow("PSO", .leavers)
    case .learnersLeft: run.flow(pathways, .left)
    case .qualifiers: run.flow("PO", .qualifiers)
    case .withdrawals: run.flow(pathways, .left) + run.flow(pathways, .reverted)
    case .conversions: run.flow("PSO", .reverted)
    }
  }
}
