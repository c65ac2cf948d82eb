extension PeopleScenario {
  /// A whole service in small: everything that a national scenario has.
  public static let service = PeopleScenario(
    "a service",
    PeopleModel(
      start: september, months: 36,
      grades: [
        PeopleGrade(
          "PO", opening: .fte(110), perHead: PeopleDraw(.uniform(0.88, 0.98)),
          service: [.init(0, 60, 0.36), .init(60, 120, 0.29), .init(120, nil, 0.35)],
          leaving: PeopleRate(
            .central, multiplier: PeopleDraw(.lognormal(median: 1, sdlog: 0.2)), yearlyVariation: 0.25,
            persistence: 0.7, level: { service, _ in service < 60 ? 0.16 : 0.12 }),
          byOrigin: ["P": 1.5]),
        PeopleGrade(
          "PSO", opening: .fte(80), perHead: .fixed(0.95), leaving: .constant(.central, 0.25), target: { _ in 85 }),
        PeopleGrade("SPO", opening: .heads(20), leaving: .constant(.central, 0.08)),
      ],
      moves: [
        PeopleMove(
          "promotion", from: "PO", to: "SPO",
          .rate(.constant(.central, 1, multiplier: PeopleDraw(.uniform(0.02, 0.08)), yearlyVariation: 0.3))),
        PeopleMove("back", from: "SPO", to: "PO", .number(.yearly(3, isPoisson: true)), atService: 60),
        PeopleMove("transfer", from: "PSO", to: "PO", .number(.yearly(7, in: [4, 10])), atService: 12),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 12, employedAs: "PSO", qualifiesAs: "PO",
          attrition: .constant(.overPathway, 1, multiplier: PeopleDraw(.beta(8, 24), each: .intake)),
          withdrawn: PeopleSplit(["leave": PeopleDraw(.uniform(0.3, 0.8))], rest: "PSO"),
          extended: .init(share: 0.2, months: 3), waiting: [0.2, 0.4, 0.25, 0.15],
          learners: [PeopleMonth.of(2024, 3): 25, PeopleMonth.of(2024, 9): 30],
          awaiting: [PeopleMonth.of(2024, 10): 6, PeopleMonth.of(2024, 11): 4]),
        PeoplePathway(
          "Q", months: 18, employedAs: "PSO", qualifiesAs: "PO",
          attrition: PeopleRate(.monthly) { done, _ in done < 6 ? 0.03 : 0.01 }, withdrawn: .all("leave"),
          learners: [PeopleMonth.of(2023, 9): 12]),
      ],
      intakes: [
        PeopleIntake(
          "autumn", starts: PeopleIntake.every(6, from: PeopleMonth.of(2025, 3), until: september + 36),
          places: .fixed(35), differing: [PeopleMonth.of(2025, 9): 47],
          fill: PeopleDraw(.uniform(0.8, 1), each: .intake), into: .fixed(["P": 0.7, "Q": 0.3]),
          late: [0.8, 0.15, 0.05], from: ["PSO": 0.25], elseExternal: true)
      ],
      recruitment: [
        PeopleRecruitment("PSO", into: "PSO", .vacancies(withLearners: false, after: 3, atMost: 5)),
        PeopleRecruitment("returners", into: "PO", .number(.yearly(8, isPoisson: true)), atService: 60),
        PeopleRecruitment("temporary", into: "PSO", .number(.yearly(6, in: [9]))),
      ],
      shareBounds: [24],
      cohorts: [PeopleCohort("P", start: PeopleMonth.of(2025, 3))]),
    months: [1, 2, 3, 6, 7, 8, 12, 13, 18, 24, 30, 36],
    pairs: [.init("PO.heads", 12, "PO.heads", 24), .init("PSO.heads", 12, "PO.heads", 30)],
    body: """
      grades:
        PO:
          opening: 110 fte
          fte-per-head: uniform(0.88 0.98)
          service: {<5y: 36%, 5y-10y: 29%, 10y+: 35%}
          divided-by: origin
          leaving:
            rate: {<5y: 16%/yr, 5y+: 12%/yr}
            multiplier: ×lognormal(1 0.2)
            by-origin: {P: ×1.5}
            yearly-variation: 25%
            persistence: 0.7
        PSO: {opening: 80 fte, fte-per-head: 0.95, leaving: 25%/yr, target: 85 fte}
        SPO: {opening: 20, leaving: 8%/yr}
      moves:
        promotion: {from: PO, to: SPO, rate: uniform(2% 8%)/yr, yearly-variation: 30%}
        back: {from: SPO, to: PO, number: poisson(3/yr), at-service: 60mo}
        transfer: {from: PSO, to: PO, number: 7/yr, in: [april, october], at-service: 12mo}
      pathways:
        P:
          months: 12mo
          employed-as: PSO
          qualifies-as: PO
          attrition: beta(8 24) over pathway each intake
          withdrawn: {leave: uniform(30% 80%), PSO: rest}
          extension: {share: 20%, months: 3mo}
          waiting: {0mo: 20%, 1mo: 40%, 2mo: 25%, 3mo: rest}
          learners: {2024-03: 25, 2024-09: 30}
          awaiting: {2024-10: 6, 2024-11: 4}
        Q:
          months: 18mo
          employed-as: PSO
          qualifies-as: PO
          attrition: {<6mo: 3%/mo, 6mo+: 1%/mo}
          withdrawn: leave
          learners: {2023-09: 12}
      intakes:
        autumn:
          starts: every 6mo from 2025-03
          places: 35
          fill: {value: uniform(80% 100%), each: intake}
          into: {P: 70%, Q: 30%}
          late: {0mo: 80%, 1mo: 15%, 2mo: rest}
          from: {PSO: 25%, else: external}
          2025-09: {places: 47}
      recruitment:
        PSO: {fill: vacancies, counts: without-learners, after: 3mo, at-most: 5/mo}
        returners: {into: PO, number: poisson(8/yr), kind: returners, at-service: 60mo}
        temporary: {into: PSO, number: 6/yr, in: [september]}
      """)

  /// Training from the ranks until they run dry: what is capped, ordered and awaited bears on everything else.
  public static let trainingService = PeopleScenario(
    "training from the ranks",
    PeopleModel(
      start: september, months: 30, yearBegins: 1,
      grades: [
        PeopleGrade(
          "AO", opening: .heads(45), service: [.init(0, 12, 0.4), .init(12, 36, 0.6)],
          leaving: PeopleRate(.central) { service, date in
            service < 12 ? 0.5 : date < PeopleMonth.of(2025, 9) ? 0.1 : 0.3
          }),
        PeopleGrade(
          "PO", opening: .heads(30), perHead: .fixed(0.9),
          leaving: .constant(.central, 0.3, yearlyVariation: 0.4, persistence: 0.5, namedMonths: [3, 7, 12]),
          target: { $0 < PeopleMonth.of(2026, 1) ? 60 : 50 }),
      ],
      moves: [PeopleMove("down", from: "PO", to: "AO", .number(.monthly(0.75)), atService: 24)],
      pathways: [
        PeoplePathway(
          "P", months: 5, employedAs: "PO", qualifiesAs: "PO",
          attrition: PeopleRate(.monthly, multiplier: PeopleDraw(.uniform(0.5, 2), each: .year)) { done, _ in
            done < 3 ? 0.02 : 0.06
          }, withdrawn: .fixed(["AO": 0.6, "PO": 0.1, "leave": 0.3]), extended: .init(share: 0.3, months: 2),
          waiting: [0, 0.5, 0.5], learners: [PeopleMonth.of(2024, 6): 10], awaiting: [PeopleMonth.of(2024, 11): 5])
      ],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(4, from: PeopleMonth.of(2024, 12), until: september + 30),
          places: .fixed(21), fill: PeopleDraw(.beta(18, 2)), into: .all("P"), late: [0.7, 0.3], from: ["AO": 0.9])
      ],
      recruitment: [
        PeopleRecruitment("AO", into: "AO", .number(.yearly(22))),
        PeopleRecruitment("PO", into: "PO", .vacancies(withLearners: true, after: 2, atMost: 3)),
      ],
      shareBounds: [12],
      cohorts: [PeopleCohort("P", start: PeopleMonth.of(2025, 1))]),
    months: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 16, 20, 24, 30],
    pairs: [.init("AO.heads", 6, "AO.heads", 12), .init("PO.heads", 15, "PO.heads", 27)],
    body: """
      year-begins: january
      grades:
        AO:
          opening: 45
          service: {<12mo: 40%, 12mo+: {share: 60%, to: 36mo}}
          leaving: {<12mo: 50%/yr, 12mo+: {2024-09: 10%/yr, 2025-09: 30%/yr}}
        PO:
          opening: 30
          fte-per-head: 0.9
          leaving: {rate: 30%/yr, yearly-variation: 40%, persistence: 0.5, in: [march, july, december]}
          target: {2024-09: 60 fte, 2026-01: 50 fte}
      moves:
        down: {from: PO, to: AO, number: 0.75/mo, at-service: 24mo}
      pathways:
        P:
          months: 5mo
          employed-as: PO
          qualifies-as: PO
          attrition: {<3mo: uniform(1% 4%)/mo each year, 3mo+: uniform(3% 12%)/mo each year}
          withdrawn: {AO: 60%, PO: 10%, leave: 30%}
          extension: {share: 30%, months: 2mo}
          waiting: {1mo: 50%, 2mo: 50%}
          learners: {2024-06: 10}
          awaiting: {2024-11: 5}
      intakes:
        i:
          starts: every 4mo from 2024-12
          places: 21
          fill: beta(18 2)
          into: P
          late: {0mo: 70%, 1mo: 30%}
          from: {AO: 90%}
      recruitment:
        AO: {number: 22/yr}
        PO: {fill: vacancies, counts: with-learners, after: 2mo, at-most: 3/mo}
      """)

  /// Exits that are nearly certain, on pathways of a month or two.
  public static let largeHazards = PeopleScenario(
    "large hazards",
    PeopleModel(
      start: september, months: 14,
      grades: [
        PeopleGrade(
          "A", opening: .heads(200), service: [.init(0, 6, 0.5), .init(6, nil, 0.5)],
          leaving: PeopleRate(.monthly) { service, _ in service < 6 ? 0.5 : 0.05 }),
        PeopleGrade("B", opening: .heads(0), leaving: .constant(.chance, 0.9)),
        PeopleGrade("C", opening: .heads(0), leaving: .none),
      ],
      moves: [
        PeopleMove("one", from: "A", to: "B", .rate(.constant(.monthly, 0.3))),
        PeopleMove("two", from: "A", to: "C", .rate(.constant(.central, 6)), atService: 3),
        PeopleMove("three", from: "C", to: "A", .number(.monthly(2, isPoisson: true))),
      ],
      pathways: [
        PeoplePathway("P", months: 1, employedAs: "A", qualifiesAs: "C", attrition: .constant(.overPathway, 0.6)),
        PeoplePathway(
          "Q", months: 2, employedAs: "A", qualifiesAs: "B", attrition: .constant(.overPathway, 0.6),
          withdrawn: .fixed(["A": 0.5, "leave": 0.5]), extended: .init(share: 0.5, months: 1), waiting: [0.5, 0.5]),
      ],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(1, from: PeopleMonth.of(2024, 10), until: september + 14),
          places: .fixed(9), fill: .fixed(0.5), into: .fixed(["P": 0.5, "Q": 0.5]))
      ],
      recruitment: [PeopleRecruitment("A", into: "A", .number(.monthly(6.5)))]),
    months: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14],
    pairs: [.init("A.leavers", 1, "B.moves-in", 1), .init("B.moves-in", 2, "C.moves-in", 2)],
    body: """
      grades:
        A: {opening: 200, service: {<6mo: 50%, 6mo+: 50%}, leaving: {<6mo: 50%/mo, 6mo+: 5%/mo}}
        B: {opening: 0, leaving: 90% chance/yr}
        C: {opening: 0, leaving: 0%/yr}
      moves:
        one: {from: A, to: B, rate: 30%/mo}
        two: {from: A, to: C, rate: 600%/yr, at-service: 3mo}
        three: {from: C, to: A, number: poisson(2/mo)}
      pathways:
        P: {months: 1mo, employed-as: A, qualifies-as: C, attrition: 60% over pathway, withdrawn: leave}
        Q:
          months: 2mo
          employed-as: A
          qualifies-as: B
          attrition: 60% over pathway
          withdrawn: {A: 50%, leave: 50%}
          extension: {share: 50%, months: 1mo}
          waiting: {0mo: 50%, 1mo: 50%}
      intakes:
        i: {starts: every 1mo from 2024-10, places: 9, fill: 50%, into: {P: 50%, Q: 50%}}
      recruitment:
        A: {number: 6.5/mo}
      """)
}
