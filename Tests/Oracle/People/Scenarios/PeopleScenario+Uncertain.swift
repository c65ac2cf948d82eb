extension PeopleScenario {
  /// Rates that vary from year to year, with and without persistence; years from July.
  public static let yearlyVariation = PeopleScenario(
    "yearly variation",
    PeopleModel(
      start: september, months: 46, yearBegins: 7,
      grades: [
        PeopleGrade(
          "A", opening: .heads(400), leaving: .constant(.central, 0.3, yearlyVariation: 0.4, persistence: 0.8)),
        PeopleGrade("B", opening: .heads(200), leaving: .constant(.central, 0.1)),
      ],
      moves: [PeopleMove("m", from: "B", to: "A", .rate(.constant(.central, 0.3, yearlyVariation: 0.5)))]),
    months: [1, 9, 10, 11, 21, 22, 23, 34, 46],
    pairs: [
      .init("A.leavers", 9, "A.leavers", 10), .init("A.leavers", 10, "A.leavers", 22),
      .init("B.moves-out", 10, "B.moves-out", 22), .init("A.heads", 10, "A.heads", 22),
      .init("B.moves-out", 9, "B.moves-out", 10), .init("A.leavers", 8, "A.leavers", 9),
    ],
    body: """
      year-begins: july
      grades:
        A: {opening: 400, leaving: {rate: 30%/yr, yearly-variation: 40%, persistence: 0.8}}
        B: {opening: 200, leaving: 10%/yr}
      moves:
        m: {from: B, to: A, rate: 30%/yr, yearly-variation: 50%}
      """)

  /// Numbers drawn once for each replicate.
  public static let uncertainNumbers = PeopleScenario(
    "uncertain numbers",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade(
          "PSO", opening: .fte(70), perHead: PeopleDraw(.uniform(0.7, 1)),
          leaving: .constant(.central, 1, multiplier: PeopleDraw(.lognormal(median: 0.25, sdlog: 0.4)))),
        PeopleGrade(
          "PO", opening: .heads(60),
          leaving: PeopleRate(
            .central, multiplier: PeopleDraw(.uniform(0.5, 2)), level: { service, _ in service < 12 ? 0.4 : 0.1 })),
      ],
      moves: [
        PeopleMove(
          "m", from: "PSO", to: "PO", .rate(.constant(.monthly, 1, multiplier: PeopleDraw(.beta(2, 80)))))
      ],
      pathways: [
        PeoplePathway(
          "P", months: 8, employedAs: "PSO", qualifiesAs: "PO",
          attrition: .constant(.overPathway, 1, multiplier: PeopleDraw(.beta(4, 8))),
          withdrawn: PeopleSplit(["leave": PeopleDraw(.uniform(0.1, 0.9))], rest: "PSO"),
          learners: [PeopleMonth.of(2024, 5): 50])
      ],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(6, from: PeopleMonth.of(2024, 11), until: september + 24),
          places: PeopleDraw(.uniform(25, 45)), into: .all("P"))
      ],
      recruitment: [
        PeopleRecruitment(
          "PO", into: "PO", .number(.yearly(1, multiplier: PeopleDraw(.uniform(10, 40)))))
      ]),
    months: [1, 2, 3, 4, 8, 10, 11, 12, 18, 24],
    pairs: [
      .init("P.starts", 2, "P.starts", 8), .init("P.left", 3, "P.reverted", 3), .init("PSO.heads", 0, "PSO.heads", 12),
      .init("PO.joiners", 3, "PO.joiners", 12), .init("P.learners", 3, "P.learners", 9),
    ],
    body: """
      grades:
        PSO: {opening: 70 fte, fte-per-head: uniform(0.7 1), leaving: lognormal(25% 0.4)/yr}
        PO:
          opening: 60
          service: {<12mo: 0%, 12mo+: 100%}
          leaving: {rate: {<12mo: 40%/yr, 12mo+: 10%/yr}, multiplier: ×uniform(0.5 2)}
      moves:
        m: {from: PSO, to: PO, rate: beta(2 80)/mo}
      pathways:
        P:
          months: 8mo
          employed-as: PSO
          qualifies-as: PO
          attrition: beta(4 8) over pathway
          withdrawn: {leave: uniform(10% 90%), PSO: rest}
          learners: {2024-05: 50}
      intakes:
        i: {starts: every 6mo from 2024-11, places: uniform(25 45), into: P}
      recruitment:
        PO: {number: uniform(10 40)/yr}
      """)

  /// Numbers drawn anew for each intake and each year.
  public static let drawnAnew = PeopleScenario(
    "drawn anew",
    PeopleModel(
      start: september, months: 26,
      grades: [
        PeopleGrade(
          "PSO", opening: .heads(150),
          leaving: .constant(.central, 1, multiplier: PeopleDraw(.uniform(0.1, 0.9), each: .year))),
        PeopleGrade("PO", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 8, employedAs: "PSO", qualifiesAs: "PO",
          attrition: .constant(.overPathway, 1, multiplier: PeopleDraw(.uniform(0.1, 0.7), each: .intake)),
          withdrawn: PeopleSplit(["leave": PeopleDraw(.uniform(0, 1), each: .intake)], rest: "PSO"),
          learners: [PeopleMonth.of(2024, 5): 40, PeopleMonth.of(2024, 7): 40]),
        PeoplePathway(
          "Q", months: 8, employedAs: "PSO", qualifiesAs: "PO",
          attrition: .constant(.overPathway, 1, multiplier: PeopleDraw(.uniform(0.1, 0.7), each: .year))),
      ],
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(3, from: PeopleMonth.of(2024, 11), until: september + 26),
          places: PeopleDraw(.sampled(places), each: .intake), fill: PeopleDraw(.beta(16, 4), each: .intake),
          into: .fixed(["P": 0.5, "Q": 0.5]))
      ]),
    months: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 13, 18, 19, 26],
    pairs: [
      .init("PSO.leavers", 6, "PSO.leavers", 7), .init("PSO.leavers", 5, "PSO.leavers", 6),
      .init("P.starts", 2, "P.starts", 5), .init("P.starts", 2, "Q.starts", 2), .init("P.learners", 1, "P.learners", 3),
      .init("Q.left", 6, "Q.left", 7), .init("Q.left", 5, "Q.left", 6), .init("P.finished", 4, "P.finished", 6),
      .init("P.left", 1, "P.left", 3), .init("P.left", 1, "P.reverted", 1),
    ],
    body: """
      grades:
        PSO: {opening: 150, leaving: uniform(10% 90%)/yr each year}
        PO: {opening: 20, leaving: 10%/yr}
      pathways:
        P:
          months: 8mo
          employed-as: PSO
          qualifies-as: PO
          attrition: uniform(10% 70%) over pathway each intake
          withdrawn: {leave: uniform(0% 100%) each intake, PSO: rest}
          learners: {2024-05: 40, 2024-07: 40}
        Q:
          months: 8mo
          employed-as: PSO
          qualifies-as: PO
          attrition: {value: uniform(10% 70%) over pathway, each: year}
          withdrawn: leave
      intakes:
        i:
          starts: every 3mo from 2024-11
          places: normal(40 6) within 25..55 each intake
          fill: {value: beta(16 4), each: intake}
          into: {P: 50%, Q: 50%}
      """)

  /// Normal with mean 40 and standard deviation 6, cut off at 25 and 55.
  private static let places: @Sendable (inout PeopleDice) -> Double = { dice in
    while true {
      let value = 40 + 6 * dice.normal()
      if (25...55).contains(value) { return value }
    }
  }

  /// Leaving by the pathway that one qualified from.
  public static let origins = PeopleScenario(
    "origins",
    PeopleModel(
      start: september, months: 30,
      grades: [
        PeopleGrade("PSO", opening: .heads(20), leaving: .constant(.central, 0.2)),
        PeopleGrade(
          "PO", opening: .heads(50), leaving: .constant(.central, 0.4), byOrigin: ["P": 2, "Q": 0.25]),
        PeopleGrade("SPO", opening: .heads(10), leaving: .constant(.central, 0.1)),
      ],
      moves: [
        PeopleMove("up", from: "PO", to: "SPO", .rate(.constant(.central, 0.1))),
        PeopleMove("down", from: "SPO", to: "PO", .number(.monthly(0.25)), atService: 60),
      ],
      pathways: ["P", "Q", "R"].map { pathway($0) },
      intakes: [
        PeopleIntake(
          "i", starts: PeopleIntake.every(6, from: PeopleMonth.of(2024, 10), until: september + 30),
          places: .fixed(60), into: .fixed(["P": 0.4, "Q": 0.4, "R": 0.2]))
      ],
      recruitment: [PeopleRecruitment("back", into: "PO", .number(.monthly(0.5)), atService: 60)],
      cohorts: ["P", "Q"].map { PeopleCohort($0, start: PeopleMonth.of(2024, 10)) }),
    months: [1, 4, 6, 7, 8, 9, 12, 13, 18, 24, 30],
    pairs: [.init("PO.heads", 12, "PO.heads", 24), .init("PO.qualifiers", 6, "PO.leavers", 9)],
    body: """
      grades:
        PSO: {opening: 20, leaving: 20%/yr}
        PO:
          opening: 50
          divided-by: origin
          leaving: {rate: 40%/yr, by-origin: {P: ×2, Q: ×0.25}}
        SPO: {opening: 10, leaving: 10%/yr}
      moves:
        up: {from: PO, to: SPO, rate: 10%/yr}
        down: {from: SPO, to: PO, number: 0.25/mo, at-service: 60mo}
      pathways:
        P: {months: 3mo, employed-as: PSO, qualifies-as: PO, attrition: 5% over pathway, withdrawn: leave, learners: {2024-08: 30}}
        Q: {months: 3mo, employed-as: PSO, qualifies-as: PO, attrition: 5% over pathway, withdrawn: leave, learners: {2024-08: 30}}
        R: {months: 3mo, employed-as: PSO, qualifies-as: PO, attrition: 5% over pathway, withdrawn: leave, learners: {2024-08: 30}}
      intakes:
        i: {starts: every 6mo from 2024-10, places: 60, into: {P: 40%, Q: 40%, R: 20%}}
      recruitment:
        back: {into: PO, number: 0.5/mo, kind: returners, at-service: 60mo}
      """)

  private static func pathway(_ key: String) -> PeoplePathway {
    PeoplePathway(
      key, months: 3, employedAs: "PSO", qualifiesAs: "PO", attrition: .constant(.overPathway, 0.05),
      learners: [PeopleMonth.of(2024, 8): 30])
  }
}
