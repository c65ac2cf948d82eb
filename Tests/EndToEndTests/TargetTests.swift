import BuiltProgram
import Foundation
import Testing

/// `cadre targets`.
@Suite struct TargetTests {
  /// Certain: 100, 110, … FTE; the target of 120 is met in November, lost in February, met again in June.
  private static let text = """
    cadre: 1
    name: Steps
    start: 2024-09
    months: 12mo
    replicates: 20
    grades:
      A: {opening: 100, leaving: 0%/yr, target: {2024-09: 120 fte, 2025-02: 190 fte}}
      B: {opening: 5, leaving: 0%/yr}
      C: {opening: 5, leaving: 0%/yr, target: 6 fte}
    recruitment:
      A: {number: 10/mo}

    """

  private static func run(_ words: String...) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "steps.yaml")
    return try BuiltProgram.run(["targets", "steps.yaml"] + words, in: folder.url)
  }

  @Test func theTableTellsBothGradesWithATarget() throws {
    let outcome = try Self.run("--held", "4mo")
    #expect(outcome.code == 0, "\(outcome.error)")
    let rows = outcome.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["A", "at", ">95", "%"]))
    #expect(rows.contains(["C", "at", "<5", "%"]))
    #expect(!outcome.lines.contains { $0.hasPrefix("B") })
    #expect(outcome.output.contains("A: 50 % sure by Nov 2024; 80 % sure by Nov 2024; 90 % sure by Nov 2024."))
    #expect(outcome.output.contains("C: 50 % sure not within the horizon"))
    #expect(outcome.output.contains("held for 4 months"))
  }

  @Test func theCSVIsTidy() throws {
    let outcome = try Self.run("--held", "3mo", "--at", "2024-10", "2024-12", "2025-08", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.error)")
    let rows = outcome.lines.filter { $0.hasPrefix("steps,,A.fte,") }.map { String($0.dropFirst(13)) }
    for row in [
      "2024-10,p-at-target,0", "2024-12,p-at-target,1", "2024-12,p-by-target,1", "2025-08,p-at-target,1",
      // November to January are three month ends.
      "2024-10,p-held-target,0", "2024-12,p-held-target,1", "2024-11,date-p50,2", "2024-11,sure-90,2",
    ] {
      #expect(rows.contains(row), "\(row)\n\(outcome.output)")
    }
    #expect(outcome.lines.contains("steps,,C.fte,,date-p50,"))
    #expect(outcome.lines.first == "scenario,place,metric,month,statistic,value")
  }

  @Test func theJSONHoldsTheSame() throws {
    let outcome = try Self.run("--held", "4mo", "--format", "json", "--at", "2025-06")
    struct Page: Decodable {
      struct Target: Decodable {
        var grade: String
        var at, by, held: Double
      }
      struct Date: Decodable {
        var grade: String
        var percent: Double
        var month: String?
      }
      var heldFor: Int
      var targets: [Target]
      var dates: [Date]
      var sureBy: [Date]
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(outcome.output.utf8))
    #expect(page.heldFor == 4)
    #expect(page.targets.map(\.grade) == ["A", "C"])
    // June to September are four month ends.
    #expect(page.targets.map(\.held) == [1, 0] && page.targets.map(\.by) == [1, 0])
    #expect(page.dates.filter { $0.grade == "A" }.map(\.percent) == [5, 10, 25, 50, 75, 90, 95])
    #expect(page.sureBy.map(\.month) == ["2024-11", "2024-11", "2024-11", nil, nil, nil])
  }

  @Test func faultsAreTold() throws {
    let held = try Self.run("--held", "14mo")
    #expect(held.code == 2)
    #expect(held.error.hasPrefix("--held:1:1: error: expected a length of 2 to 13 months"))
    #expect(try Self.run("--held", "6").error.contains("did you mean 6mo?"))
    #expect(try Self.run("--at", "2026-01").error.contains("the run has no month 2026-01"))
    #expect(try Self.run("--no-chance", "--no-parameter-uncertainty").code == 64)
    let none = try BuiltProgram.run(["targets", "benchmark"])
    #expect(none.code == 2)
    #expect(none.error.hasPrefix("error: no grade of the scenario has a target"))
  }

  @Test(arguments: ["--no-chance", "--no-parameter-uncertainty"])
  func oneSourceOfVariationMayBeSwitchedOff(option: String) throws {
    let outcome = try Self.run(option)
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("A: 50 % sure by Nov 2024"))
  }
}
