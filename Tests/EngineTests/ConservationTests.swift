import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The identities of the model, section 6, in every replicate and month, over generated scenarios with every number
/// uncertain.
@Suite struct ConservationTests {
  static let replicates = 40

  private func evaluation(_ number: Int) throws -> MetricEvaluation {
    let made = ScenarioGenerator.dozen[number]
    let scenario = try Running.scenario(made.text(uncertain: true)).scenario
    let steps = Array(0...made.months)
    let run = try Recorded(
      scenario, replicates: Self.replicates, steps: steps, seed: 5, shareBounds: [12, 24, 60, 120])
    return MetricEvaluation(MetricCatalog(run.legend), run.ensemble)
  }

  /// Values of a metric by replicate; nil where the scenario has no such metric.
  private func find(_ name: String, _ step: Int, _ evaluation: MetricEvaluation) -> [Int64]? {
    evaluation.catalog[name].map { evaluation.values($0, step: step).map { $0 ?? .min } }
  }

  /// Metrics added up with signs, by replicate.
  private func sum(_ names: [(String, Int64)], _ step: Int, _ evaluation: MetricEvaluation) -> [Int64] {
    names.reduce([Int64](repeating: 0, count: Self.replicates)) { total, term in
      zip(total, find(term.0, step, evaluation) ?? []).map { $0 + term.1 * $1 }
    }
  }

  @Test(arguments: ScenarioGenerator.dozen.indices)
  func stocksBalance(number: Int) throws {
    let evaluation = try evaluation(number)
    let legend = evaluation.catalog.legend
    for step in 1...legend.months {
      for stock in legend.stocks {
        let heads = stock.isGrade ? "\(stock.key).heads" : "\(stock.key).learners"
        let signs: [(String, Int64)] =
          stock.isGrade
          ? [("joiners", 1), ("qualifiers", 1), ("moves-in", 1), ("reverted", 1), ("leavers", -1), ("moves-out", -1)]
          : [("starts", 1), ("withdrawals", -1), ("finished", -1)]
        let change = sum(signs.map { ("\(stock.key).\($0.0)", $0.1) }, step, evaluation)
        let opening = sum([(heads, 1)], step - 1, evaluation)
        let closing = sum([(heads, 1)], step, evaluation)
        #expect(zip(opening, change).map { $0 + $1 } == closing, "\(stock.key), month \(step)")
        #expect(closing.allSatisfy { $0 >= 0 })
        guard !stock.isGrade else { continue }
        let parts = sum([("\(stock.key).left", 1), ("\(stock.key).reverted", 1)], step, evaluation)
        #expect(parts == sum([("\(stock.key).withdrawals", 1)], step, evaluation))
        #expect(find("\(stock.key).qualifiers", step, evaluation) == find("\(stock.key).finished", step, evaluation))
      }
    }
  }

  @Test(arguments: ScenarioGenerator.dozen.indices)
  func everyoneIsAccountedFor(number: Int) throws {
    let evaluation = try evaluation(number)
    let legend = evaluation.catalog.legend
    for step in 1...legend.months {
      let before = sum([("all.heads", 1)], step - 1, evaluation)
      let after = sum([("all.heads", 1)], step, evaluation)
      let flows = sum([("all.joiners", 1), ("all.starts", 1), ("all.leavers", -1), ("all.left", -1)], step, evaluation)
      #expect(zip(before, flows).map { $0 + $1 } == after, "month \(step)")
      // Moves, and those who revert or qualify, leave one place and enter another.
      let grades = legend.grades.map(\.key)
      let moves = sum(grades.map { ("\($0).moves-in", 1) } + grades.map { ("\($0).moves-out", -1) }, step, evaluation)
      #expect(moves.allSatisfy { $0 == 0 })
      for measure in ["qualifiers", "reverted"] {
        let into = sum(grades.map { ("\($0).\(measure)", 1) }, step, evaluation)
        #expect(into == sum([("all.\(measure)", 1)], step, evaluation))
        #expect(into == sum([("family.\(measure)", 1)], step, evaluation))
      }
    }
  }

  @Test(arguments: ScenarioGenerator.dozen.indices)
  func sharesCapacityAndVacancies(number: Int) throws {
    let evaluation = try evaluation(number)
    for step in 0...evaluation.catalog.legend.months {
      for stock in evaluation.catalog.legend.stocks {
        let fte = try #require(find("\(stock.key).fte", step, evaluation))
        let capacity = try #require(find("\(stock.key).capacity", step, evaluation))
        #expect(zip(capacity, fte).allSatisfy { $0 >= 0 && $0 <= $1 })
        guard stock.isGrade else { continue }
        let shares = stock.reportBounds.dropFirst().map { bound in
          let name = bound % 12 == 0 ? "\(bound / 12)y" : "\(bound)mo"
          return find("\(stock.key).share-under-\(name)", step, evaluation) ?? []
        }
        for (lower, upper) in zip(shares, shares.dropFirst()) {
          #expect(lower.count == Self.replicates && zip(lower, upper).allSatisfy { $0 <= $1 && $1 <= 1_000_000 })
        }
        guard let target = find("\(stock.key).target", step, evaluation) else { continue }
        let vacancies = try #require(find("\(stock.key).vacancies", step, evaluation))
        for (index, vacancy) in vacancies.enumerated() {
          // Each of the three is rounded once.
          #expect(abs(target[index] - fte[index] - vacancy) <= 1)
        }
      }
    }
  }

  @Test(arguments: [0, 3, 7])
  func twelveMonthFlowsAreSums(number: Int) throws {
    let evaluation = try evaluation(number)
    let legend = evaluation.catalog.legend
    for metric in evaluation.catalog.metrics where metric.name.hasSuffix("-12mo") {
      let monthly = String(metric.name.dropLast(5))
      for step in 0..<12 { #expect(!metric.exists(in: step, start: legend.start), "\(metric.name)") }
      for step in 12...legend.months {
        #expect(metric.exists(in: step, start: legend.start))
        let sums = (step - 11...step).reduce([Int64](repeating: 0, count: Self.replicates)) { total, month in
          zip(total, find(monthly, month, evaluation) ?? []).map { $0 + $1 }
        }
        #expect(find(metric.name, step, evaluation) == sums, "\(metric.name), month \(step)")
      }
    }
    for metric in evaluation.catalog.metrics where metric.name.hasSuffix(".wastage") {
      for step in 0..<12 { #expect(!metric.exists(in: step, start: legend.start), "\(metric.name)") }
    }
  }
}
