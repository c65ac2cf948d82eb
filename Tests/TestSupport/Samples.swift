internal import ScenarioFiles
public import WorkforceModel

/// Scenarios to test with.
public enum Samples {
  /// The least that is a scenario.
  public static let small = """
    cadre: 1
    name: Small
    start: 2024-09
    months: 60mo
    grades:
      PO: {opening: 5436 fte, leaving: 7.8%/yr}

    """

  /// Every row of the parameter list is given at least once.
  public static let full = """
    cadre: 1
    name: Everything
    note: "All rows: each given once"
    start: 2024-09                     # stocks as at the end of this month
    months: 60mo
    replicates: 500
    seed: 20240930
    year-begins: september
    costs: {prices: "2024/25", on-costs: 28%, uplift: {2024-09: ×1, 2025-04: ×1.03}}

    grades:
      PO:
        name: Probation officer
        opening: {value: 5436 fte, source: "HMI Probation, 2025", reviewed: 2025-03, valid-until: 2026-03, owner: MA}
        fte-per-head: {value: pert(0.92 0.94 0.97), assumption: true, note: "no part-time share is published: assumed"}
        service: {<5y: 36%, 5y-10y: {value: 29%, source: "HMPPS"}, 10y+: {share: 35%, to: 30y, note: as published}}
        leaving:
          rate: {<5y: {value: 7%..8.2%/yr, source: "HMPPS"}, 5y+: {2024-01: 7.9%/yr, 2026-04: 7%/yr}, independent: true}
          multiplier: ×1.1
          by-origin: {PQiP-15: {value: ×1.2, assumption: true}}
          yearly-variation: 10%
          persistence: 0.7
          in: [march, september]
        target: {2022-09: 6160 fte, 2024-09: {value: 7115 fte by 2026-03, source: "plan"}}
        capacity: {<9mo: 80%, 9mo+: 100%}
        pay: {2024-04: £38565, 2025-04: £40000}
        on-costs: 30%
        divided-by: origin
      PSO:
        opening: 3945 fte
        target: 4000 fte
        leaving: {value: 13.4%..15.8%/yr, assumption: true}
      SPO: {opening: 1100, leaving: 4.3%/yr}

    moves:
      promotion: {name: Promotion, from: PO, to: SPO, rate: pert(2% 4% 7%)/yr, at-service: 3mo, yearly-variation: 5%, persistence: 0.2}
      back: {from: SPO, to: PO, number: poisson(uniform(8 12)/yr) each year, in: [april], at-service: 60mo}

    pathways:
      PQiP-15:
        name: Fifteen months
        family: PQiP
        months: 15mo
        employed-as: PSO
        qualifies-as: PO
        fte-per-head: 0.98
        attrition: beta(20 80) over pathway
        withdrawn: {leave: uniform(12% 60%), PSO: rest}
        capacity: {<6mo: 20%, 6mo-12mo: 40%, 12mo+: 60%}
        extension: {share: 5%..15%, months: 3mo}
        waiting: {0mo: 10%, 1mo: {value: 50%, source: "HMPPS"}, 2mo: 20%, 3mo: rest}
        learners: {2023-09: {value: 200, source: "HMPPS"}, 6mo: 280, <3mo: 20 fte}
        awaiting: {2024-11: 30, 2024-12: {value: 12 fte, source: "HMPPS"}}
        cost-per-starter: £1200
        cost-per-learner-month: pert(£400 £450 £500)
      PQiP-21:
        months: 21mo
        employed-as: PSO
        qualifies-as: PO
        attrition: 20 of 100 over pathway
        withdrawn: leave

    intakes:
      autumn:
        name: Autumn
        starts: every 12mo from 2025-09 until 2028-09
        places: 500
        fill: {value: 85%..99%, each: intake}
        into: {PQiP-15: 60%, PQiP-21: 40%}
        late: {0mo: 80%, 2mo: rest}
        from: {PSO: 25%, else: external}
        2026-09: {places: 650, fill: 90%, into: {PQiP-15: rest, PQiP-21: 10%}, late: 1mo, from: {PSO: 5%..20% each intake}}
        2027-09: {places: {value: 600, source: "plan"}}
      spring: {starts: 2025-03, places: normal(400 20) within 300..500, into: PQiP-15}

    recruitment:
      PSO: {number: {2024-10: 60/yr, 2026-04: 30/yr}, in: [may]}
      vacancies: {into: PSO, fill: vacancies, counts: with-learners, after: 6mo, at-most: {2024-09: 80/mo}}
      returners: {name: Back again, into: PO, number: poisson(46/yr), kind: returners, at-service: 60mo}

    factors:
      labour-market:
        name: Labour market
        moves: [grades.PO.leaving.<5y, grades.PSO.leaving]
        weight: 0.6

    published:
      - {metric: PO.leavers-12mo, at: 2025-09, value: 430, source: "HMPPS, 2025", note: "for comparison"}
      - {metric: PO.wastage, at: 2025-09, value: 7.8%}
      - {metric: PO.qualifiers, at: 2025/26, value: {value: 900, assumption: true}}

    """

  public static func read(_ text: String) throws -> ReadScenario {
    try ScenarioText.scenario(text, source: "test.yaml")
  }

  /// The small scenario with the lines of `grades` and whatever else follows replaced.
  public static func with(_ rest: String, start: String = "2024-09") -> String {
    "cadre: 1\nname: Test\nstart: \(start)\nmonths: 60mo\n" + rest
  }
}
