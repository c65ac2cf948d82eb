extension PeopleScenario {
  /// Vacancies filled after some months, so that most of the need is on order; capped.
  public static let vacancies = PeopleScenario(
    "vacancies",
    PeopleModel(
      start: september, months: 30,
      grades: [
        PeopleGrade(
          "PSO", opening: .fte(60), perHead: .fixed(0.9), leaving: .constant(.central, 0.35),
          target: { _ in 63 })
      ],
      recruitment: [
        PeopleRecruitment("PSO", into: "PSO", .vacancies(withLearners: false, after: 4, atMost: 4))
      ]),
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 18, 24, 30],
    pairs: [
      .init("PSO.leavers", 6, "PSO.joiners", 10), .init("PSO.leavers", 6, "PSO.joiners", 11),
      .init("PSO.heads", 17, "PSO.heads", 18),
    ],
    body: """
      grades:
        PSO: {opening: 60 fte, fte-per-head: 0.9, leaving: 35%/yr, target: 63 fte}
      recruitment:
        PSO: {fill: vacancies, counts: without-learners, after: 4mo, at-most: 4/mo}
      """)

  /// The target that changes counts learners and those who wait; FTE per head is uncertain.
  public static let vacanciesWithLearners = PeopleScenario(
    "vacancies with learners",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade(
          "PSO", opening: .fte(40), perHead: PeopleDraw(.uniform(0.8, 0.95)), leaving: .constant(.central, 0.5),
          target: { $0 < PeopleMonth.of(2025, 6) ? 75 : 90 }),
        PeopleGrade("PO", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 6, employedAs: "PSO", qualifiesAs: "PO", perHead: .fixed(1),
          attrition: .constant(.overPathway, 0.2), withdrawn: .all("PSO"), waiting: [0, 0, 1],
          learners: [PeopleMonth.of(2024, 6): 25])
      ],
      intakes: [
        PeopleIntake(
          "i", starts: [PeopleMonth.of(2025, 4), PeopleMonth.of(2026, 4)], places: .fixed(30), fill: .fixed(0.9),
          into: .all("P"), from: ["PSO": 0.3])
      ],
      recruitment: [PeopleRecruitment("PSO", into: "PSO", .vacancies(withLearners: true, after: 1, atMost: nil))]),
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 20, 24],
    pairs: [.init("PSO.heads", 0, "PSO.joiners", 2), .init("PSO.heads", 12, "PSO.heads", 18)],
    body: """
      grades:
        PSO: {opening: 40 fte, fte-per-head: uniform(0.8 0.95), leaving: 50%/yr, target: {2024-09: 75 fte, 2025-06: 90 fte}}
        PO: {opening: 20, leaving: 10%/yr}
      pathways:
        P:
          months: 6mo
          employed-as: PSO
          qualifies-as: PO
          fte-per-head: 1
          attrition: 20% over pathway
          withdrawn: PSO
          waiting: {2mo: 100%}
          learners: {2024-06: 25}
      intakes:
        i: {starts: every 12mo from 2025-04, places: 30, fill: 90%, into: P, from: {PSO: 30%}}
      recruitment:
        PSO: {fill: vacancies, counts: with-learners, after: 1mo}
      """)
}
