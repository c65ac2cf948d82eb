extension Samples {
  /// A small service in which every rule of the model is at work.
  public static let wholeModel = """
    cadre: 1
    name: Whole model
    start: 2024-09
    months: 60mo
    replicates: 500
    seed: 77
    year-begins: april
    costs: {prices: "2024/25", on-costs: uniform(25% 35%), uplift: {2024-09: ×1, 2026-04: ×1.03}}
    grades:
      PO:
        opening: 300
        fte-per-head: pert(0.92 0.94 0.97)
        service: {<5y: 40%, 5y+: 60%}
        leaving:
          rate: {<5y: 9%/yr, 5y+: lognormal(6% 0.15)/yr}
          by-origin: {P15: ×1.2}
          yearly-variation: 15%
          persistence: 0.6
        divided-by: origin
        target: {2024-09: 320 fte, 2027-04: 360 fte}
        capacity: {<9mo: 80%, 9mo+: 100%}
        pay: {2024-09: £38565, 2025-04: £40000}
      PSO:
        opening: 200
        leaving: {rate: 11%..19%/yr, in: [march, september]}
        pay: £29000
        target: 210 fte
      SPO: {opening: 50, leaving: uniform(3% 7%)/yr each year, pay: pert(£44000 £46000 £50000), on-costs: 31%}
    moves:
      promotion: {from: PO, to: SPO, rate: pert(1% 3% 6%)/yr, yearly-variation: 20%}
      transfer: {from: PO, to: PSO, number: 6/yr, in: [april, october], at-service: 12mo}
      back: {from: SPO, to: PO, number: poisson(uniform(2 6)/yr) each year, at-service: 60mo}
    pathways:
      P15:
        family: family
        months: 15mo
        employed-as: PSO
        qualifies-as: PO
        fte-per-head: 0.98
        attrition: beta(18 82) over pathway each intake
        withdrawn: {leave: uniform(12% 60%) each intake, PSO: rest}
        capacity: {<6mo: 20%, 6mo-12mo: 40%, 12mo+: 60%}
        extension: {share: beta(10 90), months: 3mo}
        waiting: dirichlet(0mo 20, 1mo 40, 2mo 25, 3mo 15)
        learners: {2024-03: 20, 2024-09: 30}
        awaiting: {2024-10: 5, 2024-12: 4}
        cost-per-starter: £1200
        cost-per-learner-month: £450
      P27:
        family: family
        months: 27mo
        employed-as: PSO
        qualifies-as: PO
        attrition: {<6mo: 2%/mo, 6mo+: uniform(0.2% 0.8%)/mo}
        withdrawn: leave
        waiting: {1mo: 50%, 2mo: rest}
    intakes:
      autumn:
        starts: every 6mo from 2025-03
        places: 50
        fill: 85%..99% each intake
        into: dirichlet(P15 60, P27 40) each intake
        late: {0mo: 80%, 1mo: 15%, 2mo: rest}
        from: {PSO: uniform(15% 35%), else: external}
        2026-09: {places: 60, from: {PSO: 10%, SPO: 5%}}
    recruitment:
      PSO: {fill: vacancies, counts: with-learners, after: 3mo, at-most: uniform(6 12)/mo}
      returners: {into: PO, number: poisson(5/yr), kind: returners}
    factors:
      years:
        moves: [grades.PO.leaving.yearly-variation, moves.promotion.yearly-variation]
        weight: 0.7

    """
}
