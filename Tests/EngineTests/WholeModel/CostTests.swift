import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Money, by hand: nobody leaves, so that every head is known.
@Suite struct CostTests {
  private static let text = """
    cadre: 1
    name: Costs
    start: 2024-03
    months: 24mo
    costs: {on-costs: 25%, uplift: {2024-04: ×1, 2025-04: ×1.1}}
    grades:
      A: {opening: 12, fte-per-head: 0.5, leaving: 0%/yr, pay: £24000}
      B: {opening: 10, leaving: 0%/yr, pay: {2024-01: £36000, 2024-07: £48000}, on-costs: 50%}
      C: {opening: 7, leaving: 0%/yr}
    pathways:
      P:
        {months: 6mo, employed-as: A, qualifies-as: B, attrition: 0% over pathway, withdrawn: leave, waiting: 2mo,
         fte-per-head: 1, cost-per-starter: £100, cost-per-learner-month: £30}
    intakes: {once: {starts: 2024-05, places: 4, into: P}}
    """

  private func values() throws -> (String, Int) throws -> Double? {
    let scenario = try Running.scenario(Self.text).scenario
    let run = try Running.everything(scenario, replicates: 2)
    let catalog = MetricCatalog(run.compiled.legend)
    let evaluation = MetricEvaluation(catalog, run.ensemble)
    return { name, step in
      evaluation.values(try catalog.metric(named: name), step: step).first.flatMap { $0 }.map { Double($0) }
    }
  }

  @Test func byHand() throws {
    let value = try values()
    // 6 FTE × £24,000 × 1.25 ÷ 12 in April 2024; a tenth more from April 2025, step 13.
    #expect(try value("A.cost", 1) == 15_000)
    #expect(try value("A.cost", 13) == 16_500)
    // 10 FTE × £36,000 × 1.5 ÷ 12, and £48,000 from July 2024, step 4.
    #expect(try value("B.cost", 3) == 45_000)
    #expect(try value("B.cost", 4) == 60_000)
    // Four learners at A's pay and on-costs, £30 a month, and £100 each in May 2024, the month of the start.
    #expect(try value("P.cost", 2) == 10_520)
    #expect(try value("P.cost", 7) == 10_120)
    // They finish in November, step 8, wait for two months at A's pay, and are in post from January 2025 on.
    #expect(try value("P.cost", 8) == 10_000)
    #expect(try value("P.cost", 9) == 10_000)
    #expect(try value("P.cost", 10) == 0)
    #expect(try value("B.cost", 10) == 84_000)
    #expect(try value("all.cost", 2) == 70_520)
    // Twelve months to March 2025: one month of starts, five more of learners, two of waiting.
    // 8 × £10,000 of pay, £400 for the starts, 6 × £120 for the learners' months.
    let spent = 81_120.0
    #expect(try value("P.cost-12mo", 12) == spent)
    #expect(try value("P.cost-per-qualified", 12) == spent / 4)
    // Nobody qualified in the twelve months to March 2026: there is no such number.
    #expect(try value("P.cost-per-qualified", 24) == nil)
  }

  @Test func whatHasNoPriceHasNoCost() throws {
    let compiled = try PlanCompiler.compile(try Running.scenario(Self.text).scenario)
    let catalog = MetricCatalog(compiled.legend)
    #expect(catalog["C.cost"] == nil && catalog["A.cost"] != nil)
  }
}
