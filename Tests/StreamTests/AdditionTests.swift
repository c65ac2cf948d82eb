import Testing
import WorkforceModel
import WorkforceSimulation

/// What is added to a scenario, and touches nothing that was there, changes nothing that was there.
@Suite struct AdditionTests {
  static let grade = "GUEST: {opening: 37, leaving: lognormal(10% 0.1)/yr}"

  /// A pathway with people of its own: they come from outside, are employed as and qualify into a grade of their own.
  static let pathway = """
    grades: {\(grade)}
    pathways:
      A-GUEST:
        months: 9mo
        employed-as: GUEST
        qualifies-as: GUEST
        attrition: beta(10 90) over pathway
        withdrawn: leave
        learners: {3mo: 11}
    intakes: {guests: {starts: every 5mo from 2024-11, places: 40, fill: uniform(50% 90%), into: A-GUEST}}
    """

  static let additions = [
    "grades: {\(grade)}", pathway,
    // Its key comes before all others, so that every position changes.
    "grades: {AA: {opening: 5000, leaving: 80%/yr}}",
    "grades: {\(grade)}\nrecruitment: {a-few: {into: GUEST, number: poisson(3/mo)}}",
  ]

  @Test(arguments: Running.shippedNames, additions)
  func everyOtherCountStays(name: String, addition: String) throws {
    let scenario = try Running.shipped(name).scenario
    let larger = try Running.shipped(name, with: addition)
    let before = try Futures(scenario, replicates: 130)
    let after = try Futures(larger, replicates: 130)
    #expect(after.names.count > before.names.count)
    #expect(before.differences(from: after, months: 0...60).isEmpty)
    for path in before.parameterPaths { #expect(before.parameter(path) == after.parameter(path), "\(path)") }
  }

  /// Where it stands in the file changes nothing either.
  @Test func aGradeInFrontIsTheSameAsOneAtTheEnd() throws {
    let front = """
      cadre: 1
      name: Two grades
      start: 2024-09
      months: 24mo
      grades:

      """
    let first = "  A: {opening: 800, leaving: uniform(5% 15%)/yr}\n"
    let second = "  B: {opening: 300, leaving: uniform(5% 15%)/yr}\n"
    let alone = try Futures(Running.scenario(front + first), replicates: 200)
    let both = try Futures(Running.scenario(front + second + first), replicates: 200)
    let ended = try Futures(Running.scenario(front + first + second), replicates: 200)
    #expect(alone.differences(from: both, months: 0...24).isEmpty)
    #expect(both.differences(from: ended, months: 0...24).isEmpty)
    // The two have the same rule and yet not the same draws.
    #expect(both.parameter("grades.A.leaving.rate") != both.parameter("grades.B.leaving.rate"))
  }

  /// An intake into a pathway that is there changes that pathway and where it leads, and nothing else.
  @Test func anIntakeChangesOnlyWhatItLeadsTo() throws {
    let scenario = try Running.shipped("national-2024").scenario
    let larger = try Running.shipped(
      "national-2024", with: "intakes: {extra: {starts: 2026-01, places: 50, into: PQiP-15}}")
    let before = try Futures(scenario, replicates: 130)
    let after = try Futures(larger, replicates: 130)
    let changed = Set(
      before.differences(from: after, months: 0...60).compactMap { $0.name.split(separator: ".").first })
    #expect(changed.contains("PQiP-15") && changed.contains("PO"))
    #expect(changed.isDisjoint(with: ["PQiP-21", "PQiP-27"]))
  }
}
