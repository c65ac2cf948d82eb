import Oracle
import Testing

/// The simulator of individuals against the recurrence of expectations, where all is linear: named months, phases, dates,
/// extension, waiting, lateness, competing moves. The two share no code but the reading of the model.
@Suite struct PeopleRecurrenceTests {
  static let start = PeopleMonth.of(2024, 9)

  static let people = PeopleModel(
    start: start, months: 20,
    grades: [
      PeopleGrade(
        "A", opening: .heads(60), service: [.init(0, 12, 0.4), .init(12, 24, 0.6)],
        leaving: PeopleRate(.central) { service, date in (service < 12 ? 0.5 : 0.2) * (date < start + 8 ? 1 : 2) }),
      PeopleGrade("B", opening: .heads(30), leaving: .constant(.chance, 0.3, namedMonths: [2, 3, 11])),
    ],
    moves: [
      PeopleMove("ab", from: "A", to: "B", .rate(.constant(.central, 0.6, namedMonths: [1, 6])), atService: 5),
      PeopleMove("ba", from: "B", to: "A", .rate(.constant(.monthly, 0.02)), atService: 11),
    ],
    pathways: [
      PeoplePathway(
        "P", months: 7, employedAs: "A", qualifiesAs: "B",
        attrition: PeopleRate(.monthly) { done, date in (done < 3 ? 0.06 : 0.02) + (date < start + 6 ? 0 : 0.03) },
        withdrawn: .fixed(["A": 0.3, "leave": 0.7]), extended: .init(share: 0.3, months: 4),
        waiting: [0.3, 0, 0.4, 0.3], learners: [start - 6: 20, start - 2: 15],
        awaiting: [start + 1: 9, start + 3: 12])
    ],
    intakes: [
      PeopleIntake(
        "i", starts: [start + 2, start + 9], places: .fixed(40), fill: .fixed(0.85), into: .all("P"),
        late: [0.5, 0, 0.5])
    ],
    recruitment: [PeopleRecruitment("A", into: "A", .number(.yearly(30, isPoisson: true)), atService: 2)])

  static let expected: OracleModel = {
    @Sendable func calendar(_ month: Int) -> Int { PeopleMonth.monthOfYear(start + month) }
    let a = OracleGrade(
      key: "A",
      leaving: { service, month in Monthly.central((service < 12 ? 0.5 : 0.2) * (month < 8 ? 1 : 2)) },
      moves: [
        OracleMove(
          to: "B", atService: 5,
          probability: { _, month in [1, 6].contains(calendar(month)) ? Monthly.central(0.6, inNamedMonths: 2) : 0 })
      ])
    let b = OracleGrade(
      key: "B",
      // (1 − p)³ = 0.7 over the three months named.
      leaving: { _, month in [2, 3, 11].contains(calendar(month)) ? Monthly.cumulative(0.3, overMonths: 3) : 0 },
      moves: [OracleMove(to: "A", atService: 11, probability: Monthly.constant(0.02))])
    var pathway = OraclePathway(
      key: "P", length: 7, withdrawal: { done, month in (done < 3 ? 0.06 : 0.02) + (month < 6 ? 0 : 0.03) },
      withdrawnTo: ["A": 0.3], qualifiesAs: "B", employedAs: "A")
    pathway.extensionShare = 0.3
    pathway.extensionMonths = 4
    pathway.waiting = [0.3, 0, 0.4, 0.3]
    pathway.awaiting = [1: 9, 3: 12]
    var groups = Apportionment.evenly(24, over: 12).enumerated().map {
      OracleGroup(.fixed($1), in: "A", month: 0, age: $0)
    }
    groups += Apportionment.evenly(36, over: 12).enumerated().map {
      OracleGroup(.fixed($1), in: "A", month: 0, age: 12 + $0)
    }
    groups.append(OracleGroup(.fixed(30), in: "B", month: 0, age: 100))
    groups += [(6, 20), (2, 15)].map { OracleGroup(.fixed($1), in: "P", month: 0, age: $0) }
    groups += OracleGroup.late(40, fill: 0.85, in: "P", month: 2, shares: [0.5, 0, 0.5])
    groups += OracleGroup.late(40, fill: 0.85, in: "P", month: 9, shares: [0.5, 0, 0.5])
    groups += (1...20).map { OracleGroup(.poisson(2.5), in: "A", month: $0, age: 2) }
    return OracleModel(months: 20, grades: [a, b], pathways: [pathway], groups: groups)
  }()

  @Test func everySeriesOfEveryMonth() {
    let months = Array(1...20)
    let sample = PeopleSample(Self.people, replicates: 4_000, seed: 9, months: months)
    let recurrence = ExpectedRecurrence(Self.expected)
    var held = AgainstExact(comparisons: 20 * 20, falseAlarm: 1e-6)
    for month in months {
      let exact = recurrence.months[month]
      func hold(_ name: String, _ value: Double?) {
        held.mean("\(name), month \(month)", sample.values(name, month: month) ?? [], value ?? 0)
      }
      for key in ["A", "B"] {
        hold("\(key).heads", exact.heads(key))
        hold("\(key).leavers", exact.leavers[key])
        hold("\(key).moves-out", exact.moves[key]?.values.reduce(0, +))
        hold("\(key).reverted", exact.reverted["P"]?[key])
        hold("\(key).joiners", exact.entered[key])
      }
      hold("P.learners", exact.heads("P"))
      hold("P.awaiting", exact.awaiting("P"))
      hold("P.starts", exact.entered["P"])
      hold("P.left", exact.left["P"])
      hold("P.extended", exact.extended["P"])
      hold("P.finished", exact.finished["P"])
      hold("P.qualifiers", exact.qualified["P"])
      hold("P.left-awaiting", exact.leftAwaiting["P"])
    }
    #expect(held.violations.isEmpty, "\(held.violations.prefix(5))")
    #expect(held.comparisons == 360)
  }

  /// The recurrence keeps account of everyone.
  @Test func theRecurrenceBalances() {
    let months = ExpectedRecurrence(Self.expected).months
    for (before, month) in zip(months, months.dropFirst()) {
      let learners =
        before.heads("P") + (month.entered["P"] ?? 0) - (month.left["P"] ?? 0)
        - (month.reverted["P"] ?? [:]).values.reduce(0, +) - (month.finished["P"] ?? 0)
      #expect(abs(learners - month.heads("P")) < 1e-9)
      let awaiting =
        before.awaiting("P") + (month.finished["P"] ?? 0) - (month.qualified["P"] ?? 0)
        - (month.leftAwaiting["P"] ?? 0)
      #expect(abs(awaiting - month.awaiting("P")) < 1e-9)
    }
    #expect(months.contains { ($0.extended["P"] ?? 0) > 1 } && months.contains { $0.awaiting("P") > 5 })
  }
}
