import Oracle
import Testing

/// The method of groups and the recurrence, written apart, hold each other to 1e-9, relative above one person.
@Suite struct AgreementTests {
  /// Three grades with moves both ways and at-service arrivals, in named months and dated; two pathways; every size.
  static let rich: OracleModel = {
    let po = OracleGrade(
      key: "PO", leaving: { service, month in Monthly.central((service < 24 ? 0.11 : 0.06) * (month < 20 ? 1 : 1.3)) },
      moves: [
        OracleMove(to: "SPO", probability: { _, month in month % 12 == 4 ? 0.05 : 0 }),
        OracleMove(to: "PSO", atService: 60, probability: Monthly.constant(0.004)),
      ])
    let pso = OracleGrade(
      key: "PSO", leaving: { service, _ in Monthly.central(service < 12 ? 0.2 : 0.12) },
      moves: [OracleMove(to: "PO", atService: 3, probability: { service, _ in service < 6 ? 0 : 0.01 })])
    let spo = OracleGrade(
      key: "SPO", leaving: Monthly.constant(Monthly.annualChance(0.043)),
      moves: [OracleMove(to: "PO", atService: 100, probability: Monthly.constant(0.006))])
    let long = OraclePathway(
      key: "L", length: 15, withdrawal: { done, _ in done < 6 ? 0.03 : 0.01 },
      withdrawnTo: ["PSO": 0.3, "SPO": 0.1], qualifiesAs: "PO", employedAs: "PSO")
    let short = OraclePathway(
      key: "S", length: 4, withdrawal: { _, month in month % 2 == 0 ? 0.02 : 0.05 }, qualifiesAs: "PSO",
      employedAs: "PSO")
    var groups: [OracleGroup] = []
    for age in 0..<40 { groups.append(OracleGroup(.fixed(10 + age % 7), in: "PO", month: 0, age: age * 9)) }
    for age in 0..<20 { groups.append(OracleGroup(.fixed(14), in: "PSO", month: -3, age: age)) }
    groups.append(OracleGroup(.fixed(90), in: "SPO", month: 0, age: 500))
    for done in 0..<15 { groups.append(OracleGroup(.fixed(6), in: "L", month: 0, age: done)) }
    for month in 1...48 {
      groups.append(OracleGroup(.poisson(4.5), in: "PSO", month: month))
      groups.append(OracleGroup(.poisson(1.25), in: "PO", month: month, age: 60))
      if month % 6 == 3 { groups.append(OracleGroup(.binomial(120, 0.93), in: "L", month: month)) }
      if month % 6 == 5 { groups.append(OracleGroup(.fixed(40), in: "S", month: month)) }
    }
    return OracleModel(months: 48, grades: [po, pso, spo], pathways: [long, short], groups: groups)
  }()

  private func expectAgreement(_ model: OracleModel) {
    let oracle = GroupOracle(model)
    let recurrence = ExpectedRecurrence(model)
    #expect(recurrence.months.count == model.months + 1)
    func same(_ exact: Moments, _ expected: Double?, _ what: String) {
      let tolerance = 1e-9 * max(1, exact.mean)
      #expect(abs(exact.mean - (expected ?? 0)) < tolerance, "\(what)")
      #expect(exact.variance >= -1e-9, "\(what)")
    }
    for (month, result) in recurrence.months.enumerated() {
      for key in model.stockKeys {
        same(oracle.stock(key, month: month), result.heads(key), "\(key) \(month)")
        for boundary in [1, 12, 24, 60] {
          same(
            oracle.stock(key, month: month, service: 0..<boundary), result.heads(key, below: boundary),
            "\(key) under \(boundary) \(month)")
        }
        if month > 0 { same(oracle.flow(.joiners(key), month: month), result.entered[key], "into \(key) \(month)") }
      }
      if month == 0 { continue }
      for grade in model.grades {
        same(oracle.flow(.leavers(grade.key), month: month), result.leavers[grade.key], "leavers \(month)")
        let moves = result.moves[grade.key] ?? [:]
        same(oracle.flow(.movesOut(grade.key), month: month), moves.values.reduce(0, +), "moves out \(month)")
        for move in grade.moves {
          same(oracle.flow(.moves(from: grade.key, to: move.to), month: month), moves[move.to], "move \(month)")
        }
      }
      for pathway in model.pathways {
        let key = pathway.key
        let reverted = result.reverted[key] ?? [:]
        same(oracle.flow(.left(key), month: month), result.left[key], "left \(month)")
        same(oracle.flow(.reverted(key), month: month), reverted.values.reduce(0, +), "reverted \(month)")
        same(oracle.flow(.finished(key), month: month), result.finished[key], "finished \(month)")
      }
    }
  }

  @Test func aModelWithEverything() { expectAgreement(Self.rich) }

  @Test(arguments: BenchmarkSpread.allCases)
  func theBenchmark(spread: BenchmarkSpread) {
    let parameters = BenchmarkParameters(poMultiplier: 1.1, psoMultiplier: 0.9, attrition: 0.17)
    expectAgreement(BenchmarkOracle.model(parameters, spread: spread))
  }

  @Test func theWalkOfAMeasureAgreesWithTheHistories() {
    let oracle = GroupOracle(Self.rich)
    func same(_ left: Moments, _ right: Moments) {
      #expect(abs(left.mean - right.mean) < 1e-9 * max(1, left.mean))
      #expect(abs(left.variance - right.variance) < 1e-9 * max(1, left.variance))
    }
    same(oracle.moments(of: .stock("PO", month: 40)), oracle.stock("PO", month: 40))
    same(oracle.moments(of: .stock("PO", month: 48, service: 0..<24)), oracle.stock("PO", month: 48, service: 0..<24))
    same(
      oracle.moments(of: .stock("PSO", month: 30) + .stock("L", month: 30)),
      oracle.stocks(["PSO", "L"], month: 30))
    for flow in [OracleFlow.leavers("PO"), .finished("L"), .reverted("L"), .joiners("PSO"), .starts("L")] {
      same(oracle.moments(of: .flow(flow, months: 31...42)), oracle.flow(flow, months: 31...42))
    }
  }
}
