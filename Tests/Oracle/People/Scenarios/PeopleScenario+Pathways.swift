extension PeopleScenario {
  private static let quiet = PeopleRate.constant(.central, 0.12)

  /// Attrition by phase; the withdrawn who go back to a grade.
  public static let phases = PeopleScenario(
    "attrition by phase",
    PeopleModel(
      start: september, months: 26,
      grades: [
        PeopleGrade("PSO", opening: .heads(40), leaving: .constant(.central, 0.3)),
        PeopleGrade("PO", opening: .heads(60), leaving: quiet),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 10, employedAs: "PSO", qualifiesAs: "PO",
          attrition: PeopleRate(.monthly) { done, _ in done < 6 ? 0.06 : 0.01 },
          withdrawn: .fixed(["leave": 0.6, "PSO": 0.4]),
          learners: [PeopleMonth.of(2024, 9): 15, PeopleMonth.of(2024, 3): 18, PeopleMonth.of(2023, 12): 12])
      ],
      intakes: [
        PeopleIntake(
          "half-yearly", starts: PeopleIntake.every(6, from: PeopleMonth.of(2024, 11), until: september + 26),
          places: .fixed(40), fill: .fixed(0.9), into: .all("P"))
      ],
      cohorts: [
        PeopleCohort("P", start: PeopleMonth.of(2024, 11)), PeopleCohort("P", start: PeopleMonth.of(2024, 3)),
      ]),
    months: [1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 18, 20, 26],
    pairs: [.init("P.learners", 6, "P.learners", 11), .init("P.left", 5, "P.finished", 12)],
    body: """
      grades:
        PSO: {opening: 40, leaving: 30%/yr}
        PO: {opening: 60, leaving: 12%/yr}
      pathways:
        P:
          months: 10mo
          employed-as: PSO
          qualifies-as: PO
          attrition: {<6mo: 6%/mo, 6mo+: 1%/mo}
          withdrawn: {leave: 60%, PSO: rest}
          learners: {2024-09: 15, 2024-03: 18, 2023-12: 12}
      intakes:
        half-yearly: {starts: every 6mo from 2024-11, places: 40, fill: 90%, into: P}
      """)

  /// Extension, exposed to the hazard of the last month.
  public static let longerProgrammes = PeopleScenario(
    "extension",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade("PSO", opening: .heads(30), leaving: quiet),
        PeopleGrade("PO", opening: .heads(60), leaving: quiet),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 8, employedAs: "PSO", qualifiesAs: "PO",
          attrition: PeopleRate(.monthly) { done, _ in done < 5 ? 0.01 : 0.08 }, withdrawn: .all("leave"),
          extended: .init(share: 0.4, months: 3),
          learners: [PeopleMonth.of(2024, 2): 20, PeopleMonth.of(2024, 7): 20]),
        PeoplePathway(
          "Q", months: 6, employedAs: "PSO", qualifiesAs: "PO", attrition: .constant(.overPathway, 0.4),
          withdrawn: .all("PSO"), extended: .init(share: 0.25, months: 5)),
      ],
      intakes: [
        PeopleIntake(
          "yearly", starts: [PeopleMonth.of(2024, 10), PeopleMonth.of(2025, 10)], places: .fixed(60),
          into: .fixed(["P": 0.5, "Q": 0.5]))
      ],
      cohorts: [PeopleCohort("Q", start: PeopleMonth.of(2024, 10))]),
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 15, 18, 20, 21, 24],
    body: """
      grades:
        PSO: {opening: 30, leaving: 12%/yr}
        PO: {opening: 60, leaving: 12%/yr}
      pathways:
        P:
          months: 8mo
          employed-as: PSO
          qualifies-as: PO
          attrition: {<5mo: 1%/mo, 5mo+: 8%/mo}
          withdrawn: leave
          extension: {share: 40%, months: 3mo}
          learners: {2024-02: 20, 2024-07: 20}
        Q:
          months: 6mo
          employed-as: PSO
          qualifies-as: PO
          attrition: 40% over pathway
          withdrawn: PSO
          extension: {share: 25%, months: 5mo}
      intakes:
        yearly: {starts: every 12mo from 2024-10, places: 60, into: {P: 50%, Q: 50%}}
      """)

  /// Waiting between finishing and appointment, exposed to the leaving of the grade that employs; some wait already.
  public static let waiting = PeopleScenario(
    "waiting",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade(
          "PSO", opening: .heads(30), service: [.init(0, nil, 1)],
          leaving: PeopleRate(.central) { service, _ in service < 8 ? 0.05 : service < 10 ? 0.6 : 1.8 }),
        PeopleGrade("PO", opening: .heads(40), leaving: quiet),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 8, employedAs: "PSO", qualifiesAs: "PO", attrition: .constant(.overPathway, 0.2),
          waiting: [0.2, 0.4, 0, 0.4], learners: [PeopleMonth.of(2024, 2): 30, PeopleMonth.of(2024, 7): 20],
          awaiting: [september + 1: 15, september + 2: 12, september + 3: 10])
      ],
      intakes: [
        PeopleIntake(
          "yearly", starts: [PeopleMonth.of(2024, 10), PeopleMonth.of(2025, 10)], places: .fixed(60), into: .all("P"))
      ],
      cohorts: [PeopleCohort("P", start: PeopleMonth.of(2024, 10))]),
    months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 18, 21, 22, 23, 24],
    pairs: [.init("P.awaiting", 9, "P.awaiting", 10), .init("P.qualifiers", 9, "P.qualifiers", 12)],
    body: """
      grades:
        PSO:
          opening: 30
          service: {<8mo: 0%, 8mo-10mo: 0%, 10mo+: 100%}
          leaving: {<8mo: 5%/yr, 8mo-10mo: 60%/yr, 10mo+: 180%/yr}
        PO: {opening: 40, leaving: 12%/yr}
      pathways:
        P:
          months: 8mo
          employed-as: PSO
          qualifies-as: PO
          attrition: 20% over pathway
          withdrawn: leave
          waiting: {0mo: 20%, 1mo: 40%, 3mo: rest}
          learners: {2024-02: 30, 2024-07: 20}
          awaiting: {2024-10: 15, 2024-11: 12, 2024-12: 10}
      intakes:
        yearly: {starts: every 12mo from 2024-10, places: 60, into: P}
      """)

  /// Extension, then waiting; attrition that changes in time; leaving of those who wait in named months.
  public static let waitingAfterExtension = PeopleScenario(
    "extension and waiting",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade("PSO", opening: .heads(50), leaving: .constant(.central, 0.9, namedMonths: [5, 8])),
        PeopleGrade("PO", opening: .heads(30), leaving: quiet),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 6, employedAs: "PSO", qualifiesAs: "PO",
          attrition: PeopleRate(.monthly) { _, date in date < PeopleMonth.of(2025, 3) ? 0.02 : 0.09 },
          withdrawn: .fixed(["leave": 0.25, "PSO": 0.75]), extended: .init(share: 0.5, months: 2),
          waiting: [0, 0.3, 0.7], learners: [PeopleMonth.of(2024, 5): 30])
      ],
      intakes: [
        PeopleIntake(
          "four", starts: PeopleIntake.every(4, from: PeopleMonth.of(2024, 11), until: september + 24),
          places: .fixed(30), fill: .fixed(0.8), into: .all("P"))
      ],
      cohorts: [PeopleCohort("P", start: PeopleMonth.of(2025, 3))]),
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20, 24],
    body: """
      grades:
        PSO: {opening: 50, leaving: {rate: 90%/yr, in: [may, august]}}
        PO: {opening: 30, leaving: 12%/yr}
      pathways:
        P:
          months: 6mo
          employed-as: PSO
          qualifies-as: PO
          attrition: {2024-09: 2%/mo, 2025-03: 9%/mo}
          withdrawn: {leave: 25%, PSO: 75%}
          extension: {share: 50%, months: 2mo}
          waiting: {1mo: 30%, 2mo: rest}
          learners: {2024-05: 30}
      intakes:
        four: {starts: every 4mo from 2024-11, places: 30, fill: 80%, into: P}
      """)
}
