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

    grades:
      PO:
        name: Probation officer
        opening: {value: 5436 fte, source: "HMI Probation, 2025", reviewed: 2025-03, valid-until: 2026-03, owner: MA}
        fte-per-head: {value: pert(0.92 0.94 0.97), assumption: true, note: "no part-time share is published: assumed"}
        service: {<5y: 36%, 5y-10y: {value: 29%, source: "HMPPS"}, 10y+: {share: 35%, to: 30y, note: as published}}
        leaving:
          rate: {<5y: {value: 7%..8.2%/yr, source: "HMPPS"}, 5y+: {2024-01: 7.9%/yr, 2026-04: 7%/yr}, independent: true}
          multiplier: ×1.1
        target: {2022-09: 6160 fte, 2024-09: {value: 7115 fte by 2026-03, source: "plan"}}
        capacity: {<9mo: 80%, 9mo+: 100%}
      PSO:
        opening: 3945 fte
        leaving: {value: 13.4%..15.8%/yr, assumption: true}
      SPO: {opening: 1100, leaving: 4.3%/yr}

    moves:
      promotion: {from: PO, to: SPO, rate: pert(2% 4% 7%)/yr, at-service: 3mo}

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
        learners: {2023-09: {value: 200, source: "HMPPS"}, 6mo: 280, <3mo: 20 fte}
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
        fill: 85%..99%
        into: {PQiP-15: 60%, PQiP-21: 40%}
        2026-09: {places: 650, fill: 90%, into: {PQiP-15: rest, PQiP-21: 10%}}
        2027-09: {places: {value: 600, source: "plan"}}
      spring: {starts: 2025-03, places: normal(400 20) within 300..500, into: PQiP-15}

    recruitment:
      PSO: {number: {2024-10: 60/mo, 2026-04: 30/mo}}
      returners: {name: Back again, into: PO, number: poisson(46/yr), kind: returners, at-service: 60mo}

    factors:
      labour-market:
        name: Labour market
        moves: [grades.PO.leaving.<5y, grades.PSO.leaving]
        weight: 0.6

    """

  public static func read(_ text: String) throws -> ReadScenario {
    try ScenarioText.scenario(text, source: "test.yaml")
  }

  /// The small scenario with the lines of `grades` and whatever else follows replaced.
  public static func with(_ rest: String, start: String = "2024-09") -> String {
    "cadre: 1\nname: Test\nstart: \(start)\nmonths: 60mo\n" + rest
  }
}
