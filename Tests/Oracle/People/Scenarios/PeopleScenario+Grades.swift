extension PeopleScenario {
  /// Leaving by service and by date, competing with two moves; service on arrival.
  public static let bandsAndDates = PeopleScenario(
    "leaving by bands and dates",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade(
          "A", opening: .heads(131),
          service: [.init(0, 12, 0.3), .init(12, 24, 0.2), .init(24, 60, 0.5)],
          leaving: PeopleRate(.central) { service, date in
            if service < 12 { return date < PeopleMonth.of(2025, 4) ? 0.6 : 0.2 }
            return service < 24 ? 0.35 : 0.1
          }),
        PeopleGrade(
          "B", opening: .heads(40), service: [.init(0, nil, 1)],
          leaving: PeopleRate(.monthly) { service, _ in service < 24 ? 0.06 : 0.01 }),
        PeopleGrade("C", opening: .heads(0), leaving: .constant(.chance, 0.3)),
      ],
      moves: [
        PeopleMove("up", from: "A", to: "B", .rate(.constant(.monthly, 0.03)), atService: 18),
        PeopleMove(
          "across", from: "A", to: "C",
          .rate(PeopleRate(.central) { service, _ in service < 24 ? 0.1 : 0.4 })),
        PeopleMove("back", from: "C", to: "A", .rate(.constant(.chance, 0.4)), atService: 6),
      ],
      recruitment: [PeopleRecruitment("A", into: "A", .number(.yearly(31)))],
      shareBounds: [12, 24]),
    months: [1, 2, 7, 8, 12, 13, 18, 24],
    pairs: [.init("A.heads", 6, "A.heads", 12), .init("A.leavers", 12, "B.moves-in", 12)],
    body: """
      grades:
        A:
          opening: 131
          service: {<12mo: 30%, 12mo-24mo: 20%, 24mo+: {share: 50%, to: 5y}}
          leaving: {<12mo: {2024-09: 60%/yr, 2025-04: 20%/yr}, 12mo-24mo: 35%/yr, 24mo+: 10%/yr}
        B:
          opening: 40
          service: {<24mo: 0%, 24mo+: 100%}
          leaving: {<24mo: 6%/mo, 24mo+: 1%/mo}
        C: {opening: 0, leaving: 30% chance/yr}
      moves:
        up: {from: A, to: B, rate: 3%/mo, at-service: 18mo}
        across: {from: A, to: C, rate: {<24mo: 10%/yr, 24mo+: 40%/yr}}
        back: {from: C, to: A, rate: 40% chance/yr, at-service: 6mo}
      recruitment:
        A: {number: 31/yr}
      """)

  /// Rates and numbers in named months.
  public static let namedMonths = PeopleScenario(
    "named months",
    PeopleModel(
      start: september, months: 26,
      grades: [
        PeopleGrade("A", opening: .heads(150), leaving: .constant(.central, 0.36, namedMonths: [4, 10])),
        PeopleGrade("B", opening: .heads(60), leaving: .constant(.chance, 0.3, namedMonths: [1])),
      ],
      moves: [
        PeopleMove("number", from: "A", to: "B", .number(.yearly(25, in: [3, 6, 11])), atService: 12),
        PeopleMove("rate", from: "A", to: "B", .rate(.constant(.central, 0.2, namedMonths: [10, 12]))),
        PeopleMove("returns", from: "B", to: "A", .number(.yearly(18, isPoisson: true, in: [9])), atService: 24),
      ],
      recruitment: [
        PeopleRecruitment("A", into: "A", .number(.yearly(31, in: [2, 9]))),
        PeopleRecruitment("some", into: "B", .number(.yearly(9, isPoisson: true, in: [5, 7])), atService: 60),
      ]),
    months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 18, 21, 24, 26],
    body: """
      grades:
        A: {opening: 150, leaving: {rate: 36%/yr, in: [april, october]}}
        B: {opening: 60, leaving: {rate: 30% chance/yr, in: [january]}}
      moves:
        number: {from: A, to: B, number: 25/yr, in: [march, june, november], at-service: 12mo}
        rate: {from: A, to: B, rate: 20%/yr, in: [october, december]}
        returns: {from: B, to: A, number: poisson(18/yr), in: [september], at-service: 24mo}
      recruitment:
        A: {number: 31/yr, in: [february, september]}
        some: {into: B, number: poisson(9/yr), in: [may, july], kind: returners, at-service: 60mo}
      """)

  /// Moves by number of people who are not there, and by a plan and a Poisson number; whatever their service.
  public static let movesByNumber = PeopleScenario(
    "moves by number",
    PeopleModel(
      start: september, months: 24,
      grades: [
        PeopleGrade("A", opening: .heads(34), service: [.init(0, 12, 0.5), .init(12, 24, 0.5)], leaving: bands),
        PeopleGrade("B", opening: .heads(30), leaving: bands),
        PeopleGrade("C", opening: .heads(20), leaving: .constant(.central, 0.1)),
      ],
      moves: [
        PeopleMove("plan", from: "A", to: "B", .number(.yearly(29)), atService: 6),
        PeopleMove("drawn", from: "A", to: "C", .number(.monthly(1.2, isPoisson: true))),
        PeopleMove("other", from: "B", to: "C", .number(.monthly(1.5)), atService: 12),
      ],
      recruitment: [PeopleRecruitment("A", into: "A", .number(.monthly(2, isPoisson: true)))],
      shareBounds: [12]),
    months: [1, 2, 3, 6, 9, 12, 15, 18, 21, 24],
    pairs: [.init("A.heads", 9, "A.heads", 10), .init("A.moves-out-not-met", 18, "A.moves-out", 18)],
    body: """
      grades:
        A: {opening: 34, service: {<12mo: 50%, 12mo+: {share: 50%, to: 24mo}}, leaving: {<12mo: 60%/yr, 12mo+: 10%/yr}}
        B: {opening: 30, service: {<12mo: 0%, 12mo+: 100%}, leaving: {<12mo: 60%/yr, 12mo+: 10%/yr}}
        C: {opening: 20, leaving: 10%/yr}
      moves:
        plan: {from: A, to: B, number: 29/yr, at-service: 6mo}
        drawn: {from: A, to: C, number: poisson(1.2/mo)}
        other: {from: B, to: C, number: 1.5/mo, at-service: 12mo}
      recruitment:
        A: {number: poisson(2/mo)}
      """)

  private static let bands = PeopleRate(.central) { service, _ in service < 12 ? 0.6 : 0.1 }
}
