import BuiltProgram
import Foundation
import Testing

/// `cadre assumptions`.
@Suite struct AssumptionsTests {
  @Test func theShippedScenarioAccountsForEveryValue() throws {
    let outcome = try BuiltProgram.run(["assumptions", "national-2024", "--format", "json"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let page = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((page["summary"] as? String)?.hasSuffix(" 0 neither.") == true)
    #expect(page["on"] as? String == "2024-09")
    let rows = try #require(page["assumptions"] as? [[String: Any]])
    #expect(rows.count > 40)
    for row in rows { #expect(row["source"] != nil || row["assumption"] as? Bool == true, "\(row)") }
  }

  @Test func flagsFilter() throws {
    let folder = try TemporaryFolder()
    let whole = "{value: 100, source: s, owner: o, reviewed: 2024-01, valid-until: 2025-01}"
    try folder.write(
      "cadre: 1\nname: One\nstart: 2024-09\nmonths: 5mo\ngrades:\n  A: {opening: \(whole), leaving: 5%/yr}\n",
      to: "one.yaml")
    func paths(_ words: String...) throws -> [String] {
      let outcome = try BuiltProgram.run(["assumptions", "one.yaml", "--format", "csv"] + words, in: folder.url)
      #expect(outcome.code == 0, "\(outcome.error)")
      return outcome.lines.dropFirst().map { String($0.prefix { $0 != "," }) }
    }
    #expect(try paths() == ["grades.A.opening", "grades.A.leaving.rate"])
    #expect(try paths("--flagged") == ["grades.A.leaving.rate"])
    #expect(try paths("--flagged", "--on", "2025-02") == ["grades.A.opening", "grades.A.leaving.rate"])
    let table = try BuiltProgram.run(["assumptions", "one.yaml", "--on", "2025-02"], in: folder.url)
    #expect(table.output.contains("past its date"))
    #expect(table.output.contains("2 values: 1 with a source, 0 assumed, 1 neither."))
    #expect(table.output.contains("0.416 % a month"))
    let wrong = try BuiltProgram.run(["assumptions", "one.yaml", "--on", "soon"], in: folder.url)
    #expect(wrong.code == 2)
    #expect(wrong.error.hasPrefix("--on:1:1: error: expected a month such as 2027-03, not 'soon'"))
  }
}
