import TestSupport
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The identities of the model, section 6, in every replicate and month, where every rule is at work.
@Suite struct WholeModelConservationTests {
  static let names = ["whole-model", "national-2024", "police-2024"]

  private struct Counts {
    let evaluation: MetricEvaluation
    var legend: Legend { evaluation.catalog.legend }

    /// Metrics added up with signs, by replicate; those that a subject lacks count as nothing.
    func sum(_ names: [(String, Int64)], _ step: Int) -> [Int64] {
      names.reduce([Int64](repeating: 0, count: evaluation.ensemble.replicates)) { total, term in
        guard let metric = evaluation.catalog[term.0] else { return total }
        return zip(total, evaluation.values(metric, step: step)).map { $0 + term.1 * ($1 ?? 0) }
      }
    }
  }

  private func counts(_ name: String) throws -> Counts {
    let scenario =
      name == "whole-model" ? try Running.scenario(Samples.wholeModel).scenario : try Running.shipped(name).scenario
    let run = try Running.everything(scenario, replicates: 40, seed: 3)
    return Counts(evaluation: MetricEvaluation(MetricCatalog(run.compiled.legend), run.ensemble))
  }

  @Test(arguments: names)
  func stocksBalance(name: String) throws {
    let counts = try counts(name)
    for step in 1...counts.legend.months {
      for stock in counts.legend.stocks {
        func balance(_ heads: String, _ flows: [(String, Int64)]) {
          let change = counts.sum(flows.map { ("\(stock.key).\($0.0)", $0.1) }, step)
          let opening = counts.sum([("\(stock.key).\(heads)", 1)], step - 1)
          let closing = counts.sum([("\(stock.key).\(heads)", 1)], step)
          #expect(zip(opening, change).map { $0 + $1 } == closing, "\(stock.key).\(heads), month \(step)")
          #expect(closing.allSatisfy { $0 >= 0 })
        }
        if stock.isGrade {
          balance(
            "heads",
            [
              ("joiners", 1), ("qualifiers", 1), ("moves-in", 1), ("reverted", 1), ("leavers", -1), ("moves-out", -1),
              ("to-training", -1),
            ])
        } else {
          balance("learners", [("starts", 1), ("withdrawals", -1), ("finished", -1)])
          balance("awaiting", [("finished", 1), ("qualifiers", -1), ("left-awaiting", -1)])
          let parts = counts.sum([("\(stock.key).left", 1), ("\(stock.key).reverted", 1)], step)
          #expect(parts == counts.sum([("\(stock.key).withdrawals", 1)], step))
        }
      }
    }
  }

  /// Whoever leaves one place enters another: over all grades and pathways nobody is lost.
  @Test(arguments: names)
  func everyoneIsAccountedFor(name: String) throws {
    let counts = try counts(name)
    let grades = counts.legend.grades.map(\.key)
    let pathways = counts.legend.pathways.map(\.key)
    func all(_ keys: [String], _ measure: String, _ sign: Int64 = 1) -> [(String, Int64)] {
      keys.map { ("\($0).\(measure)", sign) }
    }
    for step in 1...counts.legend.months {
      let before = counts.sum([("all.heads", 1)], step - 1)
      let after = counts.sum([("all.heads", 1)], step)
      let flows = counts.sum(
        all(grades, "joiners") + all(pathways, "starts") + all(grades, "to-training", -1) + all(grades, "leavers", -1)
          + all(pathways, "left", -1) + all(pathways, "left-awaiting", -1), step)
      #expect(zip(before, flows).map { $0 + $1 } == after, "month \(step)")
      let moves = counts.sum(all(grades, "moves-in") + all(grades, "moves-out", -1), step)
      #expect(moves.allSatisfy { $0 == 0 })
      for measure in ["qualifiers", "reverted"] {
        #expect(counts.sum(all(grades, measure), step) == counts.sum(all(pathways, measure), step))
      }
    }
  }

  /// Every rule of the sample is at work, so that the identities are about something.
  @Test func everyRuleIsAtWork() throws {
    let counts = try counts("whole-model")
    for flow in [
      "P15.extended", "P15.left-awaiting", "P15.qualifiers", "P27.qualifiers", "PSO.to-training", "SPO.to-training",
      "PO.moves-out", "PSO.moves-in", "PO.moves-in", "PSO.joiners", "PO.joiners", "PSO.reverted",
    ] {
      let total = (1...counts.legend.months).reduce(Int64(0)) { $0 + counts.sum([(flow, 1)], $1).reduce(0, +) }
      #expect(total > 0, "\(flow)")
    }
  }
}
