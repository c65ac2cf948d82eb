import BuiltProgram
import Foundation
import Testing

/// `cadre reconcile`, and what `check` says about published figures.
@Suite struct ReconcileTests {
  private static let text = """
    cadre: 1
    name: Growth
    start: 2024-09
    months: 24mo
    replicates: 20
    grades:
      A: {opening: 100, leaving: 0%/yr}
    recruitment:
      A: {number: 10/mo}
    published:
      - {metric: A.heads, at: 2025-09, value: 200, source: "A, page 3", note: counted by hand}
      - {metric: A.joiners, at: 2025/26, value: 120}
      - {metric: A.heads, at: 2027-09, value: 400}

    """

  private static func run(_ command: String, _ words: [String], _ text: String = text) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "growth.yaml")
    return try BuiltProgram.run([command, "growth.yaml"] + words, in: folder.url)
  }

  @Test func theTable() throws {
    let outcome = try Self.run("reconcile", [])
    #expect(outcome.code == 0, "\(outcome.error)")
    let rows = outcome.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.contains("A.heads Sep 2025 [1] 200 220 220–220 +20 <5 %"))
    #expect(rows.contains("A.joiners-fy Mar 2026 120 120 120–120 0 50 %"))
    #expect(rows.contains("A.heads Sep 2027 400 – – – –"))
    #expect(outcome.output.contains("A.heads at Sep 2027: outside the run, which goes from 2024-09 to 2026-09."))
    #expect(outcome.output.contains("[1] A, page 3"))
  }

  @Test func theFiles() throws {
    let csv = try Self.run("reconcile", ["--format", "csv"])
    #expect(
      csv.lines == [
        "scenario,place,metric,month,published,mean,p5,p95,difference,p-below,source,remark",
        "growth,,A.heads,2025-09,200,220,220,220,20,0,\"A, page 3\",",
        "growth,,A.joiners-fy,2026-03,120,120,120,120,0,0.5,,",
        "growth,,A.heads,2027-09,400,,,,,,,\"outside the run, which goes from 2024-09 to 2026-09\"",
      ])
    let json = try Self.run("reconcile", ["--format", "json"])
    let page = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let figures = try #require(page["figures"] as? [[String: Any]])
    #expect(figures.map { $0["mean"] as? Double } == [220, 120, nil])
    #expect(figures[0]["note"] as? String == "counted by hand")
  }

  @Test(arguments: ["check", "reconcile"])
  func aMetricThatDoesNotExistIsToldAtItsPlace(command: String) throws {
    let outcome = try Self.run(command, [], Self.text.replacing("A.joiners", with: "A.joinrs"))
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("growth.yaml:12:14: error: there is no metric 'A.joinrs'"))
    #expect(outcome.error.contains("did you mean A.joiners"))
  }

  @Test func aScenarioWithoutFiguresSaysHowTheyAreListed() throws {
    let outcome = try BuiltProgram.run(["reconcile", "benchmark"])
    #expect(outcome.code == 2)
    #expect(outcome.error.hasPrefix("error: the scenario lists no published figures\n  help: "))
  }
}
