extension PeopleScenario {
  private static func pathway(_ key: String, months: Int, attrition: Double) -> PeoplePathway {
    PeoplePathway(
      key, months: months, employedAs: "PSO", qualifiesAs: "PO", attrition: .constant(.overPathway, attrition),
      withdrawn: .fixed(["leave": 0.5, "PSO": 0.5]))
  }

  /// Late starters, some of them from a grade whose leaving depends on service.
  public static let lateStarters = PeopleScenario(
    "late starters",
    PeopleModel(
      start: september, months: 20,
      grades: [
        PeopleGrade(
          "PSO", opening: .heads(80), service: [.init(0, 12, 0.5), .init(12, nil, 0.5)],
          leaving: PeopleRate(.central) { service, _ in service < 12 ? 0.7 : 0.1 }),
        PeopleGrade("PO", opening: .heads(30), leaving: .constant(.central, 0.1)),
      ],
      pathways: [pathway("P", months: 7, attrition: 0.3)],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(6, from: PeopleMonth.of(2024, 11), until: september + 20),
          places: .fixed(45), fill: .fixed(0.85), into: .all("P"), late: [0.6, 0.25, 0, 0.15], from: ["PSO": 0.4])
      ],
      recruitment: [PeopleRecruitment("PSO", into: "PSO", .number(.monthly(4)))],
      shareBounds: [12],
      cohorts: [PeopleCohort("P", start: PeopleMonth.of(2024, 12))]),
    months: [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 14, 17, 20],
    pairs: [.init("P.starts", 2, "P.starts", 3), .init("PSO.to-training", 2, "P.starts", 2)],
    body: """
      grades:
        PSO: {opening: 80, service: {<12mo: 50%, 12mo+: 50%}, leaving: {<12mo: 70%/yr, 12mo+: 10%/yr}}
        PO: {opening: 30, leaving: 10%/yr}
      pathways:
        P: {months: 7mo, employed-as: PSO, qualifies-as: PO, attrition: 30% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
      intakes:
        i:
          starts: every 6mo from 2024-11
          places: 45
          fill: 85%
          into: P
          late: {0mo: 60%, 1mo: 25%, 3mo: rest}
          from: {PSO: 40%}
      recruitment:
        PSO: {number: 4/mo}
      """)

  /// More starters wanted from a grade than are in it: the places stay empty.
  public static let tooFewStarters = PeopleScenario(
    "too few starters",
    PeopleModel(
      start: september, months: 20,
      grades: [
        PeopleGrade("PSO", opening: .heads(12), leaving: .constant(.central, 0.3)),
        PeopleGrade("PO", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      pathways: [pathway("P", months: 7, attrition: 0.4)],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(5, from: PeopleMonth.of(2024, 10), until: september + 20),
          places: .fixed(24), fill: .fixed(0.9), into: .all("P"), from: ["PSO": 0.6])
      ],
      recruitment: [PeopleRecruitment("PSO", into: "PSO", .number(.monthly(1.5, isPoisson: true)))]),
    months: [1, 2, 5, 6, 7, 8, 11, 12, 13, 16, 18, 20],
    pairs: [.init("P.starts", 6, "PSO.to-training-not-met", 6), .init("P.starts", 1, "P.starts", 6)],
    body: """
      grades:
        PSO: {opening: 12, leaving: 30%/yr}
        PO: {opening: 20, leaving: 10%/yr}
      pathways:
        P: {months: 7mo, employed-as: PSO, qualifies-as: PO, attrition: 40% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
      intakes:
        i: {starts: every 5mo from 2024-10, places: 24, fill: 90%, into: P, from: {PSO: 60%}}
      recruitment:
        PSO: {number: poisson(1.5/mo)}
      """)

  /// A shortfall of starters from two grades, filled from outside.
  public static let startersFromOutside = PeopleScenario(
    "a shortfall filled from outside",
    PeopleModel(
      start: september, months: 18,
      grades: [
        PeopleGrade("PSO", opening: .heads(10), leaving: .constant(.central, 0.3)),
        PeopleGrade("AO", opening: .heads(40), leaving: .constant(.central, 0.2)),
        PeopleGrade("PO", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      pathways: [pathway("P", months: 7, attrition: 0.2)],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(6, from: PeopleMonth.of(2024, 10), until: september + 18),
          places: .fixed(30), into: .all("P"), late: [0.75, 0, 0.25], from: ["PSO": 0.4, "AO": 0.3],
          elseExternal: true)
      ],
      recruitment: [PeopleRecruitment("PSO", into: "PSO", .number(.monthly(1)))]),
    months: [1, 2, 3, 6, 7, 8, 9, 10, 13, 14, 15, 18],
    body: """
      grades:
        PSO: {opening: 10, leaving: 30%/yr}
        AO: {opening: 40, leaving: 20%/yr}
        PO: {opening: 20, leaving: 10%/yr}
      pathways:
        P: {months: 7mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
      intakes:
        i:
          starts: every 6mo from 2024-10
          places: 30
          into: P
          late: {0mo: 75%, 2mo: 25%}
          from: {PSO: 40%, AO: 30%, else: external}
      recruitment:
        PSO: {number: 1/mo}
      """)

  /// Places split in whole places over pathways and a grade; fill and places drawn anew for each intake.
  public static let splits = PeopleScenario(
    "splits of places",
    PeopleModel(
      start: september, months: 18,
      grades: [
        PeopleGrade("PSO", opening: .heads(20), leaving: .constant(.central, 0.2)),
        PeopleGrade("PO", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      pathways: [
        pathway("P", months: 7, attrition: 0.2), pathway("Q", months: 9, attrition: 0.2),
        pathway("R", months: 11, attrition: 0.2),
      ],
      intakes: [
        PeopleIntake(
          "one", starts: PeopleIntake.every(5, from: PeopleMonth.of(2024, 10), until: september + 18),
          places: .fixed(43), differing: [PeopleMonth.of(2025, 3): 38],
          fill: PeopleDraw(.uniform(0.6, 1), each: .intake),
          into: .fixed(["P": 0.55, "Q": 0.25, "R": 0.15, "PSO": 0.05])),
        PeopleIntake(
          "two", starts: PeopleIntake.every(4, from: PeopleMonth.of(2024, 12), until: september + 18),
          places: .fixed(30), into: .dirichlet(["P": 6, "Q": 3, "R": 1], each: .intake)),
      ]),
    months: [1, 3, 6, 7, 8, 11, 12, 14, 15, 16, 18],
    pairs: [
      .init("P.starts", 1, "Q.starts", 1), .init("P.starts", 1, "P.starts", 6), .init("P.starts", 3, "Q.starts", 3),
      .init("P.starts", 3, "P.starts", 7),
    ],
    body: """
      grades:
        PSO: {opening: 20, leaving: 20%/yr}
        PO: {opening: 20, leaving: 10%/yr}
      pathways:
        P: {months: 7mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
        Q: {months: 9mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
        R: {months: 11mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway, withdrawn: {leave: 50%, PSO: 50%}}
      intakes:
        one:
          starts: every 5mo from 2024-10
          places: 43
          fill: {value: uniform(60% 100%), each: intake}
          into: {P: 55%, Q: 25%, R: 15%, PSO: rest}
          2025-03: {places: 38}
        two:
          starts: every 4mo from 2024-12
          places: 30
          into: dirichlet(P 6, Q 3, R 1) each intake
      """)
}
